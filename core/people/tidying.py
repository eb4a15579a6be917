"""Forgetting what has had its time."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from core.audit import Action, AuditRow, record
from core.people.attempts import FORGOTTEN_AFTER
from core.people.own_data import remove
from core.people.roles import Role
from core.people.tables import AttemptRow, PasswordLinkRow, PersonRow, SignedInRow


@dataclass(frozen=True, slots=True)
class Tidied:
    """How much was deleted."""

    people: int
    sessions: int
    password_links: int
    attempts: int
    audit_lines: int

    def __str__(self) -> str:
        counts = ((field.name.replace("_", " "), getattr(self, field.name)) for field in fields(self))
        return ", ".join(f"{count} {name}" for name, count in counts)


def tidy(db: Session, now: datetime, *, keep_people: int, keep_audit: int) -> Tidied:
    """Deletes sessions and links that have ended, failed tries of yesterday, people who have not been there
    for `keep_people` months (never active administrators), and audit lines older than `keep_audit` months."""
    people = _remove_people(db, months_before(now, keep_people), now)
    tidied = Tidied(
        people=people,
        sessions=_deleted(db, SignedInRow, SignedInRow.ends_at <= now),
        password_links=_deleted(db, PasswordLinkRow, PasswordLinkRow.ends_at <= now),
        attempts=_deleted(db, AttemptRow, AttemptRow.last_at <= now - FORGOTTEN_AFTER),
        audit_lines=_deleted(db, AuditRow, AuditRow.at < months_before(now, keep_audit)),
    )
    if any(getattr(tidied, field.name) for field in fields(tidied)):
        record(db, None, Action.TIDIED, str(tidied), now)
    return tidied


def months_before(moment: datetime, months: int) -> datetime:
    """The same day of an earlier month, or its last where it is shorter."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def _remove_people(db: Session, before: datetime, now: datetime) -> int:
    looks_after_all = (PersonRow.role == Role.ADMIN.value) & PersonRow.active
    forgotten = func.coalesce(PersonRow.seen_at, PersonRow.created_at) < before
    # "is not true", because a person without a role is neither an administrator nor not one to SQL.
    found = select(PersonRow).where(forgotten, looks_after_all.is_not(True))
    rows = db.scalars(found.order_by(PersonRow.id).with_for_update()).all()
    for row in rows:
        remove(db, row, None, now)
    return len(rows)


def _deleted(db: Session, table: type[Any], where: ColumnElement[bool]) -> int:
    key = table.__mapper__.primary_key[0]
    return len(db.scalars(delete(table).where(where).returning(key)).all())
