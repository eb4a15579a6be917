"""A room, a machine and a trainer are each in one place at a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.people.tables import PersonRow
from trainings.facts import DateState
from trainings.refusals import Clash
from trainings.tables import DateResourceRow, DateRow, ResourceRow, TrainingRow


def demand_free(
    db: Session,
    starts_at: datetime,
    ends_at: datetime,
    resource_ids: Collection[int],
    trainer_id: int | None,
    but: int | None,
) -> None:
    """Makes sure that nothing of it is taken by a date other than `but`, and that it stays so until the
    transaction ends. Raises Clash, which names what is taken and by which date."""
    keep(db, resource_ids, [] if trainer_id is None else [trainer_id])
    at_that_time = (
        (DateRow.state == DateState.PLANNED.value)
        & (DateRow.starts_at < ends_at)
        & (starts_at < DateRow.ends_at)
        & (DateRow.id != (but or 0))
    )
    clash = _taken(db, resource_ids, at_that_time) or _busy(db, trainer_id, at_that_time)
    if clash:
        raise clash


def keep(db: Session, resource_ids: Collection[int], trainer_ids: Collection[int]) -> None:
    """Keeps all others from planning with them until the transaction ends. Whoever needs several asks for all
    at once: they are taken in the order of their numbers, so that nobody waits in a circle."""
    for table, numbers in ((ResourceRow, resource_ids), (PersonRow, trainer_ids)):
        wanted = select(table.id).where(table.id.in_(numbers)).order_by(table.id)
        # Their numbers stay: others may go on to refer to them, only not to plan with them.
        db.execute(wanted.with_for_update(key_share=True)).all()


def _taken(db: Session, resource_ids: Collection[int], at_that_time: ColumnElement[bool]) -> Clash | None:
    wanted = (
        select(ResourceRow.name, TrainingRow.title, DateRow.starts_at, DateRow.ends_at)
        .join(DateResourceRow, DateResourceRow.resource_id == ResourceRow.id)
        .join(DateRow, DateRow.id == DateResourceRow.date_id)
        .join(TrainingRow, TrainingRow.id == DateRow.training_id)
        .where(at_that_time, ResourceRow.id.in_(resource_ids))
        .order_by(DateRow.starts_at, ResourceRow.name)
    )
    found = db.execute(wanted.limit(1)).first()
    return Clash(found.name, found.title, found.starts_at, found.ends_at) if found else None


def _busy(db: Session, trainer_id: int | None, at_that_time: ColumnElement[bool]) -> Clash | None:
    wanted = (
        select(PersonRow.name, TrainingRow.title, DateRow.starts_at, DateRow.ends_at)
        .join(DateRow, DateRow.trainer_id == PersonRow.id)
        .join(TrainingRow, TrainingRow.id == DateRow.training_id)
        .where(at_that_time, PersonRow.id == trainer_id)
        .order_by(DateRow.starts_at)
    )
    found = db.execute(wanted.limit(1)).first()
    return Clash(found.name, found.title, found.starts_at, found.ends_at, trainer=True) if found else None
