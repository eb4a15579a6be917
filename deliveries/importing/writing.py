"""A plan written down: lines and their history, in few statements whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from deliveries.facts import Field
from deliveries.importing.changes import PlannedChange
from deliveries.importing.known import AT_ONCE, LineKey
from deliveries.importing.planned import Outcome, Plan
from deliveries.importing.states import arrived_on, columns_of, usable_on
from deliveries.importing.steps import Step, Steps
from deliveries.reading.categories import subproject_of
from deliveries.tables import LineChangeRow, OrderLineRow

HELD_AT_ONCE = 5_000  # rows of the history on their way into the database
EXPLAINED = frozenset({Field.CREATED, Field.STAGE, Field.DELIVERED, Field.PROMISE})  # by the list's reason
Values = dict[str, Any]
# Tables and not classes: nobody needs objects of what is written.
LINES: Any = OrderLineRow.__table__
CHANGES: Any = LineChangeRow.__table__


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all that one import writes has in common; `repeated` where the very same list was taken before."""

    plan: Plan
    import_id: int
    by_id: int | None
    now: datetime
    repeated: bool


def write(db: Session, done: Steps, stamp: Stamp) -> None:
    """Writes new and changed lines and their history, and that the others were seen."""
    new = [step for step in done.steps if step.planned.outcome is Outcome.CREATED]
    changed = [step for step in done.steps if step.planned.outcome is Outcome.CHANGED]
    seen = [step for step in done.steps if step.planned.outcome is Outcome.UNCHANGED]
    numbers = _insert(db, new, stamp)
    _update(db, changed, stamp)
    _see(db, [step for step in seen if _tells_more(step, stamp)], stamp)
    history = (change for step in done.steps for change in _history(step, numbers, stamp))
    while rows := list(islice(history, HELD_AT_ONCE)):
        db.execute(insert(CHANGES), rows)


def _insert(db: Session, steps: Sequence[Step], stamp: Stamp) -> Mapping[LineKey, int]:
    for part in _parts(steps):
        db.execute(insert(LINES), [_new_row(step, stamp) for step in part])
    return _numbers(db, steps)


def _numbers(db: Session, steps: Sequence[Step]) -> Mapping[LineKey, int]:
    """The numbers that the database has given to the new lines."""
    row, found = OrderLineRow, dict[LineKey, int]()
    orders = sorted({step.planned.line.order for step in steps})
    for part in _parts(orders):
        lines = select(row.order_number, row.position, row.id).where(row.order_number.in_(part))
        found |= {(order, position): number for order, position, number in db.execute(lines)}
    return found


def _update(db: Session, steps: Sequence[Step], stamp: Stamp) -> None:
    for part in _parts(steps):
        db.execute(update(OrderLineRow), [_changed_row(step, stamp) for step in part])


def _see(db: Session, steps: Sequence[Step], stamp: Stamp) -> None:
    """Nothing is different, but it is known of a later day now, and nobody needs to ask where they are."""
    row = OrderLineRow
    for part in _parts([step.known.id for step in steps if step.known]):
        db.execute(update(row).where(row.id.in_(part)).values(_beside(stamp)))


def _tells_more(step: Step, stamp: Stamp) -> bool:
    """Whether a list that changes nothing still makes what is known of the line more recent, or surer."""
    plan, known = stamp.plan, step.known
    return known is not None and not stamp.repeated and plan.as_of >= known.as_of


def _new_row(step: Step, stamp: Stamp) -> Values:
    line = step.planned.line
    return {
        **_row(step, stamp),
        "order_number": line.order,
        "position": line.position,
        "reminded": 0,
        "created_at": stamp.now,
    }


def _changed_row(step: Step, stamp: Stamp) -> Values:
    return {"id": step.planned.line_id, **_row(step, stamp)}


def _row(step: Step, stamp: Stamp) -> Values:
    state, known, as_of = step.state, step.known, stamp.plan.as_of
    return {
        **columns_of(state),
        **_beside(stamp),
        "dated": stamp.plan.dated or bool(known and known.dated),
        "subproject": subproject_of(state.device).value,
        "delivered_on": arrived_on(known.delivered_on if known else None, state.pieces, as_of),
        "usable_on": usable_on(known.usable_on if known else None, state.pieces, as_of),
        "changed_at": stamp.now,
    }


def _beside(stamp: Stamp) -> Values:
    """A list that names no day does not open a line again for lists of days that are long gone."""
    return {
        "as_of": stamp.plan.as_of,
        **({"dated": True} if stamp.plan.dated else {}),
        "series": stamp.plan.export.series,
        "import_id": stamp.import_id,
        "missing_id": None,
    }


def _history(step: Step, numbers: Mapping[LineKey, int], stamp: Stamp) -> Iterator[Values]:
    line = step.planned.line
    number = step.planned.line_id or numbers.get((line.order, line.position))
    return (_change(change, number, step.state.reason, stamp) for change in step.planned.changes)


def _change(change: PlannedChange, line_id: int | None, reason: str, stamp: Stamp) -> Values:
    return {
        "line_id": line_id,
        "at": stamp.now,
        "as_of": stamp.plan.as_of,
        "field": change.field.value,
        "old": change.old,
        "new": change.new,
        "why": reason if change.field in EXPLAINED else "",
        "backwards": change.backwards,
        "import_id": stamp.import_id,
        "by_id": stamp.by_id,
    }


def _parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(values)
    while part := list(islice(rest, AT_ONCE)):
        yield part
