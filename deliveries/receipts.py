"""The school confirms that a line is there and works; what it remarks goes to the city's team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.house import House
from core.mail.plain_text import lines
from core.people.actor import Actor, demand_of
from core.people.person import School
from core.people.roles import Right
from core.people.schools import as_school
from core.people.tables import MembershipRow, PersonRow, SchoolRow
from deliveries.access import seen_by
from deliveries.facts import Device
from deliveries.mails.of_receipts import tell_school, tell_team
from deliveries.refusals import (
    AlreadyConfirmed,
    ChangedMeanwhile,
    MissingTooMany,
    NoSuchLine,
    NotSetUpYet,
    WordMissing,
    WordTooLong,
)
from deliveries.status.lines_of_rows import device_of, pieces_of
from deliveries.tables import OrderLineRow, ReceiptRow

LONGEST = 2000
MOST_SETTLED = 50  # of remarks that have been seen to, the newest


@dataclass(frozen=True, slots=True)
class Receipt:
    """Who has confirmed a line, and when; `by` is "" for somebody who is gone. `settled_at` is when the team
    has seen to what was remarked or missing."""

    id: int
    line_id: int
    by: str
    at: datetime
    missing: int
    remarks: str
    settled_at: datetime | None
    settled_word: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A receipt with something for the team to do, and what it is about."""

    receipt: Receipt
    school: School
    order: str
    position: int
    device: Device
    room: str
    ordered: int


def confirm(
    db: Session, line_id: int, missing: int, remarks: str, by: Actor, now: datetime, house: House
) -> None:
    """The school has the line and it works, but for `missing` pieces and what is remarked; where there is
    any, the team is told. Raises NotAllowed, NoSuchLine, NotSetUpYet, AlreadyConfirmed, MissingTooMany and
    WordTooLong."""
    actor = demand_of(by, Right.CONFIRM_DELIVERIES)
    line, told = _held(db, line_id, by), _kept(remarks, "remarks")
    _demand_open(db, line)
    if not 0 <= missing <= line.ordered:
        raise MissingTooMany(line.ordered)
    db.add(ReceiptRow(line_id=line.id, person_id=actor, at=now, missing=missing, remarks=told))
    record(db, actor, Action.RECEIPT_CONFIRMED, f"line {line.id}, missing {missing}", now)
    if missing or told:
        tell_team(db, line, missing, told, now, house)


def settle_remark(db: Session, receipt_id: int, word: str, by: Actor, now: datetime, house: House) -> None:
    """The team has seen to it and says how; whoever confirmed is told. Raises NotAllowed, NoSuchLine,
    ChangedMeanwhile (it has been seen to already), WordMissing and WordTooLong."""
    actor = demand_of(by, Right.MANAGE_DELIVERIES)
    said = _kept(word, "word")
    if not any(letter.isalnum() for letter in said):
        raise WordMissing("word")
    known = 0 < receipt_id <= LARGEST
    row = db.get(ReceiptRow, receipt_id, with_for_update=True, populate_existing=True) if known else None
    if row is None:
        raise NoSuchLine
    if row.settled_at is not None:
        raise ChangedMeanwhile
    row.settled_at, row.settled_by_id, row.settled_word = now, actor, said
    record(db, actor, Action.RECEIPT_SETTLED, f"receipt {receipt_id}", now)
    tell_school(db, row, now, house)


def remarks(db: Session, by: Actor) -> tuple[Remark, ...]:
    """What schools have remarked or are missing: what is open, the oldest first, then the newest of what has
    been seen to. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    settled = ReceiptRow.settled_at.is_not(None)
    open_ones = _with_something().where(~settled).order_by(ReceiptRow.id)
    others = _with_something().where(settled).order_by(ReceiptRow.settled_at.desc(), ReceiptRow.id)
    rows = [*db.execute(open_ones), *db.execute(others.limit(MOST_SETTLED))]
    return tuple(_as_remark(*row) for row in rows)


def as_receipt(row: ReceiptRow, by: str) -> Receipt:
    return Receipt(
        row.id, row.line_id, by, row.at, row.missing, row.remarks, row.settled_at, row.settled_word
    )


def _held(db: Session, line_id: int, by: Actor) -> OrderLineRow:
    """The line, kept from being changed by others until the transaction ends."""
    seen = (seen_by(by), OrderLineRow.id == line_id)
    wanted = select(OrderLineRow).where(*seen).with_for_update()
    row = db.scalar(wanted) if 0 < line_id <= LARGEST else None
    if row is None:
        raise NoSuchLine
    return row


def _demand_open(db: Session, line: OrderLineRow) -> None:
    """Set up, and not confirmed yet. Who confirmed it is named where they belong to the school; the line may
    have come from another one."""
    here = (MembershipRow.person_id == PersonRow.id) & (MembershipRow.school_id == line.school_id)
    names_theirs = (ReceiptRow.person_id == PersonRow.id) & select(MembershipRow).where(here).exists()
    known = select(ReceiptRow, PersonRow.name).outerjoin(PersonRow, names_theirs)
    confirmed = db.execute(known.where(ReceiptRow.line_id == line.id)).first()
    if confirmed is not None:
        raise AlreadyConfirmed(confirmed[1] or "", confirmed[0].at)
    pieces = pieces_of(line)
    if not pieces.wanted or pieces.usable < pieces.wanted:
        raise NotSetUpYet


def _kept(text: str, field: str) -> str:
    kept = lines(text)
    if len(kept) > LONGEST:
        raise WordTooLong(field, LONGEST)
    return kept


def _with_something() -> Select[ReceiptRow, OrderLineRow, SchoolRow, str]:
    joined = (
        select(ReceiptRow, OrderLineRow, SchoolRow, PersonRow.name)
        .join(OrderLineRow, OrderLineRow.id == ReceiptRow.line_id)
        .join(SchoolRow, SchoolRow.id == OrderLineRow.school_id)
        .outerjoin(PersonRow, PersonRow.id == ReceiptRow.person_id)
    )
    return joined.where((ReceiptRow.missing > 0) | (ReceiptRow.remarks != ""))


def _as_remark(row: ReceiptRow, line: OrderLineRow, school: SchoolRow, name: str | None) -> Remark:
    return Remark(
        as_receipt(row, name or ""),
        as_school(school),
        line.order_number,
        line.position,
        device_of(line),
        line.room,
        line.ordered,
    )
