"""Forgetting who came to which date, who waited for it, and what was wished for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, not_, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningDelete

from core.people.tidying import months_before
from trainings.facts import BookingState
from trainings.seats.tables import AuthorisationRow, BookingEventRow, BookingRow, CertificateRow
from trainings.tables import DateRow
from trainings.wishes.facts import WishState
from trainings.wishes.tables import WishRow


@dataclass(frozen=True, slots=True)
class Keep:
    """For how many months what is kept, from the end of the date: seats, and bookings of those who gave
    theirs back or got none. Wishes that were answered or withdrawn are kept from when they were made."""

    seats: int = 24
    gone: int = 6
    wishes: int = 12


KEEP = Keep()


@dataclass(frozen=True, slots=True)
class Tidied:
    """How much was deleted."""

    bookings: int
    wishes: int

    def __str__(self) -> str:
        return f"{self.bookings} bookings, {self.wishes} wishes"


def tidy(db: Session, now: datetime, keep: Keep = KEEP) -> Tidied:
    """Deletes what has been kept long enough. Seats of which a certificate or an authorisation came stay as
    long as the person is there, without what happened to them."""
    since = months_before(now, keep.seats)
    _delete_events(db, since)
    bookings = _delete_bookings(db, since, months_before(now, keep.gone))
    return Tidied(bookings, _delete_wishes(db, months_before(now, keep.wishes)))


def _delete_events(db: Session, before: datetime) -> None:
    long_over = select(BookingRow.id).join(DateRow, DateRow.id == BookingRow.date_id)
    old = BookingEventRow.booking_id.in_(long_over.where(DateRow.ends_at < before))
    db.execute(delete(BookingEventRow).where(old))


def _delete_bookings(db: Session, seats_before: datetime, gone_before: datetime) -> int:
    """Their events go with them."""
    booked = BookingRow.state == BookingState.BOOKED.value
    proof = or_(
        exists().where(CertificateRow.booking_id == BookingRow.id),
        exists().where(AuthorisationRow.booking_id == BookingRow.id),
    )
    over = or_(and_(booked, _ended(seats_before)), and_(not_(booked), _ended(gone_before)))
    return _deleted(db, delete(BookingRow).where(over, not_(proof)).returning(BookingRow.id))


def _delete_wishes(db: Session, before: datetime) -> int:
    """Old ones that nobody waits for any more; one that became a date stays until that is long over."""
    became = select(DateRow.id).where(DateRow.ends_at >= before)
    closed = (WishRow.state != WishState.OPEN.value) & (WishRow.created_at < before)
    old = closed & or_(WishRow.date_id.is_(None), WishRow.date_id.not_in(became))
    return _deleted(db, delete(WishRow).where(old).returning(WishRow.id))


def _ended(before: datetime) -> ColumnElement[bool]:
    return BookingRow.date_id.in_(select(DateRow.id).where(DateRow.ends_at < before))


def _deleted(db: Session, statement: ReturningDelete[tuple[int]]) -> int:
    return len(db.scalars(statement).all())
