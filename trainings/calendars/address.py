"""The personal address of a calendar: whoever knows it sees the person's dates, without signing in.

It holds the person's number and a digest that only the portal can make, of that number and of how often the
address was renewed. So a renewal is enough to make the old address worthless.
"""

from __future__ import annotations

import hmac
import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.people import as_person, locked
from core.people.person import Person, demand
from core.people.roles import Right
from core.people.tables import PersonRow
from core.signing import Signer
from trainings.seats.tables import CalendarRow

PURPOSE = "calendar address"
TOKEN = re.compile(r"([1-9][0-9]{0,9})-([0-9a-f]{64})")


def path_of(db: Session, person: Person, signer: Signer) -> str:
    """The path of the person's calendar, in a session that writes: the first call makes it. Raises
    NotAllowed and NoSuchPerson."""
    row = _row(db, demand(person, Right.BOOK_TRAININGS).id)
    return f"/kalender/{person.id}-{_digest(signer, person.id, row.number)}.ics"


def renew(db: Session, person: Person, now: datetime) -> None:
    """From now on there is another address, and the one before shows nothing any more. Raises NotAllowed and
    NoSuchPerson."""
    row = _row(db, demand(person, Right.BOOK_TRAININGS).id)
    row.number += 1


def person_of(db: Session, token: str, signer: Signer) -> Person | None:
    """Whose calendar it is ("12-0a1b…"); None for what was never given out, has been renewed since, or
    belongs to somebody who may not come in any more."""
    parts = TOKEN.fullmatch(token)
    if parts is None or int(parts[1]) > LARGEST:
        return None
    person_id = int(parts[1])
    number = db.scalar(select(CalendarRow.number).where(CalendarRow.person_id == person_id))
    # Compared also where there is no such row: nobody learns from the time it takes who has one.
    right = hmac.compare_digest(parts[2], _digest(signer, person_id, number or 0))
    return _welcome(db, person_id) if right and number else None


def _row(db: Session, person_id: int) -> CalendarRow:
    """The person's row, made where there is none; the person is held, so that it is never made twice."""
    locked(db, person_id)
    row = db.get(CalendarRow, person_id, populate_existing=True)
    if row is None:
        row = CalendarRow(person_id=person_id, number=1)
        db.add(row)
    return row


def _welcome(db: Session, person_id: int) -> Person | None:
    row = db.scalar(select(PersonRow).where(PersonRow.id == person_id, PersonRow.active))
    person = as_person(row) if row else None
    return person if person and Right.BOOK_TRAININGS in person.rights else None


def _digest(signer: Signer, person_id: int, number: int) -> str:
    return signer.hash(PURPOSE, f"{person_id} {number}")
