"""What is kept about a person: taken along, and deleted. Both are the whole of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, FromClause, RowMapping, Table, false, or_, select
from sqlalchemy import delete as delete_rows
from sqlalchemy.orm import Session

from core.audit import Action, AuditRow, record
from core.database import Base
from core.mail.tables import MailRow
from core.people.actor import Actor, demand_of
from core.people.admins import demand_admin_left, lock_admins
from core.people.people import locked
from core.people.person import Person, School
from core.people.register import forget_address
from core.people.roles import Right
from core.people.schools import as_school
from core.people.tables import PasswordLinkRow, PersonRow, SignedInRow

OWN_TABLES = {"people", "memberships", "signed_in", "password_links", "audit_log"}  # told one by one


def export(db: Session, person_id: int, by: Actor, now: datetime) -> dict[str, Any]:
    """Everything stored about the person, as JSON can hold it; of a password only that there is one.
    People may have their own, and those who manage people anyone's. Raises NotAllowed and NoSuchPerson."""
    actor = _demand(by, person_id)
    row = locked(db, person_id)
    told = {
        "exported_at": _moment(now),
        "account": _account(row),
        "schools": [_told(as_school(school)) for school in row.schools],
        "sessions": _sessions(db, person_id),
        "password_links": _password_links(db, person_id),
        "mails": _mails(db, row.email),
        "audit_log": _audit_log(db, person_id),
        **_of_other_packages(db, person_id),
    }
    record(db, actor, Action.DATA_EXPORTED, f"person {person_id}", now)
    return told


def delete(db: Session, person_id: int, by: Actor, now: datetime) -> None:
    """Deletes the person, all that belongs to them, and mails to them. What they did stays in the audit log,
    without them. People may delete themselves, and those who manage people anyone.

    Raises NotAllowed, NoSuchPerson and LastAdmin.
    """
    actor = _demand(by, person_id)
    admins = lock_admins(db)
    row = locked(db, person_id)
    demand_admin_left(admins, {person_id})
    remove(db, row, None if actor == person_id else actor, now)


def remove(db: Session, row: PersonRow, actor: int | None, now: datetime) -> None:
    """Deletes a person whose row is locked, whoever asks for it; `actor` is the number for the audit log."""
    forget_address(db, row)
    db.execute(delete_rows(PersonRow).where(PersonRow.id == row.id))  # what hangs on it goes with it
    record(db, actor, Action.PERSON_DELETED, f"person {row.id}", now)


def _demand(by: Actor, person_id: int) -> int | None:
    own = isinstance(by, Person) and by.id == person_id
    return demand_of(by, Right.OWN_ACCOUNT if own else Right.MANAGE_PEOPLE)


def _account(row: PersonRow) -> dict[str, Any]:
    return {
        "number": row.id,
        "name": row.name,
        "email": row.email,
        "role": row.role,
        "active": row.active,
        "demo": row.demo,
        "has_password": row.password is not None,
        "sign_in_service": row.issuer,
        "sign_in_service_name": row.subject,
        "chosen_school": row.school_id,
        "language": row.language,
        "created_at": _moment(row.created_at),
        "seen_at": _moment(row.seen_at),
    }


def _told(school: School) -> dict[str, Any]:
    return {"number": school.id, "name": school.name}


def _sessions(db: Session, person_id: int) -> list[dict[str, Any]]:
    rows = select(SignedInRow).where(SignedInRow.person_id == person_id).order_by(SignedInRow.started_at)
    return [
        {
            "started_at": _moment(row.started_at),
            "seen_at": _moment(row.seen_at),
            "ends_at": _moment(row.ends_at),
            "lasting": row.lasting,
        }
        for row in db.scalars(rows)
    ]


def _password_links(db: Session, person_id: int) -> list[dict[str, Any]]:
    rows = select(PasswordLinkRow.ends_at).where(PasswordLinkRow.person_id == person_id)
    return [{"ends_at": _moment(ends_at)} for ends_at in db.scalars(rows)]


def _mails(db: Session, email: str) -> list[dict[str, Any]]:
    rows = select(MailRow).where(MailRow.recipient == email).order_by(MailRow.id)
    return [
        {"subject": row.subject, "created_at": _moment(row.created_at), "sent_at": _moment(row.sent_at)}
        for row in db.scalars(rows)
    ]


def _audit_log(db: Session, person_id: int) -> list[dict[str, Any]]:
    """Lines by and about the person; of the latter not who it was."""
    named = f"person {person_id}"
    by_or_about = or_(AuditRow.person_id == person_id, AuditRow.about.startswith(named, autoescape=True))
    return [
        {
            "at": _moment(row.at),
            "action": row.action,
            "about": row.about,
            "by_this_person": row.person_id == person_id,
        }
        for row in db.scalars(select(AuditRow).where(by_or_about).order_by(AuditRow.id))
        if row.person_id == person_id or re.match(rf"{named}\b", row.about)  # not person 12 for person 1
    ]


def _of_other_packages(db: Session, person_id: int) -> dict[str, Any]:
    """What the tables of all other packages hold of the person, by the tables' names; nothing where there is
    nothing. What goes with them is told whole; of things that stay, those with which they had to do."""
    told: dict[str, Any] = {}
    belongs = _belonging(person_id)
    for table in Base.metadata.sorted_tables:
        if table.name not in OWN_TABLES:
            people = _referring_to(PersonRow.__table__, table)
            # What belongs to others is told to them alone, whoever did it.
            theirs = [belongs[table]] if table in belongs else [column == person_id for column in people]
            wanted = select(table).where(or_(false(), *theirs)).order_by(*table.primary_key)
            if rows := db.execute(wanted).all():
                told[table.name] = [_as_json(row._mapping, people) for row in rows]
    return told


def _belonging(person_id: int) -> dict[FromClause, ColumnElement[bool]]:
    """Which rows are deleted with the person, also because what they belong to is."""
    found: dict[FromClause, ColumnElement[bool]] = {
        PersonRow.__table__: PersonRow.__table__.c.id == person_id
    }
    for table in Base.metadata.sorted_tables:
        goes_with = [
            key for key in table.foreign_keys if key.ondelete == "CASCADE" and key.column.table in found
        ]
        if goes_with and table.name not in OWN_TABLES:
            found[table] = or_(
                *(key.parent.in_(select(key.column).where(found[key.column.table])) for key in goes_with)
            )
    return found


def _referring_to(table: FromClause, other: Table) -> list[Column[Any]]:
    return [key.parent for key in other.foreign_keys if key.column.table is table]


def _as_json(row: RowMapping, left_out: Collection[Column[Any]]) -> dict[str, Any]:
    names = {column.name for column in left_out}
    return {
        name: value.isoformat() if isinstance(value, date) else value  # a moment is a date, too
        for name, value in row.items()
        if name not in names
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
