"""The dates that stand in somebody's calendar, each with its booking and the last SEQUENCE that was sent."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.person import Person, demand
from core.people.roles import Right
from trainings.facts import BookingState, DateState, TrainingDate
from trainings.reading import as_dates
from trainings.refusals import NoSuchBooking
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow

LOOKS_BACK = timedelta(days=90)

Entry = tuple[TrainingDate, int, int]


def entries(db: Session, person: Person, now: datetime) -> list[Entry]:
    """The person's seats: all that are coming, and those of the last 90 days. Raises NotAllowed."""
    demand(person, Right.BOOK_TRAININGS)
    return _entries(db, person, DateRow.ends_at > now - LOOKS_BACK)


def entry(db: Session, date_id: int, person: Person) -> Entry:
    """The person's seat in one date. Raises NotAllowed and NoSuchBooking."""
    demand(person, Right.BOOK_TRAININGS)
    found = _entries(db, person, DateRow.id == date_id) if 0 < date_id <= LARGEST else []
    if not found:
        raise NoSuchBooking
    return found[0]


def _entries(db: Session, person: Person, which: ColumnElement[bool]) -> list[Entry]:
    own = (BookingRow.person_id == person.id) & (BookingRow.state == BookingState.BOOKED.value)
    planned = DateRow.state == DateState.PLANNED.value
    rows = db.execute(
        select(DateRow, BookingRow.id, BookingRow.sequence)
        .join(BookingRow, BookingRow.date_id == DateRow.id)
        .where(own, planned, which)
        .order_by(DateRow.starts_at, DateRow.id)
    ).all()
    dates = as_dates(db, [date for date, _, _ in rows])
    return [
        (date, booking_id, max(0, sequence - 1))
        for date, (_, booking_id, sequence) in zip(dates, rows, strict=True)
    ]
