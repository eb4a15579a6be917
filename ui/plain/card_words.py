"""The few words that fit on a card: where it leads, and the first steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from knowledge.kinds import RECORDINGS
from knowledge.reading.section import Block, BlockKind
from retriever.catalogue import Chapter, Manual
from retriever.sentences import sentences

STEPS = 3
LONGEST = 100  # letters of a step: less than three lines
LONGEST_HEADING = 56
LONGEST_LINE = 45
SHORTEST = 20  # fewer letters say too little alone
INDENT = "  "


@dataclass(frozen=True, slots=True)
class KeySteps:
    """`under` is the heading that they stand under, where it is not the card's own; `left` is how many more
    there are where the code leads; `in_order` where they are steps at all."""

    items: tuple[str, ...]
    in_order: bool
    left: int = 0
    under: str = ""


def heading_of(manual: Manual, section: str | None, seconds: float | None = None) -> str:
    """What the card is about: the section's own heading, or that of the recording's chapter, or the
    document's title."""
    whole = section is None and not seconds
    chapter = next(iter(_chapters(manual, section, seconds)), None)
    if whole or chapter is None or not chapter.heading_path:
        return manual.document.title
    return chapter.heading_path[-1]


def key_steps(manual: Manual, section: str | None, seconds: float | None) -> KeySteps:
    """The first steps of the place; for a recording its chapters; its first sentences where there is
    neither."""
    chapters = _chapters(manual, section, seconds)
    own = heading_of(manual, section, seconds)
    for chapter in chapters:
        listed = next((block for block in chapter.blocks if block.kind is BlockKind.STEPS), None)
        if listed is not None:
            return _of_steps(listed, _other(chapter, own))
    if manual.document.kind in RECORDINGS and section is None and not seconds:
        headings = dict.fromkeys(_other(chapter, own) for chapter in chapters)
        if len(headings) > STEPS:
            return _first([heading for heading in headings if heading])
    later = list(islice(_said(chapters, seconds), STEPS)) or list(islice(_said(chapters, None), STEPS))
    return KeySteps(tuple(shortened(sentence) for sentence in later), in_order=False)


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text on one line; cut behind a sentence where that says enough, else between words."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    whole = ""
    for sentence in sentences(line):
        if len(f"{whole} {sentence}".strip()) > longest:
            break
        whole = f"{whole} {sentence}".strip()
    return whole if len(whole) >= SHORTEST else _cut(line, longest)


def _cut(line: str, longest: int) -> str:
    kept = line[: longest - 1].rpartition(" ")[0] or line[: longest - 2]
    return kept.rstrip(" ,;:–-.") + " …"


def _other(chapter: Chapter, own: str) -> str:
    """The chapter's heading where it says more than the card's."""
    heading = chapter.heading_path[-1] if chapter.heading_path else ""
    return "" if heading == own else heading


def _chapters(manual: Manual, section: str | None, seconds: float | None) -> Sequence[Chapter]:
    """A section with those below it; the one in which the moment lies; else all."""
    chapters = manual.chapters
    if section is not None:
        start = next((n for n, chapter in enumerate(chapters) if chapter.code == section), 0)
        return list(_with_inner(chapters[start:]))
    if seconds:
        begun = [c for c in chapters if c.seconds is not None and c.seconds <= seconds]
        return begun[-1:] or chapters
    return chapters


def _with_inner(chapters: Sequence[Chapter]) -> Iterable[Chapter]:
    path = chapters[0].heading_path if chapters else ()
    for number, chapter in enumerate(chapters):
        inner = len(chapter.heading_path) > len(path) and chapter.heading_path[: len(path)] == path
        if number and not inner:
            return
        yield chapter


def _of_steps(block: Block, under: str) -> KeySteps:
    steps = [item for item in block.items if not item.startswith(INDENT)]
    return replace(_first(steps), left=max(0, len(steps) - STEPS), under=shortened(under, LONGEST_LINE))


def _first(items: Sequence[str]) -> KeySteps:
    return KeySteps(tuple(shortened(item.rstrip(": ")) for item in items[:STEPS]), in_order=True)


def _said(chapters: Iterable[Chapter], since: float | None) -> Iterable[str]:
    """The sentences from the moment on; no code and no tables."""
    for block in (block for chapter in chapters for block in chapter.blocks):
        early = since is not None and block.seconds is not None and block.seconds < since
        if not early and block.kind not in {BlockKind.CODE, BlockKind.TABLE}:
            yield from (sentence for item in block.items for sentence in sentences(item.strip()))
