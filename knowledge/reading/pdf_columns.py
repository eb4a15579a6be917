"""The reading order of a page: columns of text one after the other, tables whole, the rest from the top
down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from statistics import mean, median

from knowledge.reading.pdf_lines import Line, Table, line_of
from knowledge.reading.pdf_rules import Rule
from knowledge.reading.pdf_runs import Run, gutters_of, rows_of
from knowledge.reading.pdf_tables import aligned_table, ruled_tables

_ROWS = 3  # fewer beside each other are neither columns nor a table
_MARKER = re.compile(r"([•◦▪■□▫●○‣⁃∙∗·–—\-*➢➤►▶→✓✔❑❖]|\(?\d{1,3}[.)]|\(?[a-z]\)|o)$")
_RUNNING_TEXT = 26  # characters a line of running text has on average, in the narrowest column


def in_reading_order(runs: Sequence[Run], rules: Sequence[Rule], page: int) -> list[Line | Table]:
    """Lines and tables of the page as a reader takes them in."""
    tables, rest = ruled_tables(runs, rules, page)
    columns = count(1)
    parts: list[Line | Table] = []
    upper = float("inf")
    for table in sorted(tables, key=lambda table: -table.top):
        above = [run for run in rest if table.top <= run.bottom + run.size / 2 < upper]
        parts += [*_flow(rows_of(above), rules, page, columns), table]
        upper = table.top
    below = [run for run in rest if run.bottom + run.size / 2 < upper]
    return [*parts, *_flow(rows_of(below), rules, page, columns)]


def _flow(
    rows: Sequence[list[Run]], rules: Sequence[Rule], page: int, columns: Iterator[int]
) -> Iterator[Line | Table]:
    rows = [_with_markers(row) for row in rows]
    index, main = 0, next(columns)
    while index < len(rows):
        band = _band(rows[index:])
        if len(band) < _ROWS:
            yield line_of(rows[index], page, main)
            index += 1
            continue
        yield from _side_by_side(band, rules, page, columns)
        index += len(band)
        main = next(columns)


def _with_markers(row: Sequence[Run]) -> list[Run]:
    """The row with a list's sign joined to the text behind it, so that the gap between is no gutter."""
    joined: list[Run] = []
    for run in row:
        if joined and _MARKER.match(joined[-1].text) and run.left - joined[-1].right < 6 * run.size:
            joined[-1] = _merged(joined[-1], run)
        else:
            joined.append(run)
    return joined


def _merged(sign: Run, text: Run) -> Run:
    return Run(
        f"{sign.text} {text.text}",
        sign.left,
        min(sign.bottom, text.bottom),
        text.right,
        max(sign.top, text.top),
        text.size,
        text.bold,
        text.mono,
        min(sign.first, text.first),
        max(sign.last, text.last),
    )


def _band(rows: Sequence[list[Run]]) -> list[list[Run]]:
    """The rows from the first on that leave a common gutter free, or none."""
    if len(rows[0]) < 2 and not _starts_beside(rows):
        return []
    end = 2
    while end <= len(rows) and gutters_of(rows[:end]):
        end += 1
    return _trimmed(list(rows[: end - 1])) if end > 2 else []


def _starts_beside(rows: Sequence[list[Run]]) -> bool:
    """Whether the next row stands beside the first: columns whose lines are not level."""
    return len(rows) > 1 and len(rows[0]) == 1 and rows[1][0].top > rows[0][0].bottom


def _trimmed(band: list[list[Run]]) -> list[list[Run]]:
    """The band without what follows under one column only, after a gap or in another size: that is a new
    part of the page."""
    strips = gutters_of(band)
    last_shared = max(
        (i for i, row in enumerate(band) if len(_sides(row, strips)) > 1 or _beside_other(band, i, strips)),
        default=-1,
    )
    end = last_shared + 1
    while end < len(band) and _continues(band, end, strips):
        end += 1
    return band[:end] if last_shared > 0 else []


def _sides(row: Sequence[Run], strips: Sequence[float]) -> set[int]:
    return {_side(run, strips) for run in row}


def _side(run: Run, strips: Sequence[float]) -> int:
    return sum(run.left > strip for strip in strips)


def _beside_other(band: Sequence[Sequence[Run]], index: int, strips: Sequence[float]) -> bool:
    if index == 0:
        return False
    before, row = band[index - 1], band[index]
    return _sides(before, strips) != _sides(row, strips) and row[0].top > before[0].bottom


def _continues(band: Sequence[Sequence[Run]], index: int, strips: Sequence[float]) -> bool:
    row = band[index][0]
    above = [run for run in band[index - 1] if _side(run, strips) == _side(row, strips)]
    if not above:
        return False
    before = above[0]
    return row.size == before.size and row.bold == before.bold and before.bottom - row.top < 0.6 * row.size


def _side_by_side(
    band: Sequence[list[Run]], rules: Sequence[Rule], page: int, columns: Iterator[int]
) -> Iterator[Line | Table]:
    if all(run.mono for row in band for run in row):  # a program in which words stand in line
        number = next(columns)
        yield from (line_of(row, page, number) for row in band)
        return
    strips = gutters_of(band)
    parts = [
        [run for row in band for run in row if _side(run, strips) == side] for side in range(len(strips) + 1)
    ]
    if _is_table(parts):
        yield aligned_table(parts, rules, page)
        return
    for part in parts:
        number = next(columns)
        for row in rows_of(part):
            yield line_of(row, page, number)


def _is_table(parts: Sequence[Sequence[Run]]) -> bool:
    if len(parts) > 3:
        return True
    if any(len(part) < 2 for part in parts):
        return False
    if min(mean(len(run.text) for run in part) for part in parts) >= _RUNNING_TEXT and not _spread(parts):
        return False
    if any(_MARKER.match(run.text.split(" ")[0]) for part in parts[1:] for run in part):
        return False
    if sum(_divided(part) for part in parts) > 1:
        return False
    return _level_share(parts) >= 0.6


def _divided(part: Sequence[Run]) -> bool:
    """Whether a word is divided at the end of a line: running text."""
    return any(a.text.endswith("-") and b.text[:1].islower() for a, b in pairwise(part))


def _spread(parts: Sequence[Sequence[Run]]) -> bool:
    """Whether the lines of the first column stand apart as the rows of a table do."""
    pitches = [a.bottom - b.bottom for a, b in pairwise(parts[0])]
    return bool(pitches) and median(pitches) > 2.2 * median(run.size for run in parts[0])


def _level_share(parts: Sequence[Sequence[Run]]) -> float:
    """How many lines of the shortest column stand level with one of the first (or second) column."""
    shortest = min(parts, key=len)
    others = [part for part in parts if part is not shortest]
    level = [
        run for run in shortest if all(any(abs(run.bottom - o.bottom) < 2 for o in part) for part in others)
    ]
    return len(level) / len(shortest)
