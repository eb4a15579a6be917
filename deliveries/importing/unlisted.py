"""Lines that lists of one make have named before, and that the newest one lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.tables import SchoolRow
from deliveries.importing.planned import Missing
from deliveries.reading.export import Export
from deliveries.stages import Stage
from deliveries.tables import OrderLineRow

Row = OrderLineRow


@dataclass(frozen=True, slots=True)
class Unlisted:
    missing: Missing
    stage: Stage
    usable: int
    wanted: int


def unlisted(db: Session, export: Export, as_of: date) -> Sequence[Unlisted]:
    """By order and position; lines of which something younger speaks are not for this list to name. A row
    with a fault names its line all the same, and all of its order where the position is what is wrong."""
    named = {(line.order, line.position) for line in export.lines}
    named_too = {(fault.order, fault.position) for fault in export.faults}
    usable, wanted = Row.pieces_set_up + Row.pieces_in_use, Row.ordered - Row.pieces_cancelled
    lines = (
        select(Row.id, Row.order_number, Row.position, SchoolRow.name, Row.stage, usable, wanted)
        .join(SchoolRow, SchoolRow.id == Row.school_id)
        .where(Row.series == export.series, Row.series != "", Row.as_of <= as_of)
        .order_by(Row.order_number, Row.position)
    )
    rows = (row for row in db.execute(lines) if (row[1], row[2]) not in named)
    return [_unlisted(*row) for row in rows if not {(row[1], row[2]), (row[1], None)} & named_too]


def asked_about(line: Unlisted) -> bool:
    """Whether more was to come of a line, so that it is odd that a complete list lacks it."""
    return line.stage is not Stage.CANCELLED and line.usable < line.wanted


def _unlisted(number: int, order: str, position: int, school: str, stage: str, *pieces: Any) -> Unlisted:
    return Unlisted(Missing(number, order, position, school), Stage(stage), *pieces)
