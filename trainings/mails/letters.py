"""The mails about trainings: rows of the outbox, written in the transaction of what they tell of."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.house import House
from core.mail.invitation import write_invitation
from core.mail.message import MailRefused, write
from core.mail.outbox import KEEP, put_message
from core.people.tables import PersonRow
from trainings.calendars.files import Method, cancellation, invitation
from trainings.facts import BookingState, TrainingDate
from trainings.mails.rendering import written
from trainings.seats.tables import BookingRow

log = logging.getLogger(__name__)


class Letter(StrEnum):
    """Each has a template of the same name in `de` and `en`."""

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
    WISH_JOIN_ASKED = "wish_join_asked"
    WISH_JOINED = "wish_joined"
    WISH_PLANNED = "wish_planned"
    WISH_DECLINED = "wish_declined"


REQUESTS = frozenset({Letter.BOOKED, Letter.SEAT_GIVEN, Letter.DATE_CHANGED})
CANCELS = frozenset({Letter.CANCELLED, Letter.REMOVED, Letter.DATE_CANCELLED})


@dataclass(frozen=True, slots=True)
class _Reader:
    """Whom a letter goes to, in which language, and from which house."""

    name: str
    email: str
    language: str
    house: House


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
    to it. An address that mail does not reach stops nothing."""
    reader = _reader(db, booking.person_id, house)
    if reader is None:
        return
    method = _method(letter, booking)
    has_seat = booking.state == BookingState.BOOKED
    told = date if has_seat else replace(date, link="")
    shown = {
        "date": told,
        "has_seat": has_seat,
        "waits": booking.state == BookingState.WAITING,
        "calendar": method is not None,
        "until": booking.offer_ends_at,
        **values,
    }
    file = _file(method, booking, told, reader, now) if method else None
    if _put(db, letter, reader, now, shown, _expires_at(letter, booking, date, now), file):
        booking.sequence += file is not None


def write_to(
    db: Session, letter: Letter, person_id: int, now: datetime, house: House, **values: object
) -> None:
    """Writes a letter without a calendar file to anybody; does nothing where there is no such person. The
    link of a date is told to nobody in it."""
    reader = _reader(db, person_id, house)
    if reader is not None:
        date = values.get("date")
        shown = values | {"date": replace(date, link="") if isinstance(date, TrainingDate) else None}
        _put(db, letter, reader, now, shown, now + KEEP)


def _reader(db: Session, person_id: int, house: House) -> _Reader | None:
    """None for somebody who is gone, or whose account is switched off."""
    wanted = select(PersonRow.name, PersonRow.email, PersonRow.language)
    row = db.execute(wanted.where(PersonRow.id == person_id, PersonRow.active)).first()
    if row is None:
        return None
    return _Reader(row.name, row.email, row.language or house.language, house)


def _method(letter: Letter, booking: BookingRow) -> Method | None:
    """Who is only offered a seat has nothing in the calendar, and nothing is cancelled that never was
    there."""
    if letter in REQUESTS and booking.state == BookingState.BOOKED:
        return Method.REQUEST
    return Method.CANCEL if letter in CANCELS and booking.sequence > 0 else None


def _file(
    method: Method, booking: BookingRow, date: TrainingDate, reader: _Reader, now: datetime
) -> tuple[bytes, Method]:
    make = invitation if method is Method.REQUEST else cancellation
    house = replace(reader.house, language=reader.language)
    return make(date, booking.id, booking.sequence, reader.name, reader.email, house, now), method


def _expires_at(letter: Letter, booking: BookingRow, date: TrainingDate, now: datetime) -> datetime:
    """From when on nobody has anything from the letter any more."""
    if letter is Letter.OFFER and booking.offer_ends_at:
        return booking.offer_ends_at
    return date.starts_at if letter is Letter.REMINDER else now + KEEP


def _put(
    db: Session,
    letter: Letter,
    reader: _Reader,
    now: datetime,
    values: Mapping[str, object],
    expires_at: datetime,
    file: tuple[bytes, Method] | None = None,
) -> bool:
    """Whether the letter lies in the outbox now."""
    house = reader.house
    subject, body = written(letter.value, reader.name, reader.language, house, now, values)
    try:
        message = (
            write_invitation(house.sender, reader.email, subject, body, *file)
            if file
            else write(house.sender, reader.email, subject, body)
        )
        put_message(db, message, now, expires_at=expires_at)
    except MailRefused as refused:
        log.warning("a letter (%s) could not be written: %s", letter.value, refused.header)
        return False
    return True
