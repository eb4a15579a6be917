"""The mails about trainings: rows of the outbox, written in the transaction of what they tell of."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from trainings.booking_tables import BookingRow
from trainings.facts import House, TrainingDate


class Letter(StrEnum):
    """Each has a template of the same name in `mails/de` and `mails/en`."""

    BOOKED = "booked"
    OFFER = "offer"
    SEAT_GIVEN = "seat_given"
    OFFER_EXPIRED = "offer_expired"
    CANCELLED = "cancelled"
    REMOVED = "removed"
    DATE_CHANGED = "date_changed"
    DATE_CANCELLED = "date_cancelled"
    REMINDER = "reminder"
    THANKS = "thanks"
    MESSAGE = "message"
    LATE_CANCEL = "late_cancel"  # to the trainer


def write_letter(
    db: Session,
    letter: Letter,
    booking: BookingRow,
    date: TrainingDate,
    now: datetime,
    house: House,
    **values: object,
) -> None:
    """Writes the letter to the person of the booking, in their language, with the calendar file that belongs
    to it."""


def write_to(
    db: Session, letter: Letter, person_id: int, now: datetime, house: House, **values: object
) -> None:
    """Writes a letter without a calendar file to anybody; does nothing where there is no such person."""
