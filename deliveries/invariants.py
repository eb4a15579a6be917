"""What must always be true of order lines: what a line is, is what its history came to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from deliveries.facts import Field
from deliveries.importing.states import State, arrived_on, kept, state_of, usable_on
from deliveries.kept import kept_pieces
from deliveries.tables import LineChangeRow, OrderLineRow

READ_AT_ONCE = 2_000
LINES: Any = OrderLineRow.__table__
CHANGES: Any = LineChangeRow.__table__
Values = dict[Field, str | None]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the changes of a line come to, and what was odd on the way."""

    values: Values
    days: frozenset[date]  # of which changes of the pieces tell
    odd: tuple[str, ...]


def faults(db: Session) -> list[str]:
    """All that is wrong, by the numbers of the lines; nothing is changed."""
    histories = _histories(db)
    number, history = next(histories, (None, []))
    found: list[str] = []
    for row in _rows(db, LINES, LINES.c.id):
        own = history if number == row.id else []
        found += [f"order line {row.id}: {what}" for what in _of_line(row, own)]
        if number == row.id:
            number, history = next(histories, (None, []))
    return found


def replayed(history: Sequence[Any]) -> Replayed:
    """The history alone, oldest change first (rows of `line_changes`)."""
    values: Values = dict.fromkeys(Field)
    odd = [] if history and history[0].field == Field.CREATED else ["its history does not begin"]
    for change in history:
        field = Field(change.field)
        if values[field] != change.old:
            odd.append(f"the {field.value} was not what change {change.id} says")
        values[field] = change.new
        if field is Field.CREATED:
            values[Field.STAGE] = change.new
    days = frozenset(change.as_of for change in history if change.field == Field.PIECES)
    return Replayed(values, days, tuple(odd))


def _of_line(row: Any, history: Sequence[Any]) -> Iterator[str]:
    state, told = state_of(row), replayed(history)
    yield from told.odd
    for field, value in kept(state).items():
        if value != told.values[field]:
            yield f"the {field.value} is not what its history says"
    yield from _sums(state)
    yield from _dates(row, state, told.days)
    if kept_pieces(told.values[Field.PIECES]).total != int(told.values[Field.ORDERED] or 0):
        yield "the pieces of its history do not add up"


def _sums(state: State) -> Iterator[str]:
    if state.pieces.total != state.ordered or state.ordered < 1:
        yield "the pieces do not add up"
    if state.delivered is not None and not 0 <= state.delivered <= state.ordered:
        yield "more is delivered than ordered"


def _dates(row: Any, state: State, days: frozenset[date]) -> Iterator[str]:
    for name, when in (("delivered_on", arrived_on), ("usable_on", usable_on)):
        day = getattr(row, name)
        if (day is None) != (when(day, state.pieces, row.as_of) is None):
            yield f"{name} does not fit the pieces"
        elif day and day not in days:
            yield f"{name} is no day of its history"
    if state.promise and state.promise.first > state.promise.last:
        yield "the promise ends before it begins"


def _histories(db: Session) -> Iterator[tuple[int | None, list[Any]]]:
    rows = _rows(db, CHANGES, CHANGES.c.line_id, CHANGES.c.id)
    return ((number, list(changes)) for number, changes in groupby(rows, key=lambda row: row.line_id))


def _rows(db: Session, table: Table, *order: Any) -> Iterator[Any]:
    """In parts: a history is long."""
    return iter(db.execute(select(table).order_by(*order).execution_options(yield_per=READ_AT_ONCE)))
