"""Looking for words within one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.people.names import fold
from knowledge.reading.section import Block
from retriever.catalogue import Chapter, Manual
from retriever.finding import has_all
from retriever.sentences import sentences

FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence, step or row that has the words: `text` is verbatim a part of one of the chapter's blocks
    (or its heading, then `block` is None)."""

    chapter: Chapter
    block: Block | None
    text: str

    @property
    def page(self) -> int | None:
        return self.block.page if self.block else self.chapter.page

    @property
    def seconds(self) -> float | None:
        return self.block.seconds if self.block else self.chapter.seconds


def hits(manual: Manual, words: str) -> tuple[Hit, ...]:
    """Where all of the words stand together, in reading order; none for fewer than two letters."""
    each = fold(words).split()
    if sum(map(len, each)) < FEWEST_LETTERS:
        return ()
    return tuple(hit for chapter in manual.chapters for hit in _in_chapter(chapter, each))


def _in_chapter(chapter: Chapter, words: list[str]) -> Iterator[Hit]:
    if chapter.heading_path and has_all(chapter.heading_path[-1], words):
        yield Hit(chapter, None, chapter.heading_path[-1])
    for block in chapter.blocks:
        for item in block.items:
            yield from (Hit(chapter, block, text) for text in _parts(item, words))


def _parts(item: str, words: list[str]) -> list[str]:
    """The sentences with all the words; the whole item where only several sentences together have them."""
    parts = [text for text in sentences(item) if has_all(text, words)]
    return parts or ([item.strip()] if has_all(item, words) else [])
