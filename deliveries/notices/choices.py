"""Which mails about deliveries somebody wants: none, until they say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from core.people.people import locked
from core.people.person import Person, demand
from core.people.roles import Right
from deliveries.tables import NoticeChoiceRow


@dataclass(frozen=True, slots=True)
class Choice:
    """`weekly`: once a week what has changed at one's own schools. `at_once`: as soon as a promise moves by
    more than two weeks or something can be used."""

    weekly: bool = False
    at_once: bool = False


def choice_of(db: Session, person: Person) -> Choice:
    """Raises NotAllowed."""
    row = db.get(NoticeChoiceRow, demand(person, Right.SEE_DELIVERIES).id)
    return Choice(row.weekly, row.at_once) if row else Choice()


def choose(db: Session, person: Person, weekly: bool, at_once: bool, now: datetime) -> None:
    """The first weekly mail tells of what changes from now on. Raises NotAllowed and NoSuchPerson."""
    number = demand(person, Right.SEE_DELIVERIES).id
    locked(db, number)  # so that the row is never made twice
    row = db.get(NoticeChoiceRow, number, populate_existing=True)
    if row is None:
        row = NoticeChoiceRow(person_id=number, weekly=False, at_once=False, told_until=now)
        db.add(row)
    if weekly and not row.weekly:
        row.told_until = now
    row.weekly, row.at_once = weekly, at_once
