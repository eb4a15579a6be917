"""Lines that a complete list did not name any more: asked about, never dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.names import clean
from core.people.person import School
from core.people.roles import Right
from core.people.schools import as_school
from core.people.tables import SchoolRow
from deliveries.by_hand import write_by_hand
from deliveries.facts import Device
from deliveries.importing.states import State, state_of
from deliveries.pieces import reported
from deliveries.refusals import NoSuchLine, ReasonMissing, WordTooLong
from deliveries.stages import Stage
from deliveries.tables import ImportRow, OrderLineRow

LONGEST_REASON = 1_000


@dataclass(frozen=True, slots=True)
class MissingLine:
    """`list_name` and `asked_at` are the complete list that lacked it."""

    line_id: int
    order: str
    position: int
    school: School
    device: Device
    stage: Stage
    list_name: str
    asked_at: datetime


def missing_lines(db: Session, by: Actor) -> tuple[MissingLine, ...]:
    """All lines of which somebody must still say what it means that they are gone. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    row = OrderLineRow
    asked = (
        select(row, SchoolRow, ImportRow.name, ImportRow.at)
        .join(SchoolRow, SchoolRow.id == row.school_id)
        .join(ImportRow, ImportRow.id == row.missing_id)
        .order_by(row.order_number, row.position)
    )
    return tuple(_missing(*found) for found in db.execute(asked))


def settle_missing(db: Session, line_id: int, cancelled: bool, why: str, by: Actor, now: datetime) -> None:
    """The line is cancelled (what has arrived stays), or stays as it is and is not asked about again.

    Raises NotAllowed, NoSuchLine (also where nobody asks any more) and ReasonMissing."""
    by_id = demand_of(by, Right.MANAGE_DELIVERIES)
    row = db.get(OrderLineRow, line_id, with_for_update=True) if 0 < line_id <= LARGEST else None
    if row is None or row.missing_id is None:
        raise NoSuchLine
    if cancelled:
        write_by_hand(db, row, _cancelled(state_of(row)), _reason(why), by_id, now)
    row.missing_id, row.series = None, ""  # until a list of that make names it again
    record(db, by_id, Action.LINE_CHANGED, f"line {line_id}: {'cancelled' if cancelled else 'kept'}", now)


def _reason(why: str) -> str:
    kept = clean(why)
    if not kept:
        raise ReasonMissing
    if len(kept) > LONGEST_REASON:
        raise WordTooLong("why", LONGEST_REASON)
    return kept


def _cancelled(before: State) -> State:
    """What has arrived stays where it is."""
    pieces = reported(Stage.CANCELLED, before.ordered, None, before.pieces)
    return replace(before, stage=Stage.CANCELLED, pieces=pieces)


def _missing(row: OrderLineRow, school: SchoolRow, list_name: str, asked_at: datetime) -> MissingLine:
    return MissingLine(
        line_id=row.id,
        order=row.order_number,
        position=row.position,
        school=as_school(school),
        device=Device(row.category, row.make, row.model, row.device),
        stage=Stage(row.stage),
        list_name=list_name,
        asked_at=asked_at,
    )
