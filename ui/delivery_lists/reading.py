"""The list that lies in the uploader: read once, compared anew when something about it has changed.

A list may hold 20,000 lines, and a page runs with every click; so what was read stays in the session.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from core.people.person import Person
from deliveries.importing.plan import Plan, make_plan
from deliveries.importing.profiles import layouts
from deliveries.reading.export import Export, read_export
from deliveries.refusals import DeliveryRefusal
from ui.portal import entrance

READ, TURN = "list-read", "list-turn"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the list is to be taken; `as_of` is None where its own day, or today, is right."""

    as_of: date | None
    full: bool | None
    older: bool


@dataclass(slots=True)
class Reading:
    """What came of reading a file: `export`, or the `refusal`. `plan` is what `wanted` would come to."""

    file_id: str
    name: str
    export: Export | None = None
    refusal: DeliveryRefusal | None = None
    wanted: Wanted | None = None
    plan: Plan | None = None


def read(file_id: str, name: str, data: bytes) -> Reading:
    """The file as read; from memory where it was read before and nothing has changed since."""
    kept = st.session_state.get(READ)
    if isinstance(kept, Reading) and kept.file_id == file_id:
        return kept
    reading = Reading(file_id, name)
    with entrance().database.read() as db:
        known = layouts(db)
    try:
        reading.export = read_export(data, name, known)
    except DeliveryRefusal as refusal:
        reading.refusal = refusal
    st.session_state[READ] = reading
    return reading


def planned(reading: Reading, export: Export, wanted: Wanted, person: Person) -> Plan:
    """What taking the list over would do. Raises DeliveryRefusal."""
    if reading.plan is None or reading.wanted != wanted:
        with entrance().database.read() as db:
            reading.plan = make_plan(
                db,
                export,
                person,
                datetime.now(UTC),
                as_of=wanted.as_of,
                full=wanted.full,
                older=wanted.older,
            )
        reading.wanted = wanted
    return reading.plan


def current() -> Reading | None:
    """What was read last."""
    kept = st.session_state.get(READ)
    return kept if isinstance(kept, Reading) else None


def compare_anew() -> None:
    """A school's name is known now, or somebody else was faster."""
    if (reading := current()) is not None:
        reading.plan = None


def read_anew() -> None:
    """The layout is known now."""
    st.session_state.pop(READ, None)


def done() -> None:
    """Empties the uploader: Streamlit lets nobody do that, but a field with another key is empty."""
    read_anew()
    st.session_state[TURN] = turn() + 1


def turn() -> int:
    return int(st.session_state.get(TURN, 0))
