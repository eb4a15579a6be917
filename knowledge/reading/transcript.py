"""What was said, as paragraphs that know their second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from knowledge.reading.cues import Cue
from knowledge.reading.section import Block, BlockKind, Section

_END = re.compile(r"(?<=[.!?…])[\"“”»)]*\s+(?=[\"„“»(]*[A-ZÄÖÜ0-9])")
_NO_END = re.compile(
    r"(?:\b(?:z|d|u|o|bzw|ca|evtl|ggf|usw|vgl|Nr|Abb|Abs|Dr|Hr|Fr|Kap|St|Std|Tab|e\.g|i\.e|etc|vs)"
    r"|\b[A-Za-zÄÖÜäöü]|\b\d{1,2})\.$"
)
_SENTENCE_DONE = re.compile(r"[.!?…][\"“”»)]*$")

_PAUSE = 1.5  # seconds of silence after which a new thought begins
_LONGEST_SENTENCE = 25.0  # seconds; captions made by a machine may have no full stop at all
_SENTENCES = 4
_SECONDS = 25.0


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a recording and the second at which it begins."""

    start: float
    title: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    start: float
    end: float


def sections(cues: Sequence[Cue], chapters: Sequence[Chapter] = ()) -> tuple[Section, ...]:
    """Paragraphs of two to four sentences under the chapters' titles, or in one section without a heading.

    A paragraph's second is the start of the cue in which it begins.
    """
    parts = groupby(_sentences(cues), key=lambda sentence: _chapter(sentence, chapters))
    return tuple(
        Section((title,) if title else (), tuple(map(_block, _paragraphs(sentences))))
        for title, sentences in parts
    )


def title_from_name(path: Path) -> str:
    """A file's name as a person would write it: without suffix, language and joining signs."""
    stem = re.sub(r"\.[a-z]{2}$", "", path.stem)
    return " ".join(re.sub(r"[_\s]+|(?<=\w)-(?=\w)", " ", stem).split()) or path.stem


def _chapter(sentence: _Sentence, chapters: Sequence[Chapter]) -> str:
    # A sentence counts for where most of it is said: cues seldom begin exactly with a chapter.
    middle = (sentence.start + sentence.end) / 2
    return next((chapter.title for chapter in reversed(chapters) if chapter.start <= middle), "")


def _sentences(cues: Sequence[Cue]) -> Iterator[_Sentence]:
    """Sentences across cues; one ends at its full stop, before a pause, or where it gets far too long."""
    spoken: list[str] = []
    start = 0.0
    for number, cue in enumerate(cues):
        for part in _parts(" ".join(cue.text.split())):
            start = start if spoken else cue.start
            spoken.append(part)
            if _is_done(part):
                yield _Sentence(" ".join(spoken), start, cue.end)
                spoken = []
        silence = cues[number + 1].start - cue.end if number + 1 < len(cues) else _PAUSE
        if spoken and (silence >= _PAUSE or cue.end - start >= _LONGEST_SENTENCE):
            yield _Sentence(" ".join(spoken), start, cue.end)
            spoken = []


def _parts(text: str) -> Iterator[str]:
    """A cue's text cut at ends of sentences; the last part may go on in the next cue."""
    start = 0
    for end in _END.finditer(text):
        if not _NO_END.search(text[start : end.start()]):
            yield text[start : end.end()].strip()
            start = end.end()
    yield text[start:]


def _is_done(part: str) -> bool:
    return bool(_SENTENCE_DONE.search(part)) and not _NO_END.search(part)


def _paragraphs(sentences: Iterator[_Sentence]) -> Iterator[list[_Sentence]]:
    paragraph: list[_Sentence] = []
    for sentence in sentences:
        if paragraph and _is_full(paragraph, sentence):
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _is_full(paragraph: list[_Sentence], following: _Sentence) -> bool:
    first, last = paragraph[0], paragraph[-1]
    return (
        len(paragraph) >= _SENTENCES
        or following.end - first.start > _SECONDS
        or (len(paragraph) > 1 and following.start - last.end >= _PAUSE)
    )


def _block(paragraph: list[_Sentence]) -> Block:
    text = " ".join(sentence.text for sentence in paragraph)
    return Block(BlockKind.PARAGRAPH, (text,), seconds=paragraph[0].start)
