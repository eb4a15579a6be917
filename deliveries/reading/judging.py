"""One row of a list: the order line in it, or all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.people.names import fold
from deliveries.facts import Device, Period
from deliveries.reading.cells import Cell, as_text
from deliveries.reading.headings import DEVICE_COLUMNS, Column
from deliveries.reading.lines import Fault, ReadLine, RowFault
from deliveries.reading.numbers import MOST, BadNumber, read_count
from deliveries.reading.periods import BadDate, read_period
from deliveries.stages import Stage, stage_called

SHOWN = 200  # letters of a cell in a fault
HIGHEST_POSITION = 999_999_999
POSITION_BEHIND = re.compile(r"(.+)/(0{0,8}[1-9][0-9]{0,8})")
LONGEST: Mapping[Column, int] = {
    Column.ORDER: 100,
    Column.SCHOOL: 200,
    Column.CATEGORY: 200,
    Column.MAKE: 200,
    Column.MODEL: 200,
    Column.DEVICE: 300,
    Column.REASON: 2_000,
    Column.PROGRAMME: 100,
    Column.ROOM: 200,
    Column.MEASURE: 200,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows stand: the sheet, where it is to be named, the headings as they are written there, and words
    for stages that hold for this list only, folded."""

    sheet: str
    headings: Mapping[Column, str]
    stages: Mapping[str, str]


def read_line(number: int, cells: Mapping[Column, Cell], source: Source) -> ReadLine | list[RowFault]:
    """The order line in a row; a column that is not in `cells` does not stand in the list."""
    row = _Row(number, cells, source)
    order, position = row.order_line()
    school, device, ordered = row.text(Column.SCHOOL, needed=True), row.device(), row.ordered()
    delivered, stage, promise = row.delivered(ordered), row.stage(), row.period(Column.PROMISE)
    reason, programme = row.text(Column.REASON), row.text(Column.PROGRAMME)
    room, measure, until = row.text(Column.ROOM), row.text(Column.MEASURE), row.earmarked_until()
    if row.faults or position is None or ordered is None or stage is None:
        return [replace(fault, order=order, position=position) for fault in row.faults]
    return ReadLine(
        row=number,
        sheet=source.sheet,
        order=order,
        position=position,
        school=school,
        device=device,
        ordered=ordered,
        delivered=delivered,
        stage=stage,
        promise=promise,
        reason=reason,
        programme=programme,
        room=room,
        measure=measure,
        earmarked_until=until,
        headings=source.headings,
    )


class _Row:
    """Reads cell by cell and keeps what is wrong; what could not be read comes back as None or empty."""

    def __init__(self, number: int, cells: Mapping[Column, Cell], source: Source) -> None:
        self.faults: list[RowFault] = []
        self._number, self._cells, self._source = number, cells, source

    def text(self, column: Column, needed: bool = False) -> str:
        text = as_text(self._cells.get(column))
        if len(text) > LONGEST[column]:
            self._fault(column, Fault.TOO_LONG)
        elif needed and not text:
            self._fault(column, Fault.MISSING)
        return text

    def order_line(self) -> tuple[str, int | None]:
        order = self.text(Column.ORDER, needed=True)
        if Column.POSITION in self._cells:
            return order, self._count(Column.POSITION, 1, HIGHEST_POSITION, needed=True)
        match = POSITION_BEHIND.fullmatch(order)
        return (match[1].rstrip(), int(match[2])) if match else (order, 1)

    def device(self) -> Device:
        told = (Column.CATEGORY, Column.MAKE, Column.MODEL, Column.DEVICE)
        device = Device(*(self.text(column) if column in self._cells else "" for column in told))
        if device == Device():
            headings = self._source.headings
            column = next((one for one in DEVICE_COLUMNS if one in headings), Column.CATEGORY)
            self._fault(column, Fault.MISSING)
        return device

    def ordered(self) -> int | None:
        return self._count(Column.ORDERED, 1, MOST, needed=True)

    def delivered(self, ordered: int | None) -> int | None:
        delivered = self._count(Column.DELIVERED, 0, MOST)
        if delivered is not None and ordered is not None and delivered > ordered:
            self._fault(Column.DELIVERED, Fault.TOO_MANY_DELIVERED)
        return delivered

    def stage(self) -> Stage | None:
        word = as_text(self._cells.get(Column.STAGE))
        said = self._source.stages.get(fold(word)) if self._source.stages else None
        stage = Stage(said) if said in set(Stage) else stage_called(word)
        if stage is None:
            self._fault(Column.STAGE, Fault.UNKNOWN_STAGE if word else Fault.MISSING)
        return stage

    def period(self, column: Column) -> Period | None:
        try:
            return read_period(self._cells.get(column))
        except BadDate:
            self._fault(column, Fault.BAD_DATE)
            return None

    def earmarked_until(self) -> date | None:
        period = self.period(Column.EARMARKED_UNTIL)
        return period.last if period else None

    def _count(self, column: Column, least: int, most: int, needed: bool = False) -> int | None:
        cell = self._cells.get(column)
        if not as_text(cell):
            if needed:
                self._fault(column, Fault.MISSING)
            return None
        try:
            number = read_count(cell, most)
        except BadNumber as error:
            self._fault(column, error.fault)
            return None
        if number < least:
            self._fault(column, Fault.NOT_POSITIVE)
            return None
        return number

    def _fault(self, column: Column, fault: Fault) -> None:
        value = as_text(self._cells.get(column))[:SHOWN]
        heading = self._source.headings.get(column, column.value)
        self.faults.append(RowFault(self._number, heading, value, fault, self._source.sheet))
