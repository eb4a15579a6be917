"""Ways to write a school's name that somebody has confirmed once and the portal remembers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.names import LONGEST_NAME, clean
from core.people.person import School
from core.people.roles import Right
from core.people.schools import as_school
from core.people.tables import SchoolRow
from deliveries.importing.school_names import key
from deliveries.refusals import NoDeliveriesThere, WordMissing, WordTooLong
from deliveries.tables import SchoolSpellingRow


@dataclass(frozen=True, slots=True)
class Spelling:
    """`folded` is the key by which it can be removed."""

    folded: str
    written: str
    school: School
    at: datetime


def spellings(db: Session, by: Actor) -> tuple[Spelling, ...]:
    """By how they are written. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    row = SchoolSpellingRow
    found = db.execute(select(row, SchoolRow).join(SchoolRow, SchoolRow.id == row.school_id))
    named = (Spelling(one.folded, one.written, as_school(school), one.at) for one, school in found)
    return tuple(sorted(named, key=lambda spelling: spelling.folded))


def confirm_spelling(db: Session, written: str, school_id: int, by: Actor, now: datetime) -> None:
    """From now on this name means this school, also where it meant another one.

    Raises NotAllowed, NoDeliveriesThere (no such school), WordMissing and WordTooLong."""
    by_id = demand_of(by, Right.MANAGE_DELIVERIES)
    if not 0 < school_id <= LARGEST or db.get(SchoolRow, school_id) is None:
        raise NoDeliveriesThere
    name = clean(written)
    row = SchoolSpellingRow(folded=_key(name), written=name, school_id=school_id, by_id=by_id, at=now)
    db.merge(row)
    record(db, by_id, Action.SPELLING_CONFIRMED, f"school {school_id}", now)


def remove_spelling(db: Session, folded: str, by: Actor, now: datetime) -> None:
    """Does nothing where it is gone already. Raises NotAllowed."""
    by_id = demand_of(by, Right.MANAGE_DELIVERIES)
    row = db.get(SchoolSpellingRow, folded)
    if row is not None:
        db.delete(row)
        db.flush()
        record(db, by_id, Action.SPELLING_REMOVED, f"school {row.school_id}", now)


def _key(name: str) -> str:
    folded = key(name)
    if not folded:
        raise WordMissing("school")
    if max(len(folded), len(name)) > LONGEST_NAME:
        raise WordTooLong("school", LONGEST_NAME)
    return folded
