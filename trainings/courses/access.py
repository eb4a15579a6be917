"""Who may run a date: its trainer, the team, and the operator. For all others it does not exist."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.actor import Actor, Operator, demand_of
from core.people.person import Person
from core.people.roles import Right
from trainings.refusals import NoSuchBooking, NoSuchDate
from trainings.seats.holding import hold
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow


def runs(by: Actor, trainer_id: int | None) -> bool:
    """Whether somebody may run the dates of this trainer."""
    if isinstance(by, Operator):
        return True
    own = Right.HOLD_TRAININGS in by.rights and trainer_id == by.id
    return own or Right.PLAN_TRAININGS in by.rights


def date_run(db: Session, date_id: int, by: Actor) -> DateRow:
    """The date, to look at. Raises NotAllowed and NoSuchDate."""
    demand_of(by, Right.HOLD_TRAININGS)
    row = db.get(DateRow, date_id) if 0 < date_id <= LARGEST else None
    if row is None or not runs(by, row.trainer_id):
        raise NoSuchDate
    return row


def booking_seen(db: Session, booking_id: int, by: Actor) -> BookingRow:
    """The booking, to look at. Raises NotAllowed and NoSuchBooking."""
    demand_of(by, Right.HOLD_TRAININGS)
    booking = booking_numbered(db, booking_id)
    if not runs(by, booking.date.trainer_id):
        raise NoSuchBooking
    return booking


def booking_run(db: Session, booking_id: int, by: Actor) -> tuple[BookingRow, DateRow]:
    """The booking and its date, which is held: to be changed. Raises NotAllowed and NoSuchBooking."""
    demand_of(by, Right.HOLD_TRAININGS)
    booking, date = booking_held(db, booking_id)
    if not runs(by, date.trainer_id):
        raise NoSuchBooking
    return booking, date


def booking_held(db: Session, booking_id: int) -> tuple[BookingRow, DateRow]:
    """The booking and its date as they are once the date is held, for whoever asks then whether they may.
    Raises NoSuchBooking."""
    date = hold(db, booking_numbered(db, booking_id).date_id)
    return booking_numbered(db, booking_id), date


def booking_numbered(db: Session, booking_id: int) -> BookingRow:
    """As it is now in the database; it goes with its person. Raises NoSuchBooking."""
    wanted = select(BookingRow).where(BookingRow.id == booking_id).execution_options(populate_existing=True)
    booking = db.scalar(wanted) if 0 < booking_id <= LARGEST else None
    if booking is None:
        raise NoSuchBooking
    return booking


def number_of(by: Actor) -> int | None:
    """The number under which logs know them, None for the operator."""
    return by.id if isinstance(by, Person) else None
