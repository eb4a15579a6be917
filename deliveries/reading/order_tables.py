"""A sheet as a table of order lines: where its headings are, and which rows below them are lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from core.people.names import fold
from deliveries.reading.cells import Cell
from deliveries.reading.headings import (
    MOST,
    NEEDED,
    NO_LAYOUT,
    Column,
    Layout,
    column_called,
    columns_in,
    known,
    missing,
    series_of,
)
from deliveries.reading.sheets import HEADING_ROWS, Row, Sheet

SUM = re.compile(r"(?:zwischen|gesamt)?summe\b")
MOST_NOTES = 1_000


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a sheet as they are written, the notes above and between the rows, and the rows below
    the headings, which can be gone through once."""

    sheet: str
    headings: Sequence[str]
    rows: Iterator[Row]
    notes: list[str] = field(default_factory=list)

    @property
    def series(self) -> str:
        return series_of(self.headings)

    def lacks(self, layout: Layout) -> tuple[str, ...]:
        return missing(known(self.headings, layout))

    def looks_like_lines(self, layout: Layout) -> bool:
        """Whether it names orders and most of what an order line needs, though not all."""
        there = known(self.headings, layout)
        return Column.ORDER in there and sum(bool(there & set(names)) for names in NEEDED) > len(NEEDED) / 2


@dataclass(frozen=True, slots=True)
class LineRow:
    """A row that should be an order line: its cells by column, and the headings above them."""

    number: int
    cells: Mapping[Column, Cell]
    headings: Mapping[Column, str]


def table_in(sheet: Sheet, layouts: Mapping[str, Layout]) -> Table | None:
    """The table in a sheet; None where the sheet is blank."""
    top = list(islice(sheet.rows, HEADING_ROWS))
    if not top:
        return None
    texts = [_texts(row) for row in top]
    at = max(range(len(top)), key=lambda number: (*_rank(texts[number], layouts), -number))
    notes = [" ".join(filter(None, row)) for row in texts[:at]]
    headings, below = texts[at], top[at + 1 :]
    if below and (both := _in_two_rows(headings, below[0])):
        headings, below = both, below[1:]
    return Table(sheet.name, headings, chain(below, sheet.rows), notes)


def _in_two_rows(headings: Sequence[str], below: Row) -> list[str]:
    """The headings with what the row below adds to them ("Menge", and under it "bestellt" and "geliefert");
    none where that row is no second row of headings."""
    added = {place: below.text(place) for place in below.own() if place < MOST}
    above = dict(enumerate(headings))
    both = {place: f"{above[place]} {word}" for place, word in added.items() if above.get(place)}
    if not any(column_called(heading) for heading in both.values()):
        return []
    told = above | added | both
    return [told.get(place, "") for place in range(max(told) + 1)]


def _texts(row: Row) -> list[str]:
    return [row.text(place) for place in range(min(len(row.cells), MOST))]


def _rank(headings: Sequence[str], layouts: Mapping[str, Layout]) -> tuple[bool, int, int]:
    """How much a row looks like the headings: somebody has said so, or it has the most known ones."""
    said = bool(layouts) and series_of(headings) in layouts
    found = len(known(headings))
    return said, found, 0 if found else sum(map(bool, headings))


def line_rows(table: Table, layout: Layout = NO_LAYOUT) -> Iterator[LineRow]:
    """The rows below the headings without repeated headings, sums and notes. Raises ColumnTwice."""
    headings = table.headings
    places = columns_in(headings, layout)
    written = _written(headings, places)
    first = next(place for place, heading in enumerate(headings) if heading)
    for row in table.rows:
        if column_called(row.text(places[Column.ORDER]), layout) and not missing(known(_texts(row), layout)):
            headings = _texts(row)
            places = columns_in(headings, layout)
            written = _written(headings, places)
        elif _is_note(row, first):
            if len(table.notes) < MOST_NOTES:
                table.notes.append(row.text(next(row.own(), None)))
        elif not _is_sum(row):
            cells = {column: row[place] for column, place in places.items()}
            yield LineRow(row.number, cells, written)


def _written(headings: Sequence[str], places: Mapping[Column, int]) -> Mapping[Column, str]:
    return {column: headings[place] for column, place in places.items()}


def _is_note(row: Row, first: int) -> bool:
    """Only the first cell is filled."""
    filled = list(islice(row.own(), 2))
    return not filled or (len(filled) == 1 and filled[0] <= first)


def _is_sum(row: Row) -> bool:
    return bool(SUM.match(fold(row.text(next(row.own())))))
