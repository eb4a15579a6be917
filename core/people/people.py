"""Looking people up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.actor import Actor, demand_of
from core.people.emails import BadEmail, kept_email
from core.people.names import fold
from core.people.person import Person, School
from core.people.roles import Right, Role
from core.people.schools import as_school
from core.people.tables import MembershipRow, PersonRow, SchoolRow

# Lines of the audit log may speak of a person whose row is locked; otherwise two administrators who change
# each other would wait for ever.
NUMBER_STAYS = {"key_share": True}


class NoSuchPerson(Exception):
    """There is nobody with this number (any more)."""

    def __init__(self, person_id: int) -> None:
        super().__init__(f"no person {person_id}")
        self.person_id = person_id


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as the administration's list shows them."""

    id: int
    name: str
    email: str
    role: Role | None
    schools: tuple[School, ...]
    active: bool
    created_at: datetime


def as_person(row: PersonRow) -> Person:
    """The person, at the school chosen last, or at the first one when that is none of theirs any more."""
    schools = _schools(row)
    chosen = next((school for school in schools if school.id == row.school_id), None)
    first = schools[0] if schools else None
    return Person(row.id, row.name, row.email, _role(row), schools, chosen or first)


def person(db: Session, person_id: int) -> Person | None:
    """Anyone in the register, active or not."""
    row = db.get(PersonRow, person_id)
    return as_person(row) if row else None


def person_by_email(db: Session, email: str) -> Person | None:
    """Anyone in the register, active or not; nobody has what is no address."""
    try:
        kept = kept_email(email)
    except BadEmail:
        return None
    row = db.scalar(select(PersonRow).where(PersonRow.email == kept))
    return as_person(row) if row else None


def locked(db: Session, person_id: int) -> PersonRow:
    """The person's row as it is now, kept from being changed by others until the transaction ends.
    Raises NoSuchPerson."""
    row = db.get(PersonRow, person_id, with_for_update=NUMBER_STAYS, populate_existing=True)
    if row is None:
        raise NoSuchPerson(person_id)
    return row


def search_people(
    db: Session, by: Actor, text: str, limit: int, roles: Collection[Role | None] = (*Role, None)
) -> Sequence[Listed]:
    """At most `limit` people by name, whose name, e-mail address and schools hold all the words; all people
    of these roles when there is no word. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_PEOPLE)
    words = fold(text).split()
    # Compared here and not in the database: SQLite knows capitals and small letters only of English.
    found = sorted(
        (fold(name), number)
        for number, name, role, told in _told(db)
        if role in roles and all(word in told for word in words)
    )
    return _listed(db, [number for _, number in found[:limit]])


def unassigned(db: Session, by: Actor) -> Sequence[Listed]:
    """Active people to whom nobody has given a role yet, the newest first. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_PEOPLE)
    waiting = select(PersonRow.id).where(PersonRow.role.is_(None), PersonRow.active)
    return _listed(db, db.scalars(waiting.order_by(PersonRow.created_at.desc(), PersonRow.id.desc())).all())


def listed(db: Session, by: Actor, person_id: int) -> Listed:
    """One person as the list shows them. Raises NotAllowed and NoSuchPerson."""
    demand_of(by, Right.MANAGE_PEOPLE)
    row = db.get(PersonRow, person_id)
    if row is None:
        raise NoSuchPerson(person_id)
    return _as_listed(row)


def names_of(db: Session, person_ids: Collection[int]) -> Mapping[int, str]:
    """The names of those who are (still) in the register, by number."""
    found = select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(person_ids))
    return {number: name for number, name in db.execute(found)}


def _told(db: Session) -> Iterable[tuple[int, str, Role | None, str]]:
    """Of each person the number, the name, the role, and all that they can be found by."""
    at: dict[int, list[str]] = {}
    joined = select(MembershipRow.person_id, SchoolRow.folded, SchoolRow.short_name)
    for person_id, folded, short_name in db.execute(
        joined.join(SchoolRow, SchoolRow.id == MembershipRow.school_id)
    ):
        at.setdefault(person_id, []).extend((folded, fold(short_name)))
    people = select(PersonRow.id, PersonRow.name, PersonRow.email, PersonRow.role)
    for number, name, email, role in db.execute(people):
        told = " ".join([fold(name), fold(email), *at.get(number, ())])
        yield number, name, Role(role) if role else None, told


def _listed(db: Session, numbers: Sequence[int]) -> Sequence[Listed]:
    rows = {row.id: row for row in db.scalars(select(PersonRow).where(PersonRow.id.in_(numbers)))}
    return [_as_listed(rows[number]) for number in numbers if number in rows]


def _as_listed(row: PersonRow) -> Listed:
    return Listed(row.id, row.name, row.email, _role(row), _schools(row), row.active, row.created_at)


def _schools(row: PersonRow) -> tuple[School, ...]:
    return tuple(as_school(school) for school in sorted(row.schools, key=lambda school: school.folded))


def _role(row: PersonRow) -> Role | None:
    return Role(row.role) if row.role else None
