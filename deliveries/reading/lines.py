"""What is read: order lines, and what is wrong with a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from deliveries.facts import Device, Period
from deliveries.reading.headings import Column
from deliveries.stages import Stage


class Fault(StrEnum):
    """Why a row is not taken."""

    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    FRACTION = "fraction"
    NEGATIVE = "negative"
    NOT_POSITIVE = "not_positive"  # an order line has at least one piece
    TOO_LARGE = "too_large"
    TOO_MANY_DELIVERED = "too_many_delivered"
    UNKNOWN_STAGE = "unknown_stage"
    BAD_DATE = "bad_date"
    TOO_LONG = "too_long"
    UNKNOWN_SCHOOL = "unknown_school"  # found when schools are looked up, not in reading
    CONTRADICTION = "contradiction"  # the same order line stands in the file with other values


@dataclass(frozen=True, slots=True)
class RowFault:
    """`row` is the number that Excel shows; `column` the heading as the file has it, `value` the cell as a
    text; `sheet` is said where a workbook has several. `suggestion` is what may have been meant. `order` and
    `position` are the order line that the row names, where they could be read."""

    row: int
    column: str
    value: str
    fault: Fault
    sheet: str = ""
    suggestion: str | None = None
    order: str = field(default="", compare=False)
    position: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """An order line as a list has it; `school` as it is written there. `delivered` is None where the list
    does not say. `headings` are those of the file, for what is found to be wrong later."""

    row: int
    sheet: str
    order: str
    position: int
    school: str
    device: Device
    ordered: int
    delivered: int | None
    stage: Stage
    promise: Period | None
    reason: str
    programme: str
    room: str
    measure: str
    earmarked_until: date | None
    headings: Mapping[Column, str] = field(compare=False, repr=False)

    def fault(self, column: Column, value: str, why: Fault, suggestion: str | None = None) -> RowFault:
        heading = self.headings.get(column, column.value)
        return RowFault(self.row, heading, value, why, self.sheet, suggestion, self.order, self.position)
