"""What the city's team changes of a line by hand: always with a reason, always kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.house import House
from core.people.actor import Actor, demand_of
from core.people.names import clean
from core.people.roles import Right
from deliveries.by_hand import write_by_hand
from deliveries.facts import Period, ReasonKind
from deliveries.importing.states import State, state_of
from deliveries.notices.at_once import tell
from deliveries.pieces import Pieces
from deliveries.promises import same
from deliveries.reading.periods import BadDate, read_period
from deliveries.refusals import (
    ChangedMeanwhile,
    DateUnreadable,
    NoSuchLine,
    PiecesDoNotAddUp,
    ReasonMissing,
    WordTooLong,
)
from deliveries.stages import Stage
from deliveries.tables import LineChangeRow, OrderLineRow

LONGEST_TEXT, LONGEST_WORD, LONGEST_PROGRAMME = 2000, 200, 100


@dataclass(frozen=True, slots=True)
class LineEdit:
    """All that a person may change of a line, as it shall be; `promise_text` as somebody types it ("KW
    14/2024"), empty for no promise."""

    pieces: Pieces
    promise_text: str
    stage: Stage
    reason: str
    reason_kind: ReasonKind | None
    room: str
    programme: str
    measure: str
    earmarked_until: date | None


def change_line(
    db: Session,
    line_id: int,
    edit: LineEdit,
    why: str,
    by: Actor,
    now: datetime,
    house: House,
    *,
    seen: int | None = None,
) -> int:
    """Changes what differs, and says how many facts did. `seen` is the number of the newest change that the
    person had before them, where that matters.

    Raises NotAllowed, NoSuchLine, ChangedMeanwhile, ReasonMissing, PiecesDoNotAddUp, DateUnreadable and
    WordTooLong."""
    actor = demand_of(by, Right.MANAGE_DELIVERIES)
    row = _held(db, line_id, seen)
    told = _kept(why, "why", LONGEST_TEXT)
    if not told:
        raise ReasonMissing
    changes = write_by_hand(db, row, _after(state_of(row), edit), told, actor, now)
    if changes:
        record(db, actor, Action.LINE_CHANGED, f"line {line_id}", now)
        tell(db, changes, now, house)
    return len(changes)


def _held(db: Session, line_id: int, seen: int | None) -> OrderLineRow:
    known = 0 < line_id <= LARGEST
    row = db.get(OrderLineRow, line_id, with_for_update=True, populate_existing=True) if known else None
    if row is None:
        raise NoSuchLine
    newest = select(func.max(LineChangeRow.id)).where(LineChangeRow.line_id == line_id)
    if seen is not None and db.scalar(newest) != seen:
        raise ChangedMeanwhile
    return row


def _after(before: State, edit: LineEdit) -> State:
    if edit.pieces.total != before.ordered:
        raise PiecesDoNotAddUp(before.ordered, edit.pieces.total)
    counted = edit.pieces.arrived
    return replace(
        before,
        pieces=edit.pieces,
        delivered=before.delivered if counted == before.pieces.arrived else counted,
        stage=edit.stage,
        promise=_promise(before.promise, edit.promise_text),
        reason=_kept(edit.reason, "reason", LONGEST_TEXT),
        reason_kind=edit.reason_kind,
        room=_kept(edit.room, "room", LONGEST_WORD),
        programme=_kept(edit.programme, "programme", LONGEST_PROGRAMME),
        measure=_kept(edit.measure, "measure", LONGEST_WORD),
        earmarked_until=edit.earmarked_until,
    )


def _promise(before: Period | None, written: str) -> Period | None:
    try:
        period = read_period(written)
    except BadDate as error:
        raise DateUnreadable(written) from error
    return before if same(before, period) else period


def _kept(written: str, field: str, longest: int) -> str:
    text = clean(written)
    if len(text) > longest:
        raise WordTooLong(field, longest)
    return text
