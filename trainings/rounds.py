"""What time does by itself: offers end, seats go on, dates with too few people are cancelled, reminders and
thanks go out. Each date in a transaction of its own, held, so that two processes do nothing twice."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from core.database import Database
from core.house import House
from trainings.facts import TOO_FEW, BookingState, DateState
from trainings.mails.letters import Letter, write_letter
from trainings.planning.dates import cancel_held
from trainings.reading import as_date
from trainings.refusals import NoSuchDate
from trainings.seats.holding import bookings_of, hold, settle, taken
from trainings.seats.office_hours import reminder_due
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
Work = Callable[[Session, DateRow, datetime, House], int]
PLANNED = DateRow.state == DateState.PLANNED.value
BOOKED = BookingRow.state == BookingState.BOOKED.value
# Whose attendance nobody has noted is thanked all the same, but later and without a certificate.
UNTIL_NOTED = timedelta(days=2)
FORGOTTEN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Rounds:
    """How much was done."""

    settled: int
    cancelled: int
    reminded: int
    thanked: int


def make_rounds(database: Database, now: datetime, house: House) -> Rounds:
    """Does all that is due at `now`, once."""
    done: Counter[str] = Counter()
    for name, due, work in WORK:
        with database.read() as db:
            numbers = list(db.scalars(due(now)))
        for date_id in numbers:
            # Between the two a date can go, with the school that it was for.
            with suppress(NoSuchDate), database.write.begin() as db:
                done[name] += work(db, hold(db, date_id), now, house)
    return Rounds(done["settled"], done["cancelled"], done["reminded"], done["thanked"])


def make_rounds_regularly(
    database: Database, house: House, clock: Clock, stop: threading.Event, seconds: float = 60
) -> None:
    """Until `stop` is set, whatever happens to the database meanwhile."""
    while not stop.wait(seconds):
        try:
            make_rounds(database, clock(), house)
        # Only its kind: the error's text can hold a statement's values, and so people.
        except Exception as error:
            log.error("the rounds of the trainings broke off: %s", type(error).__name__)


def _unsettled(now: datetime) -> Select[int]:
    """Dates with offers whose time is up, or with people on the list."""
    expired = (BookingRow.state == BookingState.OFFERED.value) & (BookingRow.offer_ends_at <= now)
    waits = BookingRow.state == BookingState.WAITING.value
    return select(BookingRow.date_id).where(or_(expired, waits)).distinct().order_by(BookingRow.date_id)


def _settle(db: Session, row: DateRow, now: datetime, house: House) -> int:
    before = _states(bookings_of(db, row.id))
    return int(_states(settle(db, row, now, house)) != before)


def _undecided(now: datetime) -> Select[int]:
    due = (DateRow.decide_at <= now) & DateRow.decided_at.is_(None) & (DateRow.starts_at > now)
    return select(DateRow.id).where(PLANNED, due).order_by(DateRow.id)


def _decide(db: Session, row: DateRow, now: datetime, house: House) -> int:
    if row.decided_at is not None or row.state != DateState.PLANNED:
        return 0
    row.decided_at = now
    if len(taken(settle(db, row, now, house))) >= row.minimum:
        return 0
    cancel_held(db, row, TOO_FEW, now, house)
    return 1


def _not_reminded(now: datetime) -> Select[int]:
    soon = (DateRow.starts_at > now) & (DateRow.starts_at <= now + timedelta(days=3))
    left = BookingRow.reminded_days.is_(None) | (BookingRow.reminded_days > 1)
    joined = select(DateRow.id).join(BookingRow, BookingRow.date_id == DateRow.id)
    return joined.where(PLANNED, soon, BOOKED, left).distinct().order_by(DateRow.id)


def _remind(db: Session, row: DateRow, now: datetime, house: House) -> int:
    days = reminder_due(now, row.starts_at)
    if days is None or row.state != DateState.PLANNED:
        return 0
    unreminded = [
        booking
        for booking in _booked(db, row)
        if booking.reminded_days is None or booking.reminded_days > days
    ]
    date = as_date(db, row)
    for booking in unreminded:
        booking.reminded_days = days
        write_letter(db, Letter.REMINDER, booking, date, now, house, days=days)
    return len(unreminded)


def _not_thanked(now: datetime) -> Select[int]:
    over = (DateRow.ends_at <= now) & (DateRow.ends_at > now - FORGOTTEN)
    noted = BookingRow.attended.is_(True) | (
        BookingRow.attended.is_(None) & (DateRow.ends_at <= now - UNTIL_NOTED)
    )
    joined = select(DateRow.id).join(BookingRow, BookingRow.date_id == DateRow.id)
    unthanked = BookingRow.thanked_at.is_(None)
    return joined.where(PLANNED, over, BOOKED, unthanked, noted).distinct().order_by(DateRow.id)


def _thank(db: Session, row: DateRow, now: datetime, house: House) -> int:
    noted_long_ago = row.ends_at <= now - UNTIL_NOTED
    unthanked = [
        booking
        for booking in _booked(db, row)
        if booking.thanked_at is None and (booking.attended or (booking.attended is None and noted_long_ago))
    ]
    date = as_date(db, row)
    for booking in unthanked:
        booking.thanked_at = now
        certificate = bool(booking.attended) and date.training.certificate_minutes > 0
        write_letter(db, Letter.THANKS, booking, date, now, house, certificate=certificate)
    return len(unthanked)


def _booked(db: Session, row: DateRow) -> Sequence[BookingRow]:
    return [booking for booking in bookings_of(db, row.id) if booking.state == BookingState.BOOKED]


def _states(bookings: Sequence[BookingRow]) -> list[tuple[int, str]]:
    return [(booking.id, booking.state) for booking in bookings]


WORK: tuple[tuple[str, Callable[[datetime], Select[int]], Work], ...] = (
    ("settled", _unsettled, _settle),
    ("cancelled", _undecided, _decide),
    ("reminded", _not_reminded, _remind),
    ("thanked", _not_thanked, _thank),
)
