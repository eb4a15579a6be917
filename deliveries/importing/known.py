"""Order lines as a list is compared with them: read in few statements, as plain values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from deliveries.importing.states import State, state_of
from deliveries.tables import OrderLineRow

AT_ONCE = 500  # values in one statement
LineKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Known:
    """A line as it is, with what is kept beside its state."""

    id: int
    state: State
    as_of: date
    dated: bool
    import_id: int | None
    missing_id: int | None
    delivered_on: date | None
    usable_on: date | None


def known_lines(db: Session, keys: Collection[LineKey], lock: bool = False) -> Mapping[LineKey, Known]:
    """Those of the lines that there are; held against others until the transaction ends, if wanted."""
    orders = sorted({order for order, _position in keys})
    wanted = frozenset(keys)
    found: dict[LineKey, Known] = {}
    for row in _rows(db, orders, lock):
        if (row.order_number, row.position) in wanted:
            found[row.order_number, row.position] = _known(row)
    return found


def _rows(db: Session, orders: Sequence[str], lock: bool) -> Iterator[Any]:
    for first in range(0, len(orders), AT_ONCE):
        yield from db.execute(_of_orders(orders[first : first + AT_ONCE], lock))


def _of_orders(orders: Sequence[str], lock: bool) -> Select[Any]:
    lines = select(*OrderLineRow.__table__.columns).where(OrderLineRow.order_number.in_(orders))
    return lines.order_by(OrderLineRow.id).with_for_update() if lock else lines


def _known(row: Any) -> Known:
    return Known(
        id=row.id,
        state=state_of(row),
        as_of=row.as_of,
        dated=row.dated,
        import_id=row.import_id,
        missing_id=row.missing_id,
        delivered_on=row.delivered_on,
        usable_on=row.usable_on,
    )
