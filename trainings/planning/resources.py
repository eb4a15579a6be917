"""The rooms and machines of the FabLab."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.names import fold
from core.people.roles import Right
from trainings.facts import Resource, ResourceKind
from trainings.planning.kept_texts import kept_line, needed_line
from trainings.reading import all_resources, as_resource
from trainings.refusals import NoSuchResource, StillUsed, TitleTaken
from trainings.seats.tables import AuthorisationRow
from trainings.tables import DateResourceRow, ResourceRow, TrainingRow


def resources_of(db: Session, by: Actor) -> list[Resource]:
    """All rooms and machines by name, also those out of use. Raises NotAllowed."""
    demand_of(by, Right.PLAN_TRAININGS)
    return sorted(all_resources(db).values(), key=lambda resource: fold(resource.name))


def add_resource(
    db: Session, name: str, kind: ResourceKind, place: str, by: Actor, now: datetime
) -> Resource:
    """Raises NotAllowed, TextMissing, TextTooLong and TitleTaken."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = ResourceRow(kind=kind.value, active=True)
    _write(db, row, name, place)
    record(db, actor, Action.RESOURCE_ADDED, f"resource {row.id}", now)
    return as_resource(row)


def change_resource(
    db: Session, resource_id: int, name: str, place: str, active: bool, by: Actor, now: datetime
) -> Resource:
    """What is not active cannot be planned with any more; dates that have it already keep it. Raises
    NotAllowed, NoSuchResource, TextMissing, TextTooLong and TitleTaken."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = _held(db, resource_id)
    before = as_resource(row)
    row.active = active
    _write(db, row, name, place)
    if as_resource(row) != before:
        record(db, actor, Action.RESOURCE_CHANGED, f"resource {row.id}", now)
    return as_resource(row)


def delete_resource(db: Session, resource_id: int, by: Actor, now: datetime) -> None:
    """Raises NotAllowed, NoSuchResource and StillUsed."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = _held(db, resource_id)
    if _is_used(db, resource_id):
        raise StillUsed
    db.delete(row)
    db.flush()
    record(db, actor, Action.RESOURCE_CHANGED, f"resource {resource_id} deleted", now)


def _held(db: Session, resource_id: int) -> ResourceRow:
    if not 0 < resource_id <= LARGEST:
        raise NoSuchResource
    row = db.get(ResourceRow, resource_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NoSuchResource
    return row


def _is_used(db: Session, resource_id: int) -> bool:
    """By a date, a training that authorises for it, or somebody who has been authorised."""
    used = or_(
        exists().where(DateResourceRow.resource_id == resource_id),
        exists().where(TrainingRow.authorises_id == resource_id),
        exists().where(AuthorisationRow.resource_id == resource_id),
    )
    return bool(db.scalar(select(used)))


def _write(db: Session, row: ResourceRow, name: str, place: str) -> None:
    with db.no_autoflush:
        kept = needed_line(name, "name")
        others = db.execute(select(ResourceRow.id, ResourceRow.name)).all()
    if any(fold(other.name) == fold(kept) and other.id != row.id for other in others):
        raise TitleTaken(kept)
    row.name, row.place = kept, kept_line(place, "place")
    db.add(row)
    try:
        db.flush()
    except IntegrityError as error:  # somebody else has just added it
        raise TitleTaken(kept) from error
