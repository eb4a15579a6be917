"""Which sheets of a file are lists of order lines, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deliveries.reading.headings import NO_LAYOUT, Column, Layout, columns_in, known, series_of
from deliveries.reading.order_tables import Table, table_in
from deliveries.reading.sheets import Sheet
from deliveries.refusals import ColumnsMissing, NoLines, NotATable


@dataclass(frozen=True, slots=True)
class Lists:
    """The tables of a file that hold order lines, each with its layout."""

    tables: Sequence[tuple[Table, Layout]]
    several_sheets: bool

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for table, _ in self.tables for one in table.headings if one))

    @property
    def columns(self) -> dict[str, Column | None]:
        said: dict[str, Column | None] = {}
        for table, layout in self.tables:
            places = columns_in(table.headings, layout)
            used = {table.headings[place]: column for column, place in places.items()}
            said |= {heading: used.get(heading) for heading in table.headings if heading}
        return said


def lists_in(sheets: Sequence[Sheet], layouts: Mapping[str, Layout]) -> Lists:
    """The sheets with order lines; others are passed over. Raises ColumnsMissing where there is none or one
    is only half of such a list, NoLines and NotATable."""
    tables = tables_in(sheets, layouts)
    known_ones = [table for table in tables if not table.lacks(layouts.get(table.series, NO_LAYOUT))]
    whole = series_of(heading for table in known_ones or tables for heading in table.headings)
    said = [(one, layouts.get(one.series) or layouts.get(whole, NO_LAYOUT)) for one in tables]
    lists = [(table, layout) for table, layout in said if not table.lacks(layout)]
    if not lists:
        best = best_of(tables)
        raise ColumnsMissing(best.lacks(layouts.get(best.series, NO_LAYOUT)))
    for table, layout in said:  # leaving such a sheet out would lose its lines without a word
        if table.lacks(layout) and table.looks_like_lines(layout):
            raise ColumnsMissing(table.lacks(layout))
    return Lists(lists, len(sheets) > 1)


def tables_in(sheets: Sequence[Sheet], layouts: Mapping[str, Layout]) -> list[Table]:
    """Of all sheets that are not blank."""
    return [table for sheet in sheets if (table := table_in(sheet, layouts)) is not None]


def best_of(tables: Sequence[Table]) -> Table:
    """The one that looks most like order lines. Raises NotATable and NoLines."""
    if not tables:
        raise NoLines
    best = max(tables, key=lambda table: len(known(table.headings)))
    if sum(map(bool, best.headings)) < 2:
        raise NotATable
    return best
