"""Who belongs to the portal, and as what. Every change stands in the audit log."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.mail.tables import MailRow
from core.people.actor import Actor, demand_of
from core.people.admins import demand_admin_left, lock_admins
from core.people.emails import kept_email
from core.people.names import kept_name
from core.people.people import as_person, locked
from core.people.person import Person
from core.people.roles import Right, Role
from core.people.sessions import end_all
from core.people.tables import PasswordLinkRow, PersonRow
from core.people.workplaces import schools_numbered


class EmailTaken(Exception):
    """Another person has this address."""

    def __init__(self, email: str) -> None:
        super().__init__(email)
        self.email = email


def add_person(
    db: Session,
    name: str,
    email: str,
    role: Role | None,
    school_ids: Collection[int],
    by: Actor,
    now: datetime,
    demo: bool = False,
) -> Person:
    """Raises NotAllowed, NameMissing, NameTooLong, BadEmail, EmailTaken and NoSuchSchool."""
    actor = demand_of(by, Right.MANAGE_PEOPLE)
    kept = kept_email(email)
    made_up = demo or is_made_up(db, by)
    row = PersonRow(
        name=kept_name(name), email=kept, role=_word(role), active=True, demo=made_up, created_at=now
    )
    _demand_free(db, kept, but=None)
    row.schools = schools_numbered(db, school_ids)
    db.add(row)
    _flush(db, kept)
    record(db, actor, Action.PERSON_ADDED, f"person {row.id}", now)
    return as_person(row)


def is_made_up(db: Session, by: Actor) -> bool:
    """Whether somebody of a demonstration does it; whoever they add is made up as well."""
    return isinstance(by, Person) and db.get_one(PersonRow, by.id).demo


def change_person(db: Session, person_id: int, name: str, email: str, by: Actor, now: datetime) -> Person:
    """Another name or address. Links to set a password and mails that went to the old address are forgotten.
    Raises NotAllowed, NoSuchPerson, NameMissing, NameTooLong, BadEmail and EmailTaken."""
    actor = demand_of(by, Right.MANAGE_PEOPLE)
    kept, kept_as = kept_name(name), kept_email(email)
    row = locked(db, person_id)
    if (row.name, row.email) != (kept, kept_as):
        if row.email != kept_as:
            _demand_free(db, kept_as, but=person_id)
            forget_address(db, row)
        row.name, row.email = kept, kept_as
        _flush(db, kept_as)
        record(db, actor, Action.PERSON_CHANGED, f"person {person_id}", now)
    return as_person(row)


def set_role(db: Session, person_id: int, role: Role | None, by: Actor, now: datetime) -> Person:
    """Raises NotAllowed, NoSuchPerson and LastAdmin."""
    actor = demand_of(by, Right.MANAGE_PEOPLE)
    admins = lock_admins(db)
    row = locked(db, person_id)
    if row.role != _word(role):
        demand_admin_left(admins, {person_id})
        row.role = _word(role)
        record(db, actor, Action.ROLE_SET, f"person {person_id}: {row.role or 'none'}", now)
    return as_person(row)


def deactivate(db: Session, person_id: int, by: Actor, now: datetime) -> Person:
    """The person is signed out everywhere and cannot come back.
    Raises NotAllowed, NoSuchPerson and LastAdmin."""
    actor = demand_of(by, Right.MANAGE_PEOPLE)
    admins = lock_admins(db)
    row = locked(db, person_id)
    demand_admin_left(admins, {person_id})
    end_all(db, person_id)
    db.execute(delete(PasswordLinkRow).where(PasswordLinkRow.person_id == person_id))
    if row.active:
        row.active = False
        record(db, actor, Action.DEACTIVATED, f"person {person_id}", now)
    return as_person(row)


def reactivate(db: Session, person_id: int, by: Actor, now: datetime) -> Person:
    """Raises NotAllowed and NoSuchPerson."""
    actor = demand_of(by, Right.MANAGE_PEOPLE)
    row = locked(db, person_id)
    if not row.active:
        row.active = True
        record(db, actor, Action.REACTIVATED, f"person {person_id}", now)
    return as_person(row)


def forget_address(db: Session, row: PersonRow) -> None:
    """Forgets the mails to the person's address and the links to set a password that went there."""
    db.execute(delete(MailRow).where(MailRow.recipient == row.email))
    db.execute(delete(PasswordLinkRow).where(PasswordLinkRow.person_id == row.id))


def _demand_free(db: Session, email: str, but: int | None) -> None:
    if db.scalar(select(PersonRow.id).where(PersonRow.email == email)) not in (None, but):
        raise EmailTaken(email)


def _flush(db: Session, email: str) -> None:
    try:
        db.flush()
    except IntegrityError as error:  # someone else has just taken it
        raise EmailTaken(email) from error


def _word(role: Role | None) -> str | None:
    return role.value if role else None
