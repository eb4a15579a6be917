"""All that can change of an order line, as one value: to compare, to keep in the history, to write back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from deliveries.facts import Device, Field, Period, ReasonKind
from deliveries.kept import keep_day, keep_device, keep_number, keep_period, keep_pieces
from deliveries.pieces import Pieces
from deliveries.stages import Stage

PIECES = tuple(f"pieces_{field.name}" for field in fields(Pieces))


@dataclass(frozen=True, slots=True)
class State:
    """What is known of an order line at one time."""

    school_id: int
    device: Device
    room: str
    ordered: int
    delivered: int | None
    stage: Stage
    pieces: Pieces
    promise: Period | None
    reason: str
    reason_kind: ReasonKind | None
    programme: str
    measure: str
    earmarked_until: date | None


def state_of(row: Any) -> State:
    """The state that a row of `order_lines` holds (an OrderLineRow, or its columns alone)."""
    promise = (
        Period(row.promised_last, row.promised_first, row.promised_written) if row.promised_last else None
    )
    return State(
        school_id=row.school_id,
        device=Device(row.category, row.make, row.model, row.device),
        room=row.room,
        ordered=row.ordered,
        delivered=row.delivered,
        stage=Stage(row.stage),
        pieces=Pieces(*(getattr(row, name) for name in PIECES)),
        promise=promise,
        reason=row.reason,
        reason_kind=ReasonKind(row.reason_kind) if row.reason_kind else None,
        programme=row.programme,
        measure=row.measure,
        earmarked_until=row.earmarked_until,
    )


def columns_of(state: State) -> dict[str, Any]:
    """The columns of `order_lines` that hold the state."""
    promise = state.promise
    return {
        "school_id": state.school_id,
        "category": state.device.category,
        "make": state.device.make,
        "model": state.device.model,
        "device": state.device.name,
        "room": state.room,
        "ordered": state.ordered,
        "delivered": state.delivered,
        "stage": state.stage.value,
        **dict(zip(PIECES, state.pieces.counts(), strict=True)),
        "promised_first": promise.first if promise else None,
        "promised_last": promise.last if promise else None,
        "promised_written": promise.written if promise else "",
        "reason": state.reason,
        "reason_kind": state.reason_kind.value if state.reason_kind else None,
        "programme": state.programme,
        "measure": state.measure,
        "earmarked_until": state.earmarked_until,
    }


def kept(state: State) -> Mapping[Field, str | None]:
    """Each field as the history keeps it: a school by its number, an empty text as None."""
    return {
        Field.SCHOOL: str(state.school_id),
        Field.DEVICE: keep_device(state.device),
        Field.ROOM: state.room or None,
        Field.ORDERED: keep_number(state.ordered),
        Field.DELIVERED: keep_number(state.delivered),
        Field.STAGE: state.stage.value,
        Field.PIECES: keep_pieces(state.pieces),
        Field.PROMISE: keep_period(state.promise),
        Field.REASON: state.reason or None,
        Field.REASON_KIND: state.reason_kind.value if state.reason_kind else None,
        Field.PROGRAMME: state.programme or None,
        Field.MEASURE: state.measure or None,
        Field.EARMARKED_UNTIL: keep_day(state.earmarked_until),
    }


def arrived_on(before: date | None, pieces: Pieces, as_of: date) -> date | None:
    """The day on which the last piece arrived: `before` where that was known, else the day of which it is
    told; None as long as pieces are to come."""
    return (before or as_of) if pieces.wanted and not pieces.coming else None


def usable_on(before: date | None, pieces: Pieces, as_of: date) -> date | None:
    """The day on which the last piece became usable."""
    return (before or as_of) if pieces.wanted and pieces.usable == pieces.wanted else None
