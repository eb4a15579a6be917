"""Seats for people: book, wait, answer an offer, cancel.

Each use case holds the date, looks, and writes; mails and the seats of others follow in the same transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.house import House
from core.people.person import Person, demand
from core.people.roles import Right
from trainings.facts import BookingState, DateState, GoneAs, Standing
from trainings.mails.letters import Letter, write_letter, write_to
from trainings.planning.kept_texts import kept_text
from trainings.reading import as_date
from trainings.refusals import (
    AlreadyBooked,
    HasBegun,
    NoSuchBooking,
    NoSuchDate,
    OfferExpired,
    Refusal,
    SeriesBlocked,
    TextTooLong,
    TooLate,
)
from trainings.seats.conditions import Look, why_not, why_not_wait
from trainings.seats.holding import HOLDS_A_SEAT, hold, leave_seat, note, settle, take_seat, taken, waiting
from trainings.seats.office_hours import reminder_due
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow, TrainingRow
from trainings.wishes.tables import WishRow

LONGEST_WORD = 1000


def book(
    db: Session, date_id: int, by: Person, now: datetime, house: House, *, despite_overlap: bool = False
) -> int:
    """A seat for the person; returns the booking's number. Raises NotAllowed and the refusals of
    `trainings.seats.conditions.why_not`."""
    person = demand(by, Right.BOOK_TRAININGS)
    row = hold(db, date_id)
    bookings = settle(db, row, now, house)
    refusal = why_not(look_at(db, row, bookings, person, now), despite_overlap=despite_overlap)
    if refusal:
        raise refusal
    booking = _own_row(db, row, bookings, person, now)
    take_seat(db, booking, row, bookings)
    booking.state, booking.reminded_days = BookingState.BOOKED.value, reminder_due(now, row.starts_at)
    _write(db, booking, "booked", now)
    write_letter(db, Letter.BOOKED, booking, as_date(db, row), now, house)
    return booking.id


def book_series(
    db: Session, series: str, by: Person, now: datetime, house: House, *, despite_overlap: bool = False
) -> int:
    """A seat in each coming date of the series, or in none; returns how many were booked. Raises NotAllowed,
    NoSuchDate, AlreadyBooked where all of them are, and SeriesBlocked."""
    coming = (DateRow.state == DateState.PLANNED.value) & (DateRow.starts_at > now)
    dates = db.execute(
        select(DateRow.id, DateRow.starts_at).where(DateRow.series == series, coming).order_by(DateRow.id)
    ).all()
    if not dates:
        raise NoSuchDate
    booked = 0
    for date in dates:  # by number, as all who hold several dates: so nobody waits in a circle
        try:
            book(db, date.id, by, now, house, despite_overlap=despite_overlap)
            booked += 1
        except AlreadyBooked:
            continue
        except Refusal as refusal:
            raise SeriesBlocked(date.starts_at, refusal) from refusal
    if not booked:
        raise AlreadyBooked
    return booked


def wait(
    db: Session, date_id: int, by: Person, now: datetime, house: House, *, short_notice: bool = False
) -> int:
    """A place on the waiting list; returns which, from 1. With `short_notice` a seat that becomes free
    shortly before the start is the person's without asking. Raises NotAllowed and the refusals of
    `trainings.seats.conditions.why_not_wait`."""
    person = demand(by, Right.BOOK_TRAININGS)
    row = hold(db, date_id)
    bookings = settle(db, row, now, house)
    if refusal := why_not_wait(look_at(db, row, bookings, person, now)):
        raise refusal
    booking = _own_row(db, row, bookings, person, now)
    booking.state, booking.gone_as = BookingState.WAITING.value, None
    booking.waiting_since, booking.short_notice = now, short_notice
    _write(db, booking, "waiting", now)
    bookings = settle(db, row, now, house)
    return waiting(bookings).index(booking) + 1 if booking in waiting(bookings) else 1


def leave(db: Session, date_id: int, by: Person, now: datetime, house: House) -> None:
    """The person does not want to wait any longer. Raises NotAllowed, NoSuchDate and NoSuchBooking."""
    row, _, booking = _held(db, date_id, by, now, house, BookingState.WAITING)
    leave_seat(db, booking, GoneAs.LEFT, now)
    settle(db, row, now, house)


def accept(db: Session, date_id: int, by: Person, now: datetime, house: House) -> None:
    """The person takes the seat that was offered. Raises NotAllowed, NoSuchDate, NoSuchBooking and
    OfferExpired."""
    row, _, booking = _held(db, date_id, by, now, house, BookingState.OFFERED)
    booking.state, booking.offer_ends_at = BookingState.BOOKED.value, None
    booking.reminded_days = reminder_due(now, row.starts_at)
    _write(db, booking, "accepted", now)
    write_letter(db, Letter.BOOKED, booking, as_date(db, row), now, house)


def refuse(db: Session, date_id: int, by: Person, now: datetime, house: House) -> None:
    """The person does not want the seat that was offered: the next one gets it. Raises as `accept`."""
    row, _, booking = _held(db, date_id, by, now, house, BookingState.OFFERED)
    leave_seat(db, booking, GoneAs.REFUSED, now)
    settle(db, row, now, house)


def cancel(db: Session, date_id: int, by: Person, now: datetime, house: House, *, word: str = "") -> None:
    """Gives the person's seat back. After the deadline only with a word to the trainer. Raises NotAllowed,
    NoSuchDate, NoSuchBooking, HasBegun, TooLate and TextTooLong."""
    row, _, booking = _held(db, date_id, by, now, house, BookingState.BOOKED)
    if now >= row.starts_at:
        raise HasBegun(row.starts_at)
    said = kept_text(word, "word")
    if len(said) > LONGEST_WORD:
        raise TextTooLong("word", LONGEST_WORD)
    late = now > row.cancel_until
    if late and not said:
        raise TooLate(row.cancel_until)
    leave_seat(db, booking, GoneAs.CANCELLED_LATE if late else GoneAs.CANCELLED, now, said)
    date = as_date(db, row)
    write_letter(db, Letter.CANCELLED, booking, date, now, house)
    if said and row.trainer_id:
        write_to(db, Letter.LATE_CANCEL, row.trainer_id, now, house, date=date, who=by.name, word=said)
    settle(db, row, now, house)


def look_at(db: Session, row: DateRow, bookings: Sequence[BookingRow], person: Person, now: datetime) -> Look:
    """What the conditions look at, for one date that is held."""
    school_id = school_of(person)
    held = taken(bookings)
    return Look(
        date=as_date(db, row),
        now=now,
        person_id=person.id,
        school_id=school_id,
        school_ids=frozenset(school.id for school in person.schools),
        standing=standing_of(person.id, bookings),
        taken=len(held),
        waiting=len(waiting(bookings)),
        of_school=sum(booking.school_id == school_id for booking in held),
        others=seats_elsewhere(db, person.id, row.id),
        invited=row.id in invitations(db, person.id),
        sees_all=Right.PLAN_TRAININGS in person.rights,
    )


def invitations(db: Session, person_id: int) -> set[int]:
    """The dates that grew out of the person's wishes."""
    own = (WishRow.person_id == person_id) & WishRow.date_id.is_not(None)
    return {date_id for date_id in db.scalars(select(WishRow.date_id).where(own)) if date_id}


