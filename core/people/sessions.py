"""Who is signed in: a secret in the person's browser, its hash and its end here.

A session ends by being signed out, by lying idle, or at a fixed time. People who look after others' data get
short ones, whatever they ask for.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.database import Database
from core.people.people import as_person
from core.people.person import Person
from core.people.roles import Role
from core.people.tables import PersonRow, SignedInRow

SEEN_AGAIN_AFTER = timedelta(minutes=5)  # between two notes that somebody is still there
CAREFUL = frozenset({Role.TEAM, Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Length:
    """How long a session may lie idle, and how long it may last in all."""

    idle: timedelta
    whole: timedelta


SHORT = Length(idle=timedelta(hours=2), whole=timedelta(hours=12))
LASTING = Length(idle=timedelta(days=14), whole=timedelta(days=90))


def begin(db: Session, person_id: int, lasting: bool, now: datetime) -> str:
    """A new session; returns its secret, which is kept nowhere else than in the person's browser."""
    secret = secrets.token_urlsafe(32)
    person = db.get_one(PersonRow, person_id)
    lasts = lasting and person.role not in CAREFUL
    length = LASTING if lasts else SHORT
    db.add(
        SignedInRow(
            secret_hash=hash_of(secret),
            person_id=person_id,
            lasting=lasts,
            started_at=now,
            seen_at=now,
            ends_at=now + length.whole,
        )
    )
    person.seen_at = now
    return secret


def recognise(database: Database, secret: str, now: datetime) -> Person | None:
    """The person whose session it is; None where it has ended or never was."""
    with database.read() as db:
        found = db.execute(
            select(SignedInRow, PersonRow)
            .join(PersonRow, PersonRow.id == SignedInRow.person_id)
            .where(SignedInRow.secret_hash == hash_of(secret), SignedInRow.ends_at > now, PersonRow.active)
        ).first()
        if found is None:
            return None
        person, seen = as_person(found.PersonRow), found.SignedInRow.seen_at
        length = _length(found.SignedInRow, person)
        if now - seen > length.idle or now - found.SignedInRow.started_at >= length.whole:
            return None
    if now - seen > SEEN_AGAIN_AFTER:
        _note_seen(database, secret, person.id, now)
    return person


def end(db: Session, secret: str) -> None:
    """Signs out of one session."""
    db.execute(delete(SignedInRow).where(SignedInRow.secret_hash == hash_of(secret)))


def end_all(db: Session, person_id: int, *, but: str | None = None) -> int:
    """Signs out everywhere, except in the session with the secret `but`; returns how many sessions ended."""
    others = delete(SignedInRow).where(SignedInRow.person_id == person_id)
    if but is not None:
        others = others.where(SignedInRow.secret_hash != hash_of(but))
    return len(db.scalars(others.returning(SignedInRow.secret_hash)).all())


def end_all_of_demo_people(db: Session) -> None:
    """Made-up people are signed in only while the demonstration lasts."""
    made_up = select(PersonRow.id).where(PersonRow.demo)
    db.execute(delete(SignedInRow).where(SignedInRow.person_id.in_(made_up)))


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is random and long, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _length(row: SignedInRow, person: Person) -> Length:
    """By the role of now: who has become an administrator is not signed in for months."""
    return LASTING if row.lasting and person.role not in CAREFUL else SHORT


def _note_seen(database: Database, secret: str, person_id: int, now: datetime) -> None:
    with database.write.begin() as db:
        row = db.get(SignedInRow, hash_of(secret))
        person = db.get(PersonRow, person_id)
        if row is not None and person is not None:
            row.seen_at = person.seen_at = now
