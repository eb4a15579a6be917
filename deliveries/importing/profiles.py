"""How lists of one make are read: recognised by their headings, kept, and changed by people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.names import LONGEST_NAME, clean, fold
from core.people.roles import Right
from deliveries.reading.headings import Column, Layout, folded
from deliveries.refusals import NoSuchProfile, WordMissing, WordTooLong
from deliveries.stages import Stage
from deliveries.tables import ProfileRow


@dataclass(frozen=True, slots=True)
class Profile:
    """`columns` from folded heading to the column's name ("" for one of no use), `stages` from folded word to
    the stage's name; `full`: such a list names every line that is open."""

    id: int
    name: str
    series: str
    columns: Mapping[str, str]
    stages: Mapping[str, str]
    full: bool
    changed_at: datetime


def profiles(db: Session, by: Actor) -> tuple[Profile, ...]:
    """By name. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    return tuple(sorted(map(_profile, db.scalars(select(ProfileRow))), key=lambda one: fold(one.name)))


def profile_of(db: Session, series: str, by: Actor) -> Profile | None:
    """Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    row = _row(db, series)
    return _profile(row) if row else None


def save_profile(
    db: Session,
    series: str,
    name: str,
    columns: Mapping[str, str],
    stages: Mapping[str, str],
    full: bool,
    by: Actor,
    now: datetime,
) -> Profile:
    """Keeps how lists with these headings are read, in place of what was kept before; headings and words may
    be given as they are written. Raises NotAllowed, WordMissing, WordTooLong and ValueError (no such column
    or stage)."""
    by_id = demand_of(by, Right.MANAGE_DELIVERIES)
    row = _row(db, series) or ProfileRow(series=series)
    row.name, row.full, row.changed_at = _name(name), full, now
    row.columns = {folded(heading): column and Column(column).value for heading, column in columns.items()}
    row.stages = {fold(word): Stage(stage).value for word, stage in stages.items() if fold(word)}
    db.add(row)
    db.flush()
    record(db, by_id, Action.PROFILE_SAVED, f"profile {row.id}", now)
    return _profile(row)


def remove_profile(db: Session, profile_id: int, by: Actor, now: datetime) -> None:
    """Raises NotAllowed and NoSuchProfile."""
    by_id = demand_of(by, Right.MANAGE_DELIVERIES)
    row = db.get(ProfileRow, profile_id) if 0 < profile_id <= LARGEST else None
    if row is None:
        raise NoSuchProfile
    db.delete(row)
    db.flush()
    record(db, by_id, Action.PROFILE_REMOVED, f"profile {profile_id}", now)


def layouts(db: Session) -> Mapping[str, Layout]:
    """All profiles as `read_export` needs them, by series."""
    return {row.series: Layout(row.columns, row.stages) for row in db.scalars(select(ProfileRow))}


def _row(db: Session, series: str) -> ProfileRow | None:
    return db.scalar(select(ProfileRow).where(ProfileRow.series == series))


def _name(name: str) -> str:
    kept = clean(name)
    if not kept:
        raise WordMissing("name")
    if len(kept) > LONGEST_NAME:
        raise WordTooLong("name", LONGEST_NAME)
    return kept


def _profile(row: ProfileRow) -> Profile:
    return Profile(row.id, row.name, row.series, row.columns, row.stages, row.full, row.changed_at)