def standing_of(person_id: int, bookings: Sequence[BookingRow]) -> Standing | None:
    """How the person stands to the date whose bookings these are."""
    own = next((booking for booking in bookings if booking.person_id == person_id), None)
    if own is None:
        return None
    listed = waiting(bookings)
    return as_standing(own, listed.index(own) + 1 if own in listed else None)


def as_standing(row: BookingRow, place: int | None, certificate: str | None = None) -> Standing:
    return Standing(
        booking_id=row.id,
        state=BookingState(row.state),
        place=place,
        offer_ends_at=row.offer_ends_at,
        short_notice=row.short_notice,
        gone_as=GoneAs(row.gone_as) if row.gone_as else None,
        attended=row.attended,
        certificate=certificate,
        feedback_given=row.feedback_at is not None,
    )


def seats_elsewhere(
    db: Session, person_id: int, but: int | None
) -> list[tuple[int, str, datetime, datetime]]:
    """The person's seats: number of the date, title, start and end; without those of one date."""
    wanted = (
        select(DateRow.id, TrainingRow.title, DateRow.starts_at, DateRow.ends_at)
        .join(BookingRow, BookingRow.date_id == DateRow.id)
        .join(TrainingRow, TrainingRow.id == DateRow.training_id)
        .where(
            BookingRow.person_id == person_id,
            BookingRow.state.in_(HOLDS_A_SEAT),
            DateRow.state == DateState.PLANNED.value,
            DateRow.id != (but or 0),
        )
        .order_by(DateRow.starts_at)
    )
    return [(row.id, row.title, row.starts_at, row.ends_at) for row in db.execute(wanted)]


def school_of(person: Person) -> int | None:
    """The school that the person comes from: the one chosen, else the only or first one."""
    school = person.school or next(iter(person.schools), None)
    return school.id if school else None


def _held(
    db: Session, date_id: int, by: Person, now: datetime, house: House, state: BookingState
) -> tuple[DateRow, list[BookingRow], BookingRow]:
    """The date, held; its bookings; and the person's own in this state."""
    person = demand(by, Right.BOOK_TRAININGS)
    row = hold(db, date_id)
    ended = _offer_end(db, date_id, person.id)
    bookings = settle(db, row, now, house)
    own = next((booking for booking in bookings if booking.person_id == person.id), None)
    if own is not None and own.state == state:
        return row, bookings, own
    if state is BookingState.OFFERED and ended and ended <= now:
        raise OfferExpired(ended)
    raise NoSuchBooking


def _offer_end(db: Session, date_id: int, person_id: int) -> datetime | None:
    own = (BookingRow.date_id == date_id) & (BookingRow.person_id == person_id)
    return db.scalar(select(BookingRow.offer_ends_at).where(own))


def _own_row(
    db: Session, row: DateRow, bookings: list[BookingRow], person: Person, now: datetime
) -> BookingRow:
    """The person's row for the date, new where there is none; of whoever comes back nothing old is left."""
    own = next((booking for booking in bookings if booking.person_id == person.id), None)
    if own is None:
        own = BookingRow(date_id=row.id, person_id=person.id, created_at=now, priority=0, sequence=0)
        bookings.append(own)
        db.add(own)
    own.school_id, own.short_notice = school_of(person), False
    return own


def _write(db: Session, booking: BookingRow, what: str, now: datetime) -> None:
    db.flush()
    note(db, booking, what, now)
    db.flush()
