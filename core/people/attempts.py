"""Tries that failed, and how long the next one has to wait. Keys are hashes: nobody can be read from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.people.tables import AttemptRow

FORGOTTEN_AFTER = timedelta(hours=24)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)


class Blocked(Exception):
    """Too many tries; the next one is looked at after `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"blocked until {until.isoformat()}")
        self.until = until


@dataclass(frozen=True, slots=True)
class Limit:
    """`free` tries may fail before the next has to wait; each further failure doubles the wait."""

    key: str
    free: int


def begin(db: Session, limits: Sequence[Limit], now: datetime) -> None:
    """Counts a try as failed before it is looked at, so that many at the same time count as many. What
    succeeds is forgiven afterwards. Raises Blocked, and then writes nothing."""
    # Looked at before rows are made, so that who is blocked leaves none, and again when nobody else can
    # change them. Here without locks: they would be taken in another order than below.
    keys = [limit.key for limit in limits]
    _demand_none(db.scalars(select(AttemptRow.blocked_until).where(AttemptRow.key.in_(keys))), now)
    rows = [_current(db, key, now) for key in keys]
    _demand_none((row.blocked_until for row in rows), now)
    for row, limit in zip(rows, limits, strict=True):
        row.failures += 1
        row.last_at = now
        row.blocked_until = now + _wait(row.failures - limit.free) if row.failures >= limit.free else None


def network(address: str) -> str:
    """What is counted of a visitor's address: an IPv6 network whole, because each of its visitors has
    billions of addresses."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((known, 64), strict=False)) if known.version == 6 else address


def forgive(db: Session, key: str) -> None:
    """The try succeeded: nothing is held against the key any more."""
    row = _locked(db, key)
    if row is not None:
        row.failures, row.blocked_until = 0, None


def forgive_one(db: Session, key: str) -> None:
    """The try succeeded, but others with the same key may have failed."""
    row = _locked(db, key)
    if row is not None:
        row.failures, row.blocked_until = max(0, row.failures - 1), None


def _demand_none(blocks: Iterable[datetime | None], now: datetime) -> None:
    if lasting := [until for until in blocks if until and until > now]:
        raise Blocked(max(lasting))


def _current(db: Session, key: str, now: datetime) -> AttemptRow:
    row = _locked(db, key) or _new(db, key, now)
    if now - row.last_at >= FORGOTTEN_AFTER:
        row.failures, row.blocked_until = 0, None
    return row


def _locked(db: Session, key: str) -> AttemptRow | None:
    return db.get(AttemptRow, key, with_for_update=True)


def _new(db: Session, key: str, now: datetime) -> AttemptRow:
    try:
        with db.begin_nested():
            row = AttemptRow(key=key, failures=0, last_at=now)
            db.add(row)
        return row
    except IntegrityError:  # another try made the row a moment ago
        return db.get_one(AttemptRow, key, with_for_update=True)


def _wait(doublings: int) -> timedelta:
    return min(FIRST_WAIT * (1 << min(doublings, 10)), LONGEST_WAIT)
