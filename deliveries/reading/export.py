"""A whole list: its lines, its faults, and what it says of itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from deliveries.reading.cells import Cell
from deliveries.reading.doubles import without_doubles
from deliveries.reading.grids import sheets_of
from deliveries.reading.headings import (
    NO_LAYOUT,
    Column,
    Layout,
    column_called,
    series_of,
)
from deliveries.reading.judging import Source, read_line
from deliveries.reading.lines import Fault, ReadLine, RowFault
from deliveries.reading.listed_day import day_told
from deliveries.reading.lists import Lists, best_of, lists_in, tables_in
from deliveries.reading.order_tables import line_rows
from deliveries.reading.sheets import Budget
from deliveries.refusals import NoLines, NotATable

__all__ = [
    "Export",
    "Fault",
    "Layout",
    "Look",
    "ReadLine",
    "RowFault",
    "look_at",
    "read_export",
    "read_records",
]

MOST_LINES = 100_000
SAMPLES = 3  # rows
HIGHEST = 10**30  # no number of anything; Python will not even write down much longer ones


@dataclass(frozen=True, slots=True)
class Export:
    """A list as it was read. `digest` is that of its bytes, `series` the same for all lists with the same
    headings; `columns` says for each heading which column it was taken for (None: of no use). `as_of` is the
    day of which the list tells, where it says so itself; `sheets` are the sheets with order lines."""

    name: str
    digest: str
    series: str
    headings: tuple[str, ...]
    columns: Mapping[str, Column | None]
    lines: tuple[ReadLine, ...]
    faults: tuple[RowFault, ...]
    as_of: date | None
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What can be said of a list before it can be read: its headings, which columns they were taken for, and
    the first rows below them, so that somebody can say what the others mean."""

    series: str
    headings: tuple[str, ...]
    columns: Mapping[str, Column | None]
    samples: tuple[tuple[str, ...], ...]
    missing: tuple[str, ...]


def read_export(data: bytes, name: str, layouts: Mapping[str, Layout] | None = None) -> Export:
    """The order lines of a file and all that is wrong with its rows; `layouts` by their series.

    Raises a DeliveryRefusal where the whole file cannot be taken.
    """
    found = lists_in(sheets_of(data), layouts or {})
    columns = found.columns
    lines, faults = _judged(found)
    if not lines and not faults:
        raise NoLines
    notes = [note for table, _ in found.tables for note in table.notes]
    return Export(
        name=name,
        digest=hashlib.sha256(data).hexdigest(),
        series=series_of(found.headings),
        headings=found.headings,
        columns=columns,
        lines=lines,
        faults=faults,
        as_of=day_told(notes, name),
        sheets=tuple(table.sheet for table, _ in found.tables if table.sheet),
    )


def look_at(data: bytes, name: str, layouts: Mapping[str, Layout] | None = None) -> Look:
    """What can be said of a file of which the portal does not know how to read it.

    Raises a DeliveryRefusal where the file is no table at all.
    """
    known_layouts = layouts or {}
    table = best_of(tables_in(sheets_of(data), known_layouts))
    layout = known_layouts.get(table.series, NO_LAYOUT)
    headings = tuple(dict.fromkeys(filter(None, table.headings)))
    places = [table.headings.index(heading) for heading in headings]
    rows = islice(table.rows, SAMPLES)
    return Look(
        series=table.series,
        headings=headings,
        columns={heading: column_called(heading, layout) for heading in headings},
        samples=tuple(tuple(row.text(place) for place in places) for row in rows),
        missing=table.lacks(layout),
    )


def _judged(found: Lists) -> tuple[tuple[ReadLine, ...], tuple[RowFault, ...]]:
    budget = Budget(MOST_LINES)
    lines: list[ReadLine] = []
    faults: list[RowFault] = []
    for table, layout in found.tables:
        sheet = table.sheet if found.several_sheets else ""
        for row in line_rows(table, layout):
            budget.spend()
            _put(read_line(row.number, row.cells, Source(sheet, row.headings, layout.stages)), lines, faults)
    order = [table.sheet for table, _ in found.tables]
    return _once(lines, faults, order)


def _put(read: ReadLine | list[RowFault], lines: list[ReadLine], faults: list[RowFault]) -> None:
    if isinstance(read, ReadLine):
        lines.append(read)
    else:
        faults += read


def _once(
    lines: list[ReadLine], faults: list[RowFault], sheets: Sequence[str] = ()
) -> tuple[tuple[ReadLine, ...], tuple[RowFault, ...]]:
    """Without doubles, the faults in the order of sheets and rows."""
    taken, contradictions = without_doubles(lines)
    place = {sheet: number for number, sheet in enumerate(sheets)}
    found = sorted([*faults, *contradictions], key=lambda fault: (place.get(fault.sheet, 0), fault.row))
    return tuple(taken), tuple(found)


def read_records(records: Sequence[Mapping[str, object]], name: str, as_of: date | None) -> Export:
    """The same for a list that another program hands over as records, by the names of `Column`; a record's
    row is its place in the list, from 1. What a record does not hold, or holds as nothing, is not said.

    Raises a DeliveryRefusal where there is no record, or one holds something else than plain values.
    """
    if not records:
        raise NoLines
    names = {column: column.value for column in Column}
    rows = [_cells(record) for record in records]
    lines: list[ReadLine] = []
    faults: list[RowFault] = []
    for number, cells in enumerate(rows, 1):
        _put(read_line(number, cells, Source("", names, {})), lines, faults)
    taken, found = _once(lines, faults)
    told = [column for column in Column if any(column in cells for cells in rows)]
    return Export(
        name=name,
        digest=hashlib.sha256(json.dumps(rows, sort_keys=True, default=str).encode()).hexdigest(),
        series=series_of(names.values()),
        headings=tuple(told),
        columns={column.value: column for column in told},
        lines=taken,
        faults=found,
        as_of=as_of,
        sheets=(),
    )


def _cells(record: Mapping[str, object]) -> dict[Column, Cell]:
    told = {column: record[column.value] for column in Column if record.get(column.value) not in (None, "")}
    cells: dict[Column, Cell] = {}
    for column, value in told.items():
        if not isinstance(value, str | int | float) or (isinstance(value, int) and abs(value) > HIGHEST):
            raise NotATable
        cells[column] = value
    return cells
