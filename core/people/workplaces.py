"""Where people work: their schools, and the one they work for at the moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.people.actor import Actor, demand_of
from core.people.people import as_person, locked
from core.people.person import Person
from core.people.roles import Right
from core.people.schools import NoSuchSchool
from core.people.tables import MembershipRow, SchoolRow


class NotYourSchool(Exception):
    """The person does not work at this school."""

    def __init__(self, school_id: int) -> None:
        super().__init__(f"not at school {school_id}")
        self.school_id = school_id


def set_schools(db: Session, person_id: int, school_ids: Collection[int], by: Actor, now: datetime) -> Person:
    """The person works at these schools and at no others.
    Raises NotAllowed, NoSuchPerson and NoSuchSchool."""
    actor = demand_of(by, Right.MANAGE_PEOPLE)
    row = locked(db, person_id)
    wanted = set(school_ids)
    if {school.id for school in row.schools} != wanted:
        row.schools = schools_numbered(db, wanted)
        if row.school_id not in wanted:
            row.school_id = None
        numbers = " ".join(map(str, sorted(wanted))) or "none"
        record(db, actor, Action.SCHOOLS_SET, f"person {person_id}: schools {numbers}", now)
    return as_person(row)


def switch_school(db: Session, person: Person, school_id: int) -> Person:
    """The person works for another of their schools from now on. Raises NoSuchPerson and NotYourSchool."""
    row = locked(db, person.id)
    if school_id not in {school.id for school in row.schools}:
        raise NotYourSchool(school_id)
    row.school_id = school_id
    return as_person(row)


def head_counts(db: Session) -> Mapping[int, int]:
    """How many people work at each school where there is anybody."""
    counted = select(MembershipRow.school_id, func.count()).group_by(MembershipRow.school_id)
    return {school_id: count for school_id, count in db.execute(counted)}


def schools_numbered(db: Session, school_ids: Collection[int]) -> list[SchoolRow]:
    """Raises NoSuchSchool with all numbers that are none."""
    rows = list(db.scalars(select(SchoolRow).where(SchoolRow.id.in_(school_ids))))
    if missing := set(school_ids) - {row.id for row in rows}:
        raise NoSuchSchool(missing)
    return rows
