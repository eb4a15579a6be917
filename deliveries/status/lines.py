"""What a school sees of its deliveries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.actor import Actor
from core.people.person import School
from deliveries.access import school_seen
from deliveries.refusals import NoDeliveriesThere, NoSuchLine
from deliveries.status.found import LineStatus, Situation, found
from deliveries.tables import OrderLineRow

__all__ = ["LineStatus", "SchoolStatus", "Situation", "line_status", "school_status"]


@dataclass(frozen=True, slots=True)
class SchoolStatus:
    """A school's lines, the most urgent first. `as_of` is the newest day of which something is known, and
    `source` the list that told it, or nothing where a person did."""

    school: School
    lines: tuple[LineStatus, ...]
    as_of: date | None
    source: str


def school_status(db: Session, school_id: int, by: Actor, today: date) -> SchoolStatus:
    """Raises NotAllowed and NoDeliveriesThere."""
    if not 0 < school_id <= LARGEST:
        raise NoDeliveriesThere
    school = school_seen(db, school_id, by)
    lines = in_order(found(db, by, today, OrderLineRow.school_id == school_id))
    newest = max((status.line for status in lines), key=lambda line: line.as_of, default=None)
    return SchoolStatus(school, lines, newest.as_of if newest else None, newest.source if newest else "")


def line_status(db: Session, line_id: int, by: Actor, today: date) -> LineStatus:
    """Raises NotAllowed and NoSuchLine."""
    lines = found(db, by, today, OrderLineRow.id == line_id) if 0 < line_id <= LARGEST else []
    if not lines:
        raise NoSuchLine
    return lines[0]


def in_order(lines: list[LineStatus]) -> tuple[LineStatus, ...]:
    """Late ones first, then what is blocked, what comes by its promise, what is here, what was cancelled."""
    return tuple(sorted(lines, key=_urgency))


def _urgency(status: LineStatus) -> tuple[int, int, date, str, int]:
    promise = status.line.promise.last if status.line.promise else date.max
    place = list(Situation).index(status.situation)
    return place, -status.judgement.days, promise, status.line.order, status.line.position
