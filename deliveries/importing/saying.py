"""What a line is after a list has spoken of it."""

from __future__ import annotations

from dataclasses import replace

from core.people.names import fold
from core.people.person import School
from deliveries.facts import Device, Period, ReasonKind
from deliveries.importing.states import State
from deliveries.pieces import Pieces, reported
from deliveries.promises import same
from deliveries.reading.export import ReadLine
from deliveries.reading.headings import Column
from deliveries.reading.reasons import reason_kind


def first_state(line: ReadLine, school: School) -> State:
    """A line that nobody has spoken of before."""
    return State(
        school_id=school.id,
        device=line.device,
        room=line.room,
        ordered=line.ordered,
        delivered=line.delivered,
        stage=line.stage,
        pieces=reported(line.stage, line.ordered, line.delivered),
        promise=line.promise,
        reason=line.reason,
        reason_kind=reason_kind(line.reason),
        programme=line.programme,
        measure=line.measure,
        earmarked_until=line.earmarked_until,
    )


def next_state(before: State, line: ReadLine, school: School) -> State:
    """What the list has no column for stays as it was, and so does what it only writes differently. At
    another school a room that nobody has named anew is none of that school's."""
    told = line.headings
    pieces = _pieces(before, line)
    known_room = before.room if school.id == before.school_id else ""
    reason = _text(before.reason, line.reason) if Column.REASON in told else before.reason
    return State(
        school_id=school.id,
        device=_device(before.device, line),
        room=_text(before.room, line.room) if Column.ROOM in told else known_room,
        ordered=line.ordered,
        delivered=_delivered(before, line, pieces),
        stage=line.stage,
        pieces=pieces,
        promise=_promise(before.promise, line.promise) if Column.PROMISE in told else before.promise,
        reason=reason,
        reason_kind=_kind(before, reason),
        programme=_text(before.programme, line.programme) if Column.PROGRAMME in told else before.programme,
        measure=_text(before.measure, line.measure) if Column.MEASURE in told else before.measure,
        earmarked_until=(line.earmarked_until if Column.EARMARKED_UNTIL in told else before.earmarked_until),
    )


def _pieces(before: State, line: ReadLine) -> Pieces:
    """As they were (somebody may have said more than lists can) as long as the list says nothing new."""
    delivered = before.delivered if line.delivered is None else line.delivered
    if (line.stage, line.ordered, delivered) == (before.stage, before.ordered, before.delivered):
        return before.pieces
    return reported(line.stage, line.ordered, line.delivered, before.pieces)


def _delivered(before: State, line: ReadLine, pieces: Pieces) -> int | None:
    """Where the list does not say how many: what was said before, as long as that can still be."""
    if line.delivered is not None:
        return line.delivered
    unmoved = pieces == before.pieces or before.delivered == pieces.arrived
    return before.delivered if unmoved else None


def _device(before: Device, line: ReadLine) -> Device:
    told, new = line.headings, line.device
    return replace(
        before,
        category=_text(before.category, new.category) if Column.CATEGORY in told else before.category,
        make=_text(before.make, new.make) if Column.MAKE in told else before.make,
        model=_text(before.model, new.model) if Column.MODEL in told else before.model,
        name=_text(before.name, new.name) if Column.DEVICE in told else before.name,
    )


def _promise(before: Period | None, new: Period | None) -> Period | None:
    return before if same(before, new) else new


def _text(before: str, new: str) -> str:
    return before if before == new or fold(before) == fold(new) else new


def _kind(before: State, reason: str) -> ReasonKind | None:
    """As somebody may have set it by hand, as long as the reason is the same."""
    return before.reason_kind if reason == before.reason else reason_kind(reason)
