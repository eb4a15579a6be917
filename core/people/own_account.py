"""What people see of their own account, ending all their sessions, and the language of their mails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.people.person import Person, demand
from core.people.roles import Right
from core.people.sessions import LASTING, SHORT, end_all, hash_of
from core.people.tables import PersonRow, SignedInRow

LANGUAGES = frozenset({"de", "en"})


@dataclass(frozen=True, slots=True)
class OpenSession:
    """When it began, and whether it is the one that asks."""

    since: datetime
    here: bool


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """`has_password` is False for people who only come through a sign-in service; `sessions` are those that
    could still be gone on with, the oldest first."""

    has_password: bool
    sessions: tuple[OpenSession, ...]


def own_account(db: Session, person: Person, secret: str | None, now: datetime) -> OwnAccount:
    """The person's own account, as seen from the session with the secret. Raises NotAllowed."""
    demand(person, Right.OWN_ACCOUNT)
    password = db.scalar(select(PersonRow.password).where(PersonRow.id == person.id))
    rows = db.scalars(
        select(SignedInRow)
        .where(SignedInRow.person_id == person.id, SignedInRow.ends_at > now)
        .order_by(SignedInRow.started_at)
    )
    here = hash_of(secret) if secret else None
    found = [OpenSession(row.started_at, row.secret_hash == here) for row in rows if not _is_idle(row, now)]
    return OwnAccount(password is not None, tuple(found))


def sign_out_everywhere(db: Session, person: Person, now: datetime) -> int:
    """Ends all sessions of the person, this one too, and says how many. Raises NotAllowed."""
    demand(person, Right.OWN_ACCOUNT)
    ended = end_all(db, person.id)
    record(db, person.id, Action.SIGNED_OUT_EVERYWHERE, f"person {person.id}", now)
    return ended


def language_of(db: Session, person: Person) -> str | None:
    """The language that the person has chosen for mails; None for who has chosen none. Raises NotAllowed."""
    demand(person, Right.OWN_ACCOUNT)
    return db.scalar(select(PersonRow.language).where(PersonRow.id == person.id))


def choose_language(db: Session, person: Person, language: str) -> None:
    """From now on the person's mails speak it, too. Raises NotAllowed, and ValueError for a language that
    mails are not written in."""
    demand(person, Right.OWN_ACCOUNT)
    if language not in LANGUAGES:
        raise ValueError(f"no language of mails: {language[:20]}")
    db.execute(update(PersonRow).where(PersonRow.id == person.id).values(language=language))


def _is_idle(row: SignedInRow, now: datetime) -> bool:
    return now - row.seen_at > (LASTING if row.lasting else SHORT).idle
