"""The tokens with which other systems hand lists in by HTTP: shown once, kept as hashes."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.names import LONGEST_NAME, NameMissing, NameTooLong, kept_name
from core.people.roles import Right
from deliveries.refusals import NoSuchToken, WordMissing, WordTooLong
from deliveries.tables import PushTokenRow

PREFIX = "lotse_"  # those who search files for secrets that got lost recognise ours


@dataclass(frozen=True, slots=True)
class Token:
    """The right of another system to hand lists in; `name` says which system. Its secret is not known."""

    id: int
    name: str
    created_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None

    @property
    def valid(self) -> bool:
        return self.revoked_at is None


def make_token(db: Session, name: str, by: Actor, now: datetime) -> str:
    """A new token's secret, which is kept nowhere: it is shown once. Raises NotAllowed, WordMissing and
    WordTooLong."""
    actor = demand_of(by, Right.MANAGE_DELIVERIES)
    secret = PREFIX + secrets.token_urlsafe(32)
    row = PushTokenRow(name=_kept(name), secret_hash=_hash_of(secret), created_at=now, by_id=actor)
    db.add(row)
    db.flush()
    record(db, actor, Action.PUSH_TOKEN_MADE, f"token {row.id}", now)
    return secret


def revoke_token(db: Session, token_id: int, by: Actor, now: datetime) -> None:
    """From now on nothing can be handed in with it; once more is no fault. Raises NotAllowed and
    NoSuchToken."""
    actor = demand_of(by, Right.MANAGE_DELIVERIES)
    row = db.get(PushTokenRow, token_id, with_for_update=True) if 0 < token_id <= LARGEST else None
    if row is None:
        raise NoSuchToken
    if row.revoked_at is None:
        row.revoked_at = now
        record(db, actor, Action.PUSH_TOKEN_REVOKED, f"token {row.id}", now)


def tokens(db: Session, by: Actor) -> tuple[Token, ...]:
    """All tokens, the newest first, also those that have been revoked. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    return tuple(map(_as_token, db.scalars(select(PushTokenRow).order_by(PushTokenRow.id.desc()))))


def is_valid(db: Session, secret: str) -> bool:
    """Whether something can be handed in with the secret."""
    return _row_of(db, secret) is not None


def token_of(db: Session, secret: str, now: datetime) -> Token | None:
    """The token with the secret, noted as used; None where there is none, or it has been revoked."""
    row = _row_of(db, secret)
    if row is None:
        return None
    row.used_at = now
    return _as_token(row)


def _row_of(db: Session, secret: str) -> PushTokenRow | None:
    wanted = _hash_of(secret)
    row = db.scalar(select(PushTokenRow).where(PushTokenRow.secret_hash == wanted))
    # The database compares hashes: how long it takes tells nothing of the secret. This compares them again,
    # exactly and always in the same time.
    if row is None or not hmac.compare_digest(row.secret_hash, wanted) or row.revoked_at is not None:
        return None
    return row


def _hash_of(secret: str) -> str:
    """The secret is random and long, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _as_token(row: PushTokenRow) -> Token:
    return Token(row.id, row.name, row.created_at, row.used_at, row.revoked_at)


def _kept(name: str) -> str:
    try:
        return kept_name(name)
    except NameMissing as error:
        raise WordMissing("name") from error
    except NameTooLong as error:
        raise WordTooLong("name", LONGEST_NAME) from error
