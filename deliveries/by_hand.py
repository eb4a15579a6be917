"""A line as a person makes it, written with its history: in the transaction of whoever changes it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from core.local_time import local_day
from deliveries.facts import Period
from deliveries.importing.changes import changes_between
from deliveries.importing.states import State, arrived_on, columns_of, state_of, usable_on
from deliveries.pieces import Pieces
from deliveries.stages import Stage
from deliveries.tables import LineChangeRow, OrderLineRow


def write_by_hand(
    db: Session, row: OrderLineRow, after: State, why: str, by_id: int | None, now: datetime
) -> list[int]:
    """Writes what differs and why, and returns the numbers of the changes. The row must be held."""
    before, today = state_of(row), local_day(now)
    changes = changes_between(before, after)
    if changes:
        for name, value in columns_of(after).items():
            setattr(row, name, value)
        row.changed_at = now
    if _stands(before) != _stands(after):  # a room that somebody fills in says nothing of today
        row.as_of, row.dated, row.import_id = today, True, None
        row.delivered_on = arrived_on(row.delivered_on, after.pieces, today)
        row.usable_on = usable_on(row.usable_on, after.pieces, today)
    told = {"line_id": row.id, "at": now, "as_of": today, "why": why, "by_id": by_id}
    kept = [
        LineChangeRow(
            **told, field=change.field.value, old=change.old, new=change.new, backwards=change.backwards
        )
        for change in changes
    ]
    db.add_all(kept)
    db.flush()
    return [change.id for change in kept]


def _stands(state: State) -> tuple[Stage, Pieces, Period | None]:
    return state.stage, state.pieces, state.promise
