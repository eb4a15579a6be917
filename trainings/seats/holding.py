"""The seats of one date: who holds them, who is next, what becomes free.

Whatever changes the seats of a date holds its row first (`hold`), settles what time has changed meanwhile,
and settles again when it is done. So no seat is ever free while somebody waits who may have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.house import House
from core.people.tables import PersonRow
from trainings.facts import BookingState, DateState, GoneAs, TrainingDate
from trainings.mails.letters import Letter, write_letter
from trainings.reading import as_date
from trainings.refusals import NoSuchDate
from trainings.seats.conditions import capped
from trainings.seats.office_hours import is_late, offer_ends_at, reminder_due, school_days
from trainings.seats.tables import AuthorisationRow, BookingEventRow, BookingRow
from trainings.tables import DateRow

HOLDS_A_SEAT = frozenset({BookingState.BOOKED.value, BookingState.OFFERED.value})


def hold(db: Session, date_id: int) -> DateRow:
    """The date, kept from all others who would change it until the transaction ends. Raises NoSuchDate."""
    if date_id > LARGEST:  # a number from an address, which no database could look for
        raise NoSuchDate
    wanted = select(DateRow).where(DateRow.id == date_id).with_for_update(of=DateRow)
    row = db.scalar(wanted.execution_options(populate_existing=True))
    if row is None:
        raise NoSuchDate
    return row


def bookings_of(db: Session, date_id: int) -> list[BookingRow]:
    """All who have or had something to do with the date, the waiting list in its order."""
    wanted = select(BookingRow).where(BookingRow.date_id == date_id)
    rows = db.scalars(wanted.execution_options(populate_existing=True))
    return sorted(rows, key=_in_the_list)


def waiting(bookings: Iterable[BookingRow]) -> list[BookingRow]:
    """The waiting list, the next one first."""
    waits = [row for row in bookings if row.state == BookingState.WAITING]
    return sorted(waits, key=_in_the_list)


def taken(bookings: Iterable[BookingRow]) -> list[BookingRow]:
    """Those who hold a seat, booked or offered."""
    return [row for row in bookings if row.state in HOLDS_A_SEAT]


def settle(db: Session, row: DateRow, now: datetime, house: House) -> list[BookingRow]:
    """Ends offers whose time is up and gives what is free to those who are next. The row must be held.
    Returns the date's bookings as they are then."""
    bookings = bookings_of(db, row.id)
    open_ = row.state == DateState.PLANNED and now < row.starts_at
    for booking in bookings:
        if booking.state == BookingState.OFFERED and booking.offer_ends_at and booking.offer_ends_at <= now:
            _expire(db, booking, row, now, house, told=open_)
        elif booking.state == BookingState.WAITING and not open_:
            leave_seat(db, booking, GoneAs.OVER, now)
    while open_ and (first := _next(db, row, bookings, now)) is not None:
        _give(db, first, row, bookings, now, house)
    db.flush()
    return bookings


def take_seat(db: Session, booking: BookingRow, row: DateRow, bookings: Sequence[BookingRow]) -> None:
    """The lowest free seat; the caller has made sure that there is one."""
    held = {other.seat for other in taken(bookings) if other is not booking}
    booking.seat = next(number for number in range(1, row.seats + 1) if number not in held)
    booking.gone_as = None


def move_up(db: Session, bookings: Sequence[BookingRow]) -> None:
    """Numbers the seats that are held anew, from 1 without gaps: where there are to be fewer."""
    held = sorted(taken(bookings), key=lambda booking: booking.seat or 0)
    for number, booking in enumerate(held, 1):
        booking.seat = number
        db.flush()  # one after the other: no number is ever there twice


def leave_seat(
    db: Session,
    booking: BookingRow,
    gone_as: GoneAs,
    now: datetime,
    reason: str = "",
    by_id: int | None = None,
) -> None:
    """The person has neither seat nor place in the list any more; what came of being there goes with it:
    some check in before the start, and leave."""
    booking.state, booking.gone_as = BookingState.GONE.value, gone_as.value
    booking.seat = booking.offer_ends_at = booking.waiting_since = None
    booking.attended = booking.checked_in_at = None
    booking.priority = 0
    db.execute(delete(AuthorisationRow).where(AuthorisationRow.booking_id == booking.id))
    note(db, booking, gone_as.value, now, reason, by_id)
    db.flush()  # the seat is free for the next one to take


def note(
    db: Session, booking: BookingRow, what: str, now: datetime, reason: str = "", by_id: int | None = None
) -> None:
    """Writes down what happened to a booking."""
    db.add(BookingEventRow(booking_id=booking.id, at=now, what=what, reason=reason, by_id=by_id))


def _in_the_list(booking: BookingRow) -> tuple[int, datetime, int]:
    return (-booking.priority, booking.waiting_since or booking.created_at, booking.id)


def _expire(db: Session, booking: BookingRow, row: DateRow, now: datetime, house: House, told: bool) -> None:
    leave_seat(db, booking, GoneAs.EXPIRED, now)
    if told:
        write_letter(db, Letter.OFFER_EXPIRED, booking, as_date(db, row), now, house)


def _next(db: Session, row: DateRow, bookings: Sequence[BookingRow], now: datetime) -> BookingRow | None:
    """Who gets a free seat: the first of the list whose school has not got its share already."""
    held = taken(bookings)
    waits = waiting(bookings)
    if len(held) >= row.seats or not waits:
        return None
    date = as_date(db, row)
    here = _still_here(db, waits)
    return next((each for each in waits if each.person_id in here and _may(date, each, held, now)), None)


def _may(date: TrainingDate, booking: BookingRow, held: Sequence[BookingRow], now: datetime) -> bool:
    of_school = sum(other.school_id == booking.school_id for other in held)
    return not capped(date, booking.school_id, of_school, now)


def _still_here(db: Session, bookings: Iterable[BookingRow]) -> set[int]:
    """Those whose account has not been switched off."""
    numbers = [booking.person_id for booking in bookings]
    return set(db.scalars(select(PersonRow.id).where(PersonRow.id.in_(numbers), PersonRow.active)))


def _give(
    db: Session,
    booking: BookingRow,
    row: DateRow,
    bookings: Sequence[BookingRow],
    now: datetime,
    house: House,
) -> None:
    """Shortly before the start the seat goes straight to who has said so; otherwise it is offered."""
    until = offer_ends_at(now, row.starts_at, school_days(db, house.state))
    take_seat(db, booking, row, bookings)
    if booking.short_notice and is_late(now, row.starts_at):
        booking.state, letter = BookingState.BOOKED.value, Letter.SEAT_GIVEN
        booking.reminded_days = reminder_due(now, row.starts_at)
    else:
        booking.state, letter = BookingState.OFFERED.value, Letter.OFFER
        booking.offer_ends_at = until
    note(db, booking, letter.value, now)
    write_letter(db, letter, booking, as_date(db, row), now, house)
