"""Tables: ruled ones from the lines drawn on the page, others from cells that stand in line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.reading.pdf_hyphens import join_lines
from knowledge.reading.pdf_lines import Line, Table, line_of
from knowledge.reading.pdf_rules import Rule
from knowledge.reading.pdf_runs import Run, gutters_of, rows_of

_TOUCH = 3.0
_SAME = 3.0  # rules this near are one edge
_LONG_CELLS = 45  # characters a line has on average: running text in columns
_MOST_RULES = 40  # with more it is a drawing or a form
_CELL_GAP = 4.0  # points of white between two columns of a table with rules
_ROW_GAP = 1.25  # of the line distance: a new row of a table without rules


def ruled_tables(runs: Sequence[Run], rules: Sequence[Rule], page: int) -> tuple[list[Table], list[Run]]:
    """The tables whose cells are drawn with lines, and the runs outside them."""
    tables, rest = [], list(runs)
    for grid in _grids(rules):
        table = _fill(grid, rest, page)
        if table:
            tables.append(table)
            taken = set(table.runs)
            rest = [run for run in rest if run not in taken]
    return _tables_between_rules(tables, rest, rules, page)


def _tables_between_rules(
    tables: list[Table], runs: list[Run], rules: Sequence[Rule], page: int
) -> tuple[list[Table], list[Run]]:
    """Also the tables with level rules only: above, below and under the header."""
    for equal in _equally_wide(rules):
        best = max(_between(equal, runs), key=lambda inside: (len(_strips(inside)), len(inside)), default=[])
        if best:
            tables = [*tables, aligned_table(_columns(best, _strips(best)), rules, page)]
            taken = set(best)
            runs = [run for run in runs if run not in taken]
    return tables, runs


def _between(equal: Sequence[Rule], runs: Sequence[Run]) -> Iterator[list[Run]]:
    """What stands between two of the rules with a third between them, where it stands in columns of cells."""
    for last in range(2, min(len(equal), _MOST_RULES)):
        for first in range(last - 1):
            low, high = equal[last].top, equal[first].bottom
            inside = [run for run in runs if low < (run.bottom + run.top) / 2 < high]
            if _strips(inside) and not _running_text(inside):
                yield inside


def _strips(runs: Sequence[Run]) -> list[float]:
    return gutters_of([runs], _CELL_GAP)


def _equally_wide(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Level rules that begin and end at the same places, from the top down."""
    groups: list[list[Rule]] = []
    for rule in sorted((rule for rule in rules if not rule.upright), key=lambda rule: -rule.top):
        for group in groups:
            if abs(group[0].left - rule.left) < _SAME and abs(group[0].right - rule.right) < _SAME:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return groups


def _running_text(runs: Sequence[Run]) -> bool:
    return sum(len(run.text) for run in runs) / len(runs) > _LONG_CELLS


def _columns(runs: Sequence[Run], strips: Sequence[float]) -> list[list[Run]]:
    columns: list[list[Run]] = [[] for _ in range(len(strips) + 1)]
    for run in runs:
        columns[bisect_right(strips, run.left)].append(run)
    return columns


_Grid = tuple[
    list[float], list[float]
]  # the upright edges from left to right, the level ones from the bottom up


def _grids(rules: Sequence[Rule]) -> list[_Grid]:
    grids = []
    for group in _touching(rules):
        xs = _edges([(rule.left + rule.right) / 2 for rule in group if rule.upright])
        ys = _edges([(rule.bottom + rule.top) / 2 for rule in group if not rule.upright])
        ends = [edge for rule in group if not rule.upright for edge in (rule.left, rule.right)]
        if xs and ends:  # tables open at the sides
            xs = _edges([*xs, min(ends), max(ends)])
        tips = [edge for rule in group if rule.upright for edge in (rule.bottom, rule.top)]
        if ys and tips:  # tables that go on from or to another page
            ys = _edges([*ys, min(tips), max(tips)])
        if len(xs) >= 3 and len(ys) >= 3:
            grids.append((xs, ys))
    return grids


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        near = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([rule, *(other for group in near for other in group)])
    return groups


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left <= other.right + _TOUCH
        and other.left <= one.right + _TOUCH
        and one.bottom <= other.top + _TOUCH
        and other.bottom <= one.top + _TOUCH
    )


def _edges(places: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME:
            edges.append(place)
    return edges


def _fill(grid: _Grid, runs: Sequence[Run], page: int) -> Table | None:
    xs, ys = grid
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        x, y = (run.left + min(run.right, run.left + run.size * 2)) / 2, (run.bottom + run.top) / 2
        if xs[0] - 1 <= x <= xs[-1] + 1 and ys[0] - 1 <= y <= ys[-1] + 1:
            place = (len(ys) - bisect_right(ys, y), bisect_right(xs, x))
            cells.setdefault(place, []).append(run)
    if len({row for row, _ in cells}) < 2 or len({column for _, column in cells}) < 2:
        return None
    rows = [
        [_cell_text(cells.get((row, column), [])) for column in range(len(xs) + 1)]
        for row in range(len(ys) + 1)
    ]
    return Table(page, _tidy(rows), ys[-1], tuple(run for cell in cells.values() for run in cell))


def _cell_text(runs: Sequence[Run]) -> str:
    return join_lines(" ".join(run.text for run in row) for row in rows_of(runs))


def _tidy(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows without empty rows and without columns that are empty everywhere; a title over all columns
    alone in its row."""
    used = [any(column) for column in zip(*rows, strict=True)]
    kept = [tuple(cell for cell, use in zip(row, used, strict=True) if use) for row in rows if any(row)]
    return tuple(row if sum(map(bool, row)) > 1 else tuple(filter(None, row)) for row in kept)


def aligned_table(columns: Sequence[Sequence[Run]], rules: Sequence[Rule], page: int) -> Table:
    """A table without upright rules, from its columns: a row ends at a level rule or at a gap, or with
    each line."""
    lines = [[line_of(row, page, 0) for row in rows_of(column)] for column in columns]
    starts = _row_starts([line for column in lines for line in column], rules)
    rows = [["" for _ in columns] for _ in starts]
    for number, column in enumerate(lines):
        for index, start in enumerate(starts):
            below = starts[index + 1] if index + 1 < len(starts) else float("-inf")
            inside = [line.text for line in column if below < (line.top + line.bottom) / 2 <= start]
            rows[index][number] = join_lines(inside)
    runs = tuple(run for column in columns for run in column)
    return Table(page, _tidy(rows), max(run.top for run in runs), runs)


def _row_starts(lines: Sequence[Line], rules: Sequence[Rule]) -> list[float]:
    """The upper edges of the rows, from the top down."""
    ordered = sorted({round((line.top + line.bottom) / 2, 1) for line in lines}, reverse=True)
    middles = [y for y, before in zip(ordered, [float("inf"), *ordered], strict=False) if before - y > 2]
    pitches = [a - b for a, b in pairwise(middles)]
    least = min(pitches, default=0)
    gaps = [pitch > _ROW_GAP * least for pitch in pitches]
    every_line = not any(gaps)
    starts = [middles[0] + 1]
    for (above, below), gap in zip(pairwise(middles), gaps, strict=True):
        if every_line or gap or _ruled_between(above, below, lines, rules):
            starts.append(below + 1)
    return starts


def _ruled_between(above: float, below: float, lines: Sequence[Line], rules: Sequence[Rule]) -> bool:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return any(
        below < (rule.bottom + rule.top) / 2 < above
        and not rule.upright
        and rule.left < right
        and rule.right > left
        for rule in rules
    )
