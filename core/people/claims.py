"""What a sign-in service says of somebody, turned into a person of the portal.

The service's own identifier (issuer and subject) is what counts; an e-mail address connects a person who is
known already only where the service has verified it. Where the claims name a role or schools, they hold;
where they are silent, what the administration has set stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import Database
from core.people.admins import Admin, LastAdmin, demand_admin_left, lock_admins
from core.people.names import clean, fold
from core.people.people import as_person
from core.people.person import Person
from core.people.roles import Role
from core.people.tables import PersonRow, SchoolRow
from core.settings import Settings, pairs

LONGEST_NAME = 200
SEEN_AGAIN_AFTER = timedelta(days=1)  # between two notes that a proxy still names somebody


class ClaimsRefused(Exception):
    """Nobody can be signed in by these claims: they name nobody, or somebody who is deactivated or has the
    e-mail address of another."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Where the claims speak of role and schools (a dotted path, such as `realm_access.roles`), and which
    of their words means which role."""

    role_claim: str | None
    roles: Mapping[str, Role]
    school_claim: str | None


def dictionary(settings: Settings) -> Dictionary:
    """As the settings have it."""
    roles = {word: Role(role) for word, role in pairs(settings.oidc_roles or "")}
    return Dictionary(settings.oidc_role_claim, roles, settings.oidc_school_claim)


def admit(db: Session, claims: Mapping[str, Any], words: Dictionary, now: datetime) -> Person:
    """The person of these claims; somebody unknown is taken in without a role. Raises ClaimsRefused."""
    issuer, subject = str(claims.get("iss") or ""), str(claims.get("sub") or "")
    if not issuer or not subject:
        raise ClaimsRefused("no issuer or subject")
    admins = lock_admins(db)
    row = _known(db, issuer, subject) or _connected(db, claims) or _new(db, claims, subject, now)
    if not row.active:
        raise ClaimsRefused("deactivated")
    row.issuer, row.subject = issuer, subject
    row.name = _name(claims) or row.name
    _take_over_role(db, row, claims, words, admins, now)
    _take_over_schools(db, row, claims, words, now)
    db.flush()
    return as_person(row)


def admit_by_email(database: Database, email: str, now: datetime) -> Person | None:
    """The person whom a trusted proxy names; somebody unknown is taken in without a role, and None stands for
    somebody deactivated or made up."""
    email = email.strip().lower()
    with database.read() as db:
        row = _by_email(db, email)
        if row is not None and row.seen_at is not None and now - row.seen_at < SEEN_AGAIN_AFTER:
            return _let_in(row)
    with database.write.begin() as db:
        row = _by_email(db, email) or _added(db, email.partition("@")[0], email, now)
        row.seen_at = now
        return _let_in(row)


def _by_email(db: Session, email: str) -> PersonRow | None:
    return db.scalar(select(PersonRow).where(PersonRow.email == email))


def _let_in(row: PersonRow) -> Person | None:
    return as_person(row) if row.active and not row.demo else None


def _known(db: Session, issuer: str, subject: str) -> PersonRow | None:
    identity = (PersonRow.issuer == issuer, PersonRow.subject == subject)
    return db.scalar(select(PersonRow).where(*identity).with_for_update(key_share=True))


def _connected(db: Session, claims: Mapping[str, Any]) -> PersonRow | None:
    """Whoever has the verified address and no identity yet."""
    if str(claims.get("email_verified")).lower() != "true":
        return None
    free = (PersonRow.email == _email(claims), PersonRow.issuer.is_(None), PersonRow.demo.is_(False))
    return db.scalar(select(PersonRow).where(*free).with_for_update(key_share=True))


def _new(db: Session, claims: Mapping[str, Any], subject: str, now: datetime) -> PersonRow:
    email = _email(claims)
    if email and db.scalar(select(PersonRow.id).where(PersonRow.email == email)) is not None:
        raise ClaimsRefused("e-mail address of another person")
    # Some services hand on no address for the sake of privacy, and one that the service itself does not vouch
    # for could be anybody's; .invalid is an ending no mail ever reaches.
    if not email or str(claims.get("email_verified")).lower() == "false":
        email = f"{hashlib.sha256(subject.encode()).hexdigest()[:20]}@unbekannt.invalid"
    return _added(db, email.partition("@")[0], email, now)


def _added(db: Session, name: str, email: str, now: datetime) -> PersonRow:
    row = PersonRow(name=name, email=email, active=True, demo=False, created_at=now)
    db.add(row)
    db.flush()
    record(db, row.id, Action.PERSON_ADDED, f"person {row.id}", now)
    return row


def _take_over_role(
    db: Session,
    row: PersonRow,
    claims: Mapping[str, Any],
    words: Dictionary,
    admins: Sequence[Admin],
    now: datetime,
) -> None:
    said = [words.roles[word] for word in _said(claims, words.role_claim) if word in words.roles]
    if not said:
        return
    role = max(said, key=list(Role).index)
    if role == row.role:
        return
    with suppress(LastAdmin):
        demand_admin_left(admins, {row.id})
        row.role = role
        record(db, None, Action.ROLE_SET, f"person {row.id}: {role} by the sign-in service", now)


def _take_over_schools(
    db: Session, row: PersonRow, claims: Mapping[str, Any], words: Dictionary, now: datetime
) -> None:
    named = {fold(name) for name in _said(claims, words.school_claim)} - {""}
    found = (
        [s for s in db.scalars(select(SchoolRow)) if {s.folded, fold(s.short_name)} & named] if named else []
    )
    if not found or {school.id for school in found} == {school.id for school in row.schools}:
        return
    row.schools = found
    if row.school_id not in {school.id for school in found}:
        row.school_id = None
    record(db, None, Action.SCHOOLS_SET, f"person {row.id} by the sign-in service", now)


def _said(claims: Mapping[str, Any], path: str | None) -> Sequence[str]:
    """The words under a dotted path: one, or a list of them."""
    value: Any = claims
    for name in (path or "").split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    words = [value] if isinstance(value, str) else value
    return [str(word) for word in words] if isinstance(words, list | tuple) else []


def _email(claims: Mapping[str, Any]) -> str:
    return str(claims.get("email") or "").strip().lower()


def _name(claims: Mapping[str, Any]) -> str:
    parts = [str(claims.get(part) or "") for part in ("given_name", "family_name")]
    return clean(str(claims.get("name") or " ".join(parts)))[:LONGEST_NAME].strip()
