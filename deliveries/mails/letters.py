"""The mails about deliveries: rows of the outbox, written in the transaction of what they tell of."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.house import House
from core.mail.days import written_day
from core.mail.message import MailRefused, offer_stop, write
from core.mail.outbox import KEEP, put_message
from core.mail.rendering import Templates
from core.people.tables import PersonRow
from deliveries.mails.stopping import stop_address

log = logging.getLogger(__name__)

TEMPLATES = Templates(Path(__file__).resolve().parent)


class Letter(StrEnum):
    """Each has a template of the same name in `de` and `en`."""

    WEEKLY = "weekly"
    AT_ONCE = "at_once"
    CONFIRM = "confirm"  # a reminder to confirm what has been set up
    REMARKED = "remarked"  # to the team
    SETTLED = "settled"  # to whoever confirmed


WANTED = frozenset({Letter.WEEKLY, Letter.AT_ONCE})  # chosen, and stopped with one click


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a letter goes to, and in which language."""

    id: int
    name: str
    email: str
    language: str


def reader_of(db: Session, person_id: int, house: House) -> Reader | None:
    """None for somebody who is gone, or whose account is switched off."""
    wanted = select(PersonRow.name, PersonRow.email, PersonRow.language)
    row = db.execute(wanted.where(PersonRow.id == person_id, PersonRow.active)).first()
    if row is None:
        return None
    return Reader(person_id, row.name, row.email, row.language or house.language)


def write_to(
    db: Session, letter: Letter, reader: Reader, now: datetime, house: House, **values: object
) -> bool:
    """Whether the letter lies in the outbox now: an address that mail does not reach stops nothing."""
    stop = stop_address(reader.id, reader.language, house) if letter in WANTED else None
    day = partial(written_day, language=reader.language)
    known = {"name": reader.name, "day": day, "stop": stop, **values}
    subject, body = TEMPLATES.written(letter.value, reader.language, house, known)
    try:
        message = write(house.sender, reader.email, subject, body)
        if stop:
            offer_stop(message, stop)
        put_message(db, message, now, expires_at=now + KEEP)
    except MailRefused as refused:
        log.warning("a letter (%s) could not be written: %s", letter.value, refused.header)
        return False
    return True
