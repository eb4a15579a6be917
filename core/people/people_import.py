"""The list of people, taken into the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.orm import Session, lazyload

from core.audit import Action, record
from core.people.actor import Actor, demand_of
from core.people.admins import Admin, demand_admin_left, lock_admins
from core.people.csv_reading import Fault, RowError
from core.people.importing import Imported, ImportRefused, by_line
from core.people.named_schools import named_schools, similar_school
from core.people.people_table import SCHOOLS, PeopleTable, PersonFacts
from core.people.register import is_made_up
from core.people.roles import Right, Role
from core.people.schools import all_schools
from core.people.tables import MembershipRow, PersonRow

MOVED_AT_ONCE = 500
SUGGESTED = 100  # names of schools; each takes milliseconds, and a wrong list has tens of thousands


def check_people(db: Session, table: PeopleTable) -> Sequence[RowError]:
    """Everything that is wrong with the list, also with the schools it names."""
    schools = all_schools(db)
    meant = named_schools([line[SCHOOLS] for line in table.lines], schools)
    unknown = [(line, name) for line in table.lines for name in meant[line[SCHOOLS]].unknown]
    first = islice(dict.fromkeys(name for _, name in unknown), SUGGESTED)
    suggestions = {name: similar_school(name, schools) for name in first}
    errors = [
        line.error(SCHOOLS, Fault.UNKNOWN_SCHOOL, name, suggestions.get(name)) for line, name in unknown
    ]
    return by_line([*table.errors, *errors])


def import_people(db: Session, table: PeopleTable, by: Actor, now: datetime) -> Imported:
    """Adds the people who are new and changes the others, known by their e-mail addresses. An empty cell
    leaves what is known, and so do people who are not in the list; nobody is reactivated.

    Raises NotAllowed, ImportRefused and LastAdmin.
    """
    actor = demand_of(by, Right.MANAGE_PEOPLE)
    if errors := check_people(db, table):
        raise ImportRefused(errors)
    admins = lock_admins(db)
    known = _locked_people(db)
    _demand_admin_left(admins, table.rows, known)
    changed = {
        facts.email
        for facts in table.rows
        if facts.email in known and _take_over(db, known[facts.email], facts, actor, now)
    }
    new = [facts for facts in table.rows if facts.email not in known]
    _add(db, new, now, is_made_up(db, by))
    changed |= _set_schools(db, table.rows) & known.keys()
    imported = Imported(len(new), len(changed), len(table.rows) - len(new) - len(changed))
    if new or changed:
        record(db, actor, Action.PEOPLE_IMPORTED, f"{len(table.rows)} rows: {imported}", now)
    return imported


def _locked_people(db: Session) -> dict[str, PersonRow]:
    """All people by e-mail address, without a query for each one's schools."""
    people = select(PersonRow).options(lazyload(PersonRow.schools)).order_by(PersonRow.id)
    fresh = people.with_for_update(key_share=True).execution_options(populate_existing=True)
    return {row.email: row for row in db.scalars(fresh)}


def _demand_admin_left(
    admins: Sequence[Admin], rows: Sequence[PersonFacts], known: Mapping[str, PersonRow]
) -> None:
    given = {known[facts.email].id: facts.role for facts in rows if facts.email in known and facts.role}
    joining = any(facts.role is Role.ADMIN and _real(known.get(facts.email)) for facts in rows)
    if not joining:
        demand_admin_left(admins, {number for number, role in given.items() if role is not Role.ADMIN})


def _real(row: PersonRow | None) -> bool:
    return row is None or (row.active and not row.demo)


def _take_over(db: Session, row: PersonRow, facts: PersonFacts, actor: int | None, now: datetime) -> bool:
    """Name and role as the list has them; whether anything is different now."""
    role = facts.role.value if facts.role else row.role
    before = (row.name, row.role)
    if row.role != role:
        record(db, actor, Action.ROLE_SET, f"person {row.id}: {role}", now)
    row.name, row.role = facts.name, role
    return before != (facts.name, role)


def _add(db: Session, people: Sequence[PersonFacts], now: datetime, made_up: bool) -> None:
    rows = [
        {
            "name": facts.name,
            "email": facts.email,
            "role": facts.role.value if facts.role else None,
            "active": True,
            "demo": made_up,
            "created_at": now,
        }
        for facts in people
    ]
    if rows:  # not through the session, which would write them one by one
        db.execute(insert(PersonRow), rows)


def _set_schools(db: Session, rows: Sequence[PersonFacts]) -> set[str]:
    """Brings people to the schools that the list names; returns the addresses of those who moved."""
    meant = named_schools([facts.schools for facts in rows], all_schools(db))
    named = {facts.email: meant[facts.schools].school_ids for facts in rows}
    numbers = {email: number for email, number in db.execute(select(PersonRow.email, PersonRow.id))}
    at: dict[int, set[int]] = {}
    for person_id, school_id in db.execute(select(MembershipRow.person_id, MembershipRow.school_id)):
        at.setdefault(person_id, set()).add(school_id)
    moved = {
        email for email, schools in named.items() if schools and at.get(numbers[email], set()) != schools
    }
    _move(db, {numbers[email]: named[email] for email in moved})
    return moved


def _move(db: Session, schools: Mapping[int, frozenset[int]]) -> None:
    numbers = sorted(schools)
    for start in range(0, len(numbers), MOVED_AT_ONCE):
        some = numbers[start : start + MOVED_AT_ONCE]
        db.execute(delete(MembershipRow).where(MembershipRow.person_id.in_(some)))
        pairs = [{"person_id": person, "school_id": at} for person in some for at in sorted(schools[person])]
        db.execute(insert(MembershipRow), pairs)
    chosen_still = (MembershipRow.person_id == PersonRow.id) & (
        MembershipRow.school_id == PersonRow.school_id
    )
    stale = PersonRow.school_id.is_not(None) & ~exists().where(chosen_still)
    db.execute(update(PersonRow).where(stale).values(school_id=None))
