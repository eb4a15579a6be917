"""What a list would do, before it does it: read only."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.local_time import local_day
from core.people.actor import Actor, demand_of
from core.people.roles import Right
from deliveries.importing.changes import PlannedChange
from deliveries.importing.planned import Missing, Outcome, Plan, PlannedLine
from deliveries.importing.steps import Told, planned
from deliveries.reading.export import Export
from deliveries.refusals import FutureDay
from deliveries.tables import ImportRow, ProfileRow

__all__ = ["Missing", "Outcome", "Plan", "PlannedChange", "PlannedLine", "make_plan"]


def make_plan(
    db: Session,
    export: Export,
    by: Actor,
    now: datetime,
    *,
    as_of: date | None = None,
    full: bool | None = None,
    older: bool = False,
) -> Plan:
    """What the list would do now. `as_of` is the day of which it tells, else the day that it names itself,
    else today, or for a file that came before the day on which it did. `full`: the list names every line that
    is open (None: as its profile says); `older`: it may speak even where a younger list has spoken.

    Raises NotAllowed and FutureDay."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    return planned(db, export, told(db, export, now, as_of, full, older)).plan


def told(
    db: Session, export: Export, now: datetime, as_of: date | None, full: bool | None, older: bool
) -> Told:
    """Of which day the list tells, and how much it may say. Raises FutureDay."""
    today, said = local_day(now), as_of or export.as_of
    if said and said > today:
        raise FutureDay(said)
    profile = db.scalar(select(ProfileRow).where(ProfileRow.series == export.series))
    first = _first_time(db, export, said, profile)
    day = said or (local_day(first.at) if first else today)
    complete = bool(profile and profile.full) if full is None else full
    return Told(day, said is not None, complete, older, first.id if first else None)


def _first_time(
    db: Session, export: Export, said: date | None, profile: ProfileRow | None
) -> ImportRow | None:
    """The import by which the very same list, of the same day and read in the same way, was first taken."""
    same_day = ImportRow.as_of.is_(None) if said is None else ImportRow.as_of == said
    same = select(ImportRow).where(ImportRow.digest == export.digest, same_day, ImportRow.accepted)
    if profile:
        same = same.where(ImportRow.at > profile.changed_at)
    return db.scalar(same.order_by(ImportRow.id).limit(1))
