"""Links by which a person may set a password: once, and for one hour."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import Database
from core.people import attempts, sessions
from core.people.attempts import Blocked, Limit
from core.people.passwords import demand_strength, hashed
from core.people.people import as_person
from core.people.person import Person
from core.people.sessions import hash_of
from core.people.tables import PasswordLinkRow, PersonRow
from core.signing import Signer

LASTS = timedelta(hours=1)
LINKS_FOR_AN_EMAIL = 3  # before the next has to wait, so that nobody's mailbox is flooded
REQUESTS_FROM_AN_ADDRESS = 30


class LinkRefused(Exception):
    """The link has been used, is too old, or never was; which of them is told to nobody."""


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link for a person; `secret` is kept nowhere else."""

    person: Person
    secret: str
    ends_at: datetime


def request(db: Session, signer: Signer, email: str, address: str, now: datetime) -> NewLink | None:
    """A link for whoever has the address; None where there is no such person, or after too many requests."""
    email = email.strip().lower()
    limits = [
        Limit(signer.hash("link e-mail", email), LINKS_FOR_AN_EMAIL),
        Limit(signer.hash("link address", attempts.network(address)), REQUESTS_FROM_AN_ADDRESS),
    ]
    try:
        attempts.begin(db, limits, now)
    except Blocked:
        return None
    row = db.scalar(
        select(PersonRow).where(PersonRow.email == email, PersonRow.active, PersonRow.demo.is_(False))
    )
    return None if row is None else make(db, as_person(row), now)


def make(db: Session, person: Person, now: datetime) -> NewLink:
    """A new link; those before it stay good until one of them is used."""
    secret = secrets.token_urlsafe(32)
    db.add(PasswordLinkRow(secret_hash=hash_of(secret), person_id=person.id, ends_at=now + LASTS))
    return NewLink(person, secret, now + LASTS)


def owner(db: Session, secret: str, now: datetime) -> Person:
    """Whose link it is. Raises LinkRefused."""
    row = db.scalar(
        select(PersonRow)
        .join(PasswordLinkRow, PasswordLinkRow.person_id == PersonRow.id)
        .where(
            PasswordLinkRow.secret_hash == hash_of(secret), PasswordLinkRow.ends_at > now, PersonRow.active
        )
    )
    if row is None:
        raise LinkRefused
    return as_person(row)


def set_password(database: Database, signer: Signer, secret: str, password: str, now: datetime) -> Person:
    """Sets the password, uses up all links of the person and signs out everywhere. Raises LinkRefused or
    WeakPassword; a weak password leaves the link as it is."""
    with database.read() as db:
        person = owner(db, secret, now)
    demand_strength(password, (person.name, person.email))
    made = hashed(password)
    with database.write.begin() as db:
        row = db.get_one(PersonRow, owner(db, secret, now).id, with_for_update={"key_share": True})
        used = delete(PasswordLinkRow).where(PasswordLinkRow.secret_hash == hash_of(secret))
        # A second use at the same moment has waited for the row and comes too late.
        if db.scalar(used.returning(PasswordLinkRow.person_id)) is None:
            raise LinkRefused
        row.password = made
        db.execute(delete(PasswordLinkRow).where(PasswordLinkRow.person_id == row.id))
        sessions.end_all(db, row.id)
        attempts.forgive(db, signer.hash("sign-in e-mail", row.email))
        record(db, row.id, Action.PASSWORD_CHANGED, f"person {row.id}", now)
        return as_person(row)
