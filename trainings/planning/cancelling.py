"""A date does not take place: whoever has to do with it learns it, and where there is room instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.house import House
from core.people.actor import Actor, demand_of
from core.people.roles import Right
from trainings.facts import BookingState, DateState, GoneAs, TrainingDate
from trainings.mails.letters import Letter, write_letter
from trainings.planning.kept_texts import needed_text
from trainings.reading import as_date, as_dates
from trainings.refusals import DateCancelled, HasBegun
from trainings.seats.holding import HOLDS_A_SEAT, bookings_of, hold, leave_seat
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow

MOST_ALTERNATIVES = 3


def cancel_date(db: Session, date_id: int, reason: str, by: Actor, now: datetime, house: House) -> None:
    """Raises NotAllowed, NoSuchDate, DateCancelled, HasBegun, TextMissing and TextTooLong."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = held_for_change(db, date_id, now)
    cancel_held(db, row, needed_text(reason, "reason"), now, house)
    record(db, actor, Action.DATE_CANCELLED, f"date {date_id}", now)


def cancel_held(db: Session, row: DateRow, reason: str, now: datetime, house: House) -> None:
    """Cancels a date that is held: all who have a seat, an offer or a place in the list get a mail."""
    row.state, row.cancel_reason = DateState.CANCELLED.value, reason
    told = [booking for booking in bookings_of(db, row.id) if booking.state != BookingState.GONE]
    for booking in told:
        leave_seat(db, booking, GoneAs.DATE_CANCELLED, now)
    date, free = as_date(db, row), _with_free_seats(db, row, now)
    for booking in told:
        instead = _for(db, booking, free)
        write_letter(
            db, Letter.DATE_CANCELLED, booking, date, now, house, reason=reason, alternatives=instead
        )


def held_for_change(db: Session, date_id: int, now: datetime) -> DateRow:
    """The date, held, as long as it can still be changed. Raises NoSuchDate, DateCancelled and HasBegun."""
    row = hold(db, date_id)
    if row.state == DateState.CANCELLED:
        raise DateCancelled(row.cancel_reason)
    if row.starts_at <= now:
        raise HasBegun(row.starts_at)
    return row


def _with_free_seats(db: Session, row: DateRow, now: datetime) -> list[TrainingDate]:
    """Other coming dates of the training that can be booked, the next first."""
    held = (
        select(func.count())
        .where(BookingRow.date_id == DateRow.id, BookingRow.state.in_(HOLDS_A_SEAT))
        .scalar_subquery()
    )
    open_ = (
        (DateRow.state == DateState.PLANNED.value)
        & or_(DateRow.opens_at.is_(None), DateRow.opens_at <= now)
        & (DateRow.closes_at > now)
    )
    same = (DateRow.training_id == row.training_id) & (DateRow.id != row.id)
    wanted = select(DateRow).where(same, open_, held < DateRow.seats)
    return as_dates(db, db.scalars(wanted.order_by(DateRow.starts_at, DateRow.id)).all())


def _for(db: Session, booking: BookingRow, dates: Sequence[TrainingDate]) -> list[TrainingDate]:
    """Those that are for the person and that they do not hold or have a seat in already."""
    own = (BookingRow.person_id == booking.person_id) & (BookingRow.state != BookingState.GONE.value)
    known = set(db.scalars(select(BookingRow.date_id).where(own))) if dates else set()
    fitting = [
        date
        for date in dates
        if date.school_id in (None, booking.school_id)
        and date.trainer_id != booking.person_id
        and date.id not in known
    ]
    return fitting[:MOST_ALTERNATIVES]
