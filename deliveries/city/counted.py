"""Pieces, added up by the database."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import add

from sqlalchemy import ColumnElement, literal

from deliveries.stages import ARRIVED, COMING, USABLE, Stage
from deliveries.tables import OrderLineRow


def pieces_in(stages: Collection[Stage]) -> ColumnElement[int]:
    """How many pieces of a line are in one of the stages."""
    columns = [getattr(OrderLineRow, f"pieces_{stage.value}") for stage in Stage if stage in stages]
    return reduce(add, columns, literal(0))


WANTED: ColumnElement[int] = OrderLineRow.ordered - OrderLineRow.pieces_cancelled
ON_THE_WAY = pieces_in(COMING)
HERE = pieces_in(ARRIVED)
IN_HAND = pieces_in(USABLE)
