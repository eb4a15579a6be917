"""The sections of a document with their headings, as they are read on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.kinds import DocumentKind
from retriever.catalogue import Chapter, Manual
from ui.texts import Texts

DEEPEST = 4  # headings below it look the same


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with its heading (empty where it has none) and the heading's level, from 2; no level is
    skipped on the way down."""

    chapter: Chapter
    heading: str
    level: int


def outline(manual: Manual, t: Texts) -> Iterator[Part]:
    level = 1
    for chapter in manual.chapters:
        heading = _heading(chapter, manual.document.kind, t)
        if heading:
            level = min(max(len(chapter.heading_path), 1) + 1, level + 1, DEEPEST)
        yield Part(chapter, heading, level)


def _heading(chapter: Chapter, kind: DocumentKind, t: Texts) -> str:
    own = chapter.heading_path[-1] if chapter.heading_path else ""
    if kind is not DocumentKind.SLIDES or chapter.page is None:
        return own
    slide = t.library.slide.format(number=chapter.page)
    return f"{slide}: {own}" if own else slide
