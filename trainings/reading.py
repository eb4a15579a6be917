"""From rows to what the rest of the house sees."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from core.people.person import SchoolKind
from core.people.tables import PersonRow, SchoolRow
from trainings.facts import DateKind, DateState, Resource, ResourceKind, Training, TrainingDate
from trainings.tables import DateResourceRow, DateRow, ResourceRow, TrainingRow


def as_resource(row: ResourceRow) -> Resource:
    return Resource(row.id, row.name, ResourceKind(row.kind), row.place, row.active)


def as_training(row: TrainingRow, machines: Mapping[int, Resource]) -> Training:
    """`machines` are the FabLab's by number (see `all_resources`)."""
    return Training(
        id=row.id,
        title=row.title,
        aim=row.aim,
        audience=tuple(SchoolKind(kind) for kind in row.audience),
        level=row.level,
        devices=tuple(row.devices),
        topics=tuple(row.topics),
        minutes=row.minutes,
        preparation=row.preparation,
        certificate_minutes=row.certificate_minutes,
        authorises=machines.get(row.authorises_id) if row.authorises_id else None,
        authorises_months=row.authorises_months,
        active=row.active,
    )


def all_resources(db: Session) -> dict[int, Resource]:
    """All rooms and machines by number, also those out of use."""
    rows = db.scalars(select(ResourceRow).order_by(ResourceRow.name))
    return {row.id: as_resource(row) for row in rows}


def dates_where(db: Session, which: ColumnElement[bool]) -> list[TrainingDate]:
    """The dates for which it is true, the first first. Reads columns and not objects of the database: of
    thousands of dates that takes half the time."""
    columns = select(*DateRow.__table__.c).where(which).order_by(DateRow.starts_at, DateRow.id)
    return as_dates(db, db.execute(columns).all())


def as_dates(db: Session, rows: Sequence[DateRow] | Sequence[Row[Any]]) -> list[TrainingDate]:
    """The dates in the order given, with the names of trainers and schools; links included. The rows are
    whole, as objects of the database or as their columns."""
    machines = all_resources(db)
    trainers = _names(db, PersonRow, {row.trainer_id for row in rows})
    schools = _names(db, SchoolRow, {row.school_id for row in rows})
    trainings = _trainings(db, {row.training_id for row in rows}, machines)
    taken_up = _taken_up(db, rows, machines)
    return [
        _as_date(
            row,
            trainings[row.training_id],
            trainers.get(row.trainer_id or 0, ""),
            schools.get(row.school_id or 0, ""),
            tuple(taken_up.get(row.id, ())),
        )
        for row in rows
    ]


def as_date(db: Session, row: DateRow) -> TrainingDate:
    return as_dates(db, [row])[0]


def _trainings(
    db: Session, numbers: Collection[int], machines: Mapping[int, Resource]
) -> dict[int, Training]:
    wanted = select(TrainingRow).where(TrainingRow.id.in_(numbers))
    return {row.id: as_training(row, machines) for row in db.scalars(wanted)} if numbers else {}


def _taken_up(
    db: Session, rows: Sequence[DateRow] | Sequence[Row[Any]], machines: Mapping[int, Resource]
) -> dict[int, list[Resource]]:
    """Rooms and machines by the number of the date, in the order of their names."""
    wanted = select(DateResourceRow.date_id, DateResourceRow.resource_id)
    found: dict[int, list[Resource]] = {}
    for date_id, resource_id in db.execute(
        wanted.where(DateResourceRow.date_id.in_([row.id for row in rows]))
    ):
        found.setdefault(date_id, []).append(machines[resource_id])
    return {date_id: sorted(each, key=lambda resource: resource.name) for date_id, each in found.items()}


def _as_date(
    row: DateRow | Row[Any], training: Training, trainer: str, school: str, resources: tuple[Resource, ...]
) -> TrainingDate:
    return TrainingDate(
        id=row.id,
        training=training,
        series=row.series,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        kind=DateKind(row.kind),
        place=row.place,
        link=row.link,
        trainer_id=row.trainer_id,
        trainer=trainer,
        seats=row.seats,
        minimum=row.minimum,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        cancel_until=row.cancel_until,
        decide_at=row.decide_at,
        school_cap=row.school_cap,
        school_cap_days=row.school_cap_days,
        school_id=row.school_id,
        school=school,
        state=DateState(row.state),
        cancel_reason=row.cancel_reason,
        resources=resources,
    )


def _names(
    db: Session, table: type[PersonRow] | type[SchoolRow], numbers: Collection[int | None]
) -> dict[int, str]:
    wanted = [number for number in numbers if number is not None]
    found = db.execute(select(table.id, table.name).where(table.id.in_(wanted))) if wanted else ()
    return {number: name for number, name in found}
