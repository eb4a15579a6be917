"""Order lines from their rows."""

from __future__ import annotations

from core.people.person import School
from deliveries.facts import Device, Funding, Line, Period, ReasonKind, Subproject
from deliveries.pieces import Pieces
from deliveries.stages import PROGRESS, Stage
from deliveries.tables import OrderLineRow

IN_PIECES = (*PROGRESS, Stage.CANCELLED) if Stage.CANCELLED not in PROGRESS else PROGRESS


def as_line(row: OrderLineRow, school: School, source: str, funding: bool) -> Line:
    """`funding` is whether the reader may know who pays."""
    return Line(
        id=row.id,
        order=row.order_number,
        position=row.position,
        school=school,
        device=device_of(row),
        subproject=Subproject(row.subproject),
        room=row.room,
        ordered=row.ordered,
        delivered=row.delivered,
        stage=Stage(row.stage),
        pieces=pieces_of(row),
        promise=promise_of(row),
        reason=row.reason,
        reason_kind=ReasonKind(row.reason_kind) if row.reason_kind else None,
        as_of=row.as_of,
        source=source,
        funding=Funding(row.programme, row.measure, row.earmarked_until) if funding else None,
        delivered_on=row.delivered_on,
        usable_on=row.usable_on,
    )


def device_of(row: OrderLineRow) -> Device:
    return Device(row.category, row.make, row.model, row.device)


def pieces_of(row: OrderLineRow) -> Pieces:
    return Pieces(**{stage.value: getattr(row, f"pieces_{stage.value}") for stage in IN_PIECES})


def promise_of(row: OrderLineRow) -> Period | None:
    if row.promised_first is None or row.promised_last is None:
        return None
    return Period(row.promised_last, row.promised_first, row.promised_written)
