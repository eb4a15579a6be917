"""Taking a list: plan and write in one transaction, one list at a time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.house import House
from core.local_time import local_day
from core.people.actor import Actor, demand_of
from core.people.names import clean
from core.people.roles import Right
from deliveries.facts import Field
from deliveries.importing.known import AT_ONCE
from deliveries.importing.plan import Plan, told
from deliveries.importing.planned import Outcome
from deliveries.importing.report import as_json, kept_report
from deliveries.importing.steps import Told, planned
from deliveries.importing.writing import Stamp, write
from deliveries.notices.at_once import tell
from deliveries.reading.export import Export
from deliveries.refusals import DeliveryRefusal
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow

LOCK = 6_001  # the key under which PostgreSQL lets one import in after the other
LONGEST_NAME = 300


class Way(StrEnum):
    """How a list came in."""

    PAGE = "page"
    COMMAND = "command"
    FOLDER = "folder"
    HTTP = "http"


@dataclass(frozen=True, slots=True)
class Taken:
    import_id: int
    plan: Plan


def import_export(
    db: Session,
    export: Export,
    way: Way,
    by: Actor,
    now: datetime,
    house: House,
    *,
    as_of: date | None = None,
    full: bool | None = None,
    older: bool = False,
) -> Taken:
    """Takes all good rows of the list, in the transaction of the (writing) session. What is in the database
    is looked at anew under a lock, so that two lists at the same time come one after the other. `as_of`,
    `full` and `older` as for `make_plan`; what comes by HTTP tells of today.

    Raises NotAllowed and FutureDay."""
    by_id = demand_of(by, Right.MANAGE_DELIVERIES)
    _one_at_a_time(db)
    said = _told(db, export, way, now, as_of, full, older)
    done = planned(db, export, said, lock=True)
    row = _import_row(done.plan, way, by_id, now)
    db.add(row)
    db.flush()
    write(db, done, Stamp(done.plan, row.id, by_id, now, said.first_time is not None))
    _ask_about(db, done.plan, row.id)
    record(db, by_id, Action.DELIVERIES_IMPORTED, f"import {row.id}: {_counts(done.plan)}", now)
    tell(db, _news(db, row.id), now, house)
    return Taken(row.id, done.plan)


def _told(
    db: Session, export: Export, way: Way, now: datetime, as_of: date | None, full: bool | None, older: bool
) -> Told:
    if way != Way.HTTP:
        return told(db, export, now, as_of, full, older)
    today = as_of or export.as_of or local_day(now)
    return replace(told(db, export, now, today, full, older), first_time=None)  # said anew, not found again


def keep_refused(
    db: Session, name: str, data: bytes, refusal: DeliveryRefusal, way: Way, by: Actor, now: datetime
) -> int:
    """Keeps that a list came and was refused; returns the number of the import. Raises NotAllowed."""
    by_id = demand_of(by, Right.MANAGE_DELIVERIES)
    row = ImportRow(
        name=clean(name)[:LONGEST_NAME],
        way=Way(way).value,
        series="",
        digest=hashlib.sha256(data).hexdigest(),
        as_of=None,
        full=False,
        accepted=False,
        at=now,
        by_id=by_id,
        report=as_json(refusal),
    )
    db.add(row)
    db.flush()
    record(db, by_id, Action.DELIVERIES_IMPORTED, f"import {row.id}: refused", now)
    return row.id


def _one_at_a_time(db: Session) -> None:
    """SQLite has let this writer in alone already."""
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("select pg_advisory_xact_lock(:key)"), {"key": LOCK})


def _import_row(plan: Plan, way: Way, by_id: int | None, now: datetime) -> ImportRow:
    return ImportRow(
        name=clean(plan.export.name)[:LONGEST_NAME],
        way=Way(way).value,
        series=plan.export.series,
        digest=plan.export.digest,
        as_of=plan.as_of if plan.dated else None,
        full=plan.full,
        accepted=True,
        at=now,
        by_id=by_id,
        report=kept_report(plan),
    )


def _ask_about(db: Session, plan: Plan, import_id: int) -> None:
    """Lines that the complete list lacks, as long as nobody asks about them already."""
    row, numbers = OrderLineRow, [missing.line_id for missing in plan.missing]
    for first in range(0, len(numbers), AT_ONCE):
        part = row.id.in_(numbers[first : first + AT_ONCE])
        db.execute(update(row).where(part, row.missing_id.is_(None)).values(missing_id=import_id))


def _news(db: Session, import_id: int) -> list[int]:
    """The changes of lines that were known before; what a first list tells of a line moves nothing."""
    row = LineChangeRow
    moved = row.field.in_([Field.PROMISE.value, Field.PIECES.value])
    return list(db.scalars(select(row.id).where(row.import_id == import_id, moved, row.old.is_not(None))))


def _counts(plan: Plan) -> str:
    counted = ", ".join(f"{plan.count(outcome)} {outcome.value}" for outcome in Outcome)
    return f"{counted}, {len(plan.faults)} faults"
