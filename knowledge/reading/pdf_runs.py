"""Characters → runs: pieces of text that stand together on one baseline, with no wide gap inside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.reading.pdf_glyphs import Glyph
from knowledge.reading.pdf_rules import Rule

_WIDE_GAP = 1.0  # in font sizes: more than a justified line's word space
_WORD_GAP = 0.2
_WORD_GAP_MONO = 0.4
_BACKWARDS = 0.6
_SHARED_HEIGHT = 0.5
_GUTTER = 9.0  # points of white between two columns


@dataclass(frozen=True, slots=True)
class Run:
    """Text on one baseline. `first` and `last` are the glyphs of the page it is made of (last excluded)."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    mono: bool
    first: int = 0
    last: int = 0


def runs_of(glyphs: Sequence[Glyph], rules: Sequence[Rule] = ()) -> list[Run]:
    """The runs of a page in the order of the file; none reaches across an upright rule."""
    fences = [rule for rule in rules if rule.upright]
    runs: list[Run] = []
    start = 0
    last: Glyph | None = None
    for index, glyph in enumerate(glyphs):
        if glyph.text == " ":
            continue
        if last is not None and _apart(last, glyph, fences):
            runs += _run(glyphs, start, index)
            start = index
        last = glyph
    return runs + list(_run(glyphs, start, len(glyphs)))


def _apart(last: Glyph, glyph: Glyph, fences: Sequence[Rule]) -> bool:
    size = max(last.style.size, glyph.style.size)
    gap = glyph.left - last.right
    if gap > _WIDE_GAP * size or gap < -_BACKWARDS * size or not _level(last, glyph):
        return True
    return gap > 0 and any(_between(fence, last, glyph) for fence in fences)


def _level(one: Glyph | Run, other: Glyph | Run) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > _SHARED_HEIGHT * min(one.top - one.bottom, other.top - other.bottom)


def _between(fence: Rule, last: Glyph, glyph: Glyph) -> bool:
    return (
        last.right - 1 <= fence.left <= glyph.left + 1
        and fence.bottom < glyph.top
        and fence.top > glyph.bottom
    )


def _run(glyphs: Sequence[Glyph], first: int, last: int) -> Iterator[Run]:
    ink = [glyph for glyph in glyphs[first:last] if glyph.text != " "]
    text = _text(glyphs[first:last])
    if not text:
        return
    sizes = sorted(glyph.style.size for glyph in ink)
    yield Run(
        text,
        min(glyph.left for glyph in ink),
        min(glyph.bottom for glyph in ink),
        max(glyph.right for glyph in ink),
        max(glyph.top for glyph in ink),
        sizes[len(sizes) // 2],
        2 * sum(glyph.style.bold for glyph in ink) > len(ink),
        all(glyph.style.mono for glyph in ink),
        first,
        last,
    )


def _text(glyphs: Sequence[Glyph]) -> str:
    kept = [
        glyph for glyph in glyphs if glyph.text != " " or glyph.right > glyph.left or not _in_mono(glyphs)
    ]
    pieces = [kept[0].text]
    for before, glyph in pairwise(kept):
        if " " not in (glyph.text, before.text):
            least = _WORD_GAP_MONO if glyph.style.mono else _WORD_GAP
            pieces.append(" " if glyph.left - before.right > least * glyph.style.size else "")
        pieces.append(glyph.text)
    return unicodedata.normalize("NFC", " ".join("".join(pieces).split()))


def _in_mono(glyphs: Sequence[Glyph]) -> bool:
    """Whether this is typewriter text: there, PDFium makes up blanks beside narrow signs."""
    return all(glyph.style.mono for glyph in glyphs if glyph.text != " ")


def rows_of(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs side by side on one height, from the top down; within a row from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -(run.top + run.bottom)):
        if rows and any(_level(run, other) for other in rows[-1][-3:]):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def gutters_of(rows: Sequence[Sequence[Run]], least: float = _GUTTER) -> list[float]:
    """The middles of the white strips, `least` points wide, that run through all rows between text."""
    spans = sorted((run.left, run.right) for row in rows for run in row)
    strips, reach = [], spans[0][1] if spans else 0.0
    for left, right in spans[1:]:
        if left - reach >= least:
            strips.append((left + reach) / 2)
        reach = max(reach, right)
    return strips
