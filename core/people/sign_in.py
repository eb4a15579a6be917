"""Signing in with e-mail and password, and changing the password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from core.audit import Action, record
from core.database import Database
from core.people import attempts, sessions
from core.people.attempts import Limit
from core.people.passwords import demand_strength, fits, hashed, is_outdated
from core.people.people import as_person
from core.people.person import Person
from core.people.tables import PersonRow
from core.signing import Signer

TRIES_FOR_AN_EMAIL = 5
# A whole school may reach the portal from one network address.
TRIES_FROM_AN_ADDRESS = 60


class WrongPassword(Exception):
    """Person and password do not fit together; whether there is such a person is not told."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session that has begun; `secret` belongs into the person's browser and nowhere else."""

    person: Person
    secret: str


def sign_in(
    database: Database,
    signer: Signer,
    email: str,
    password: str,
    address: str,
    lasting: bool,
    now: datetime,
) -> SignedIn:
    """Begins a session. Raises WrongPassword, or Blocked after too many tries.

    The hash is computed between two transactions, so that nobody waits for it.
    """
    email = email.strip().lower()
    by_email = Limit(signer.hash("sign-in e-mail", email), TRIES_FOR_AN_EMAIL)
    by_address = Limit(signer.hash("sign-in address", attempts.network(address)), TRIES_FROM_AN_ADDRESS)
    with database.write.begin() as db:
        attempts.begin(db, [by_email, by_address], now)
        kept = db.scalar(_may_sign_in(email).with_only_columns(PersonRow.password))
    if not fits(password, kept) or kept is None:
        raise WrongPassword
    renewed = hashed(password) if is_outdated(kept) else kept
    with database.write.begin() as db:
        row = db.scalar(_may_sign_in(email).with_for_update(key_share=True))
        if row is None or row.password != kept:  # changed in the meantime
            raise WrongPassword
        row.password = renewed
        attempts.forgive(db, by_email.key)
        attempts.forgive_one(db, by_address.key)
        return SignedIn(as_person(row), sessions.begin(db, row.id, lasting, now))


def change_password(
    database: Database, signer: Signer, person: Person, old: str, new: str, secret: str, now: datetime
) -> None:
    """Sets a new password and signs out everywhere but in the session with `secret`. Raises WrongPassword,
    Blocked or WeakPassword."""
    demand_strength(new, (person.name, person.email))
    limit = Limit(signer.hash("sign-in e-mail", person.email), TRIES_FOR_AN_EMAIL)
    with database.write.begin() as db:
        attempts.begin(db, [limit], now)
        kept = db.get_one(PersonRow, person.id).password
    if not fits(old, kept):
        raise WrongPassword
    made = hashed(new)
    with database.write.begin() as db:
        row = db.get_one(PersonRow, person.id, with_for_update={"key_share": True})
        if row.password != kept:
            raise WrongPassword
        row.password = made
        attempts.forgive(db, limit.key)
        sessions.end_all(db, person.id, but=secret)
        record(db, person.id, Action.PASSWORD_CHANGED, f"person {person.id}", now)


def _may_sign_in(email: str) -> Select[PersonRow]:
    """Never somebody made up: whoever tried the demonstration could have given them a password."""
    return select(PersonRow).where(PersonRow.email == email, PersonRow.active, PersonRow.demo.is_(False))
