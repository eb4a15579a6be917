"""Order lines as they stand, found in a handful of queries however many they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from core.people.actor import Actor
from core.people.person import School
from core.people.schools import as_school
from core.people.tables import PersonRow, SchoolRow
from deliveries.access import own_schools, seen_by, sees_funding
from deliveries.facts import Field, Line
from deliveries.kept import kept_period
from deliveries.promises import Judgement, Promise, Standing, judged
from deliveries.receipts import Receipt, as_receipt
from deliveries.stages import Stage
from deliveries.status.lines_of_rows import as_line
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow, ReceiptRow

_period = lru_cache(maxsize=4096)(kept_period)  # the same few are promised again and again
Came = Mapping[int, tuple[int, datetime]]
FUNDING_FIELDS = frozenset({Field.PROGRAMME, Field.MEASURE, Field.EARMARKED_UNTIL})


class Situation(StrEnum):
    """What a line means to the school, the most urgent first."""

    LATE = "late"
    BLOCKED = "blocked"
    COMING = "coming"
    HERE = "here"  # all has arrived, not all can be used yet
    USABLE = "usable"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class LineStatus:
    """How a line stands."""

    line: Line
    judgement: Judgement
    receipt: Receipt | None

    @property
    def situation(self) -> Situation:
        pieces, standing = self.line.pieces, self.judgement.standing
        if standing is Standing.STOPPED:
            return Situation.STOPPED
        if standing is Standing.LATE:
            return Situation.LATE
        if self.line.stage is Stage.BLOCKED:
            return Situation.BLOCKED
        if pieces.coming:
            return Situation.COMING
        return Situation.HERE if pieces.usable < pieces.wanted else Situation.USABLE


def found(db: Session, by: Actor, today: date, *where: ColumnElement[bool]) -> list[LineStatus]:
    """The lines that they may see and of which all conditions hold, in no order. Raises NotAllowed."""
    seen = (seen_by(by), *where)
    wanted = select(OrderLineRow.id).where(*seen)
    joined = select(OrderLineRow, ImportRow.name).outerjoin(ImportRow, OrderLineRow.import_id == ImportRow.id)
    rows = db.execute(joined.where(*seen)).all()
    schools = _schools(db, {row.school_id for row, _source in rows})
    came = _came(db, wanted, by)
    promises, receipts = _promises(db, wanted, came), _receipts(db, wanted, came)
    funding = sees_funding(by)
    lines = [as_line(row, schools[row.school_id], source or "", funding) for row, source in rows]
    return [
        LineStatus(
            line,
            judgement_of(line, promises.get(line.id, ()), today),
            receipts.get(line.id),
        )
        for line in lines
    ]


def judgement_of(line: Line, promises: Sequence[Promise], today: date) -> Judgement:
    return judged(
        promises,
        coming=line.pieces.coming,
        wanted=line.pieces.wanted,
        arrived_on=line.delivered_on,
        as_of=line.as_of,
        today=today,
    )


def _schools(db: Session, numbers: set[int]) -> dict[int, School]:
    rows = db.scalars(select(SchoolRow).where(SchoolRow.id.in_(numbers)))
    return {row.id: as_school(row) for row in rows}


def _came(db: Session, lines: Select[int], by: Actor) -> Came:
    """By line, the change with which it came from a school that the reader may not see, and when."""
    moves = db.execute(_moves(lines, by)) if own_schools(by) is not None else ()
    return {line_id: (number, at) for line_id, number, at in moves}


def _moves(lines: Select[int], by: Actor) -> Select[int, int, datetime]:
    change, own = LineChangeRow, own_schools(by) or ()
    last = select(change.line_id, func.max(change.id).label("number"), func.max(change.at).label("at"))
    elsewhere = change.old.is_not(None), change.old.not_in([str(number) for number in own])
    moves = last.where(change.line_id.in_(lines), change.field == Field.SCHOOL, *elsewhere)
    return moves.group_by(change.line_id)


def _promises(db: Session, lines: Select[int], came: Came) -> Mapping[int, list[Promise]]:
    """By line, in the order in which they were given; of those that a line has brought from another school
    only the last, without its reason."""
    change = LineChangeRow
    wanted = (
        select(change.line_id, change.id, change.as_of, change.new, change.why)
        .where(change.line_id.in_(lines), change.field == Field.PROMISE)
        .order_by(change.id)
    )
    given: dict[int, list[Promise]] = {}
    for line_id, number, as_of, new, why in db.execute(wanted):
        if line_id in came and number < came[line_id][0]:
            given[line_id] = [Promise(as_of, _period(new))]
        else:
            given.setdefault(line_id, []).append(Promise(as_of, _period(new), why))
    return given


def _receipts(db: Session, lines: Select[int], came: Came) -> dict[int, Receipt]:
    """By line; of what another school has confirmed nobody here reads who it was and what they said."""
    wanted = select(ReceiptRow, PersonRow.name).outerjoin(PersonRow, ReceiptRow.person_id == PersonRow.id)
    rows = db.execute(wanted.where(ReceiptRow.line_id.in_(lines)))
    receipts = {row.line_id: as_receipt(row, name or "") for row, name in rows}
    return {
        line_id: replace(receipt, by="", remarks="", settled_word="") if elsewhere else receipt
        for line_id, receipt in receipts.items()
        for elsewhere in [line_id in came and receipt.at < came[line_id][1]]
    }
