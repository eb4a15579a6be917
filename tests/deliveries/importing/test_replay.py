"""Whatever lists and people say in whatever order: the pieces add up, the history alone makes the line, and
the same lists make the same state."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from core.database import open_database
from core.migration import migrate
from core.people.actor import OPERATOR
from deliveries.editing import LineEdit, change_line
from deliveries.facts import Device, Period, ReasonKind
from deliveries.importing.states import State, state_of
from deliveries.invariants import faults
from deliveries.pieces import Pieces
from deliveries.reading.export import Export
from deliveries.stages import PROGRESS, Stage
from deliveries.tables import OrderLineRow
from tests.deliveries.conftest import two_schools
from tests.deliveries.importing.lists import HOUSE, TODAY, City, export_of, read_line

FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))
TEXTS = st.sampled_from(["", "Verkabelung fehlt", "verkabelung  fehlt", "Lieferverzug", "siehe Mail"])


@st.composite
def periods(draw: st.DrawFn) -> Period | None:
    first = draw(st.none() | DAYS)
    if first is None:
        return None
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 6, 30])))
    return Period(last, first, first.isoformat() if first == last else f"{first:%d.%m.} bis {last:%d.%m.%Y}")


@st.composite
def lines(draw: st.DrawFn, order: str) -> Any:
    ordered = draw(st.integers(1, 12))
    return read_line(
        order=order,
        school=draw(st.sampled_from(["GS Diesdorf", "Grundschule Salbke"])),
        device=Device("Display", draw(st.sampled_from(["Prowise", "PROWISE", ""])), "75 Zoll"),
        ordered=ordered,
        delivered=draw(st.none() | st.integers(0, ordered)),
        stage=draw(st.sampled_from(Stage)),
        promise=draw(periods()),
        reason=draw(TEXTS),
        programme=draw(st.sampled_from(["", "IKT 1"])),
        earmarked_until=draw(st.none() | DAYS),
    )


@st.composite
def exports(draw: st.DrawFn) -> Export:
    orders = draw(st.lists(st.sampled_from(["B-1", "B-2", "B-3"]), min_size=1, unique=True))
    as_of = draw(st.none() | DAYS.map(date.isoformat))
    return export_of(*(draw(lines(order)) for order in orders), as_of=as_of)


@st.composite
def edits(draw: st.DrawFn) -> Any:
    """An edit of any line, whatever there is of it at that time."""
    places = st.lists(st.sampled_from([*PROGRESS, Stage.CANCELLED]), min_size=12, max_size=12)
    return draw(places), draw(st.sampled_from(Stage)), draw(periods()), draw(TEXTS), draw(st.integers(0, 9))


WISHES = st.fixed_dictionaries({"full": st.booleans(), "older": st.booleans()})
STEPS = st.lists(st.tuples(exports(), WISHES) | edits(), min_size=1, max_size=6)


@FEW
@given(STEPS)
def test_pieces_add_up_and_the_history_is_the_line(steps: list[Any]) -> None:
    with new_city() as city:
        for step in steps:
            if isinstance(step[0], Export):
                city.takes_list(step[0], **step[1])
            else:
                edit_one(city, *step)
            with city.database.read() as db:
                assert faults(db) == []


@FEW
@given(st.lists(st.tuples(exports(), WISHES), min_size=1, max_size=5))
def test_the_same_lists_make_the_same_state(lists: list[Any]) -> None:
    with new_city() as one, new_city() as other:
        for export, wishes in lists:
            for city in (one, other):
                city.takes_list(export, **wishes)
        state = one.everything()
        assert other.everything() == state
        one.takes_list(lists[-1][0], full=False)
        assert one.everything() == state  # and the last one again changes nothing


@cache
def template() -> Path:
    """A migrated database with two schools: made once, then copied."""
    file = Path(tempfile.mkdtemp()) / "lotse.sqlite"
    database = open_database(f"sqlite:///{file}")
    migrate(database)
    two_schools(City(database))
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return file


@pytest.fixture(scope="module", autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    yield
    shutil.rmtree(template().parent, ignore_errors=True)
    template.cache_clear()


@contextmanager
def new_city() -> Iterator[City]:
    with tempfile.TemporaryDirectory() as folder:
        file = shutil.copy(template(), folder)
        database = open_database(f"sqlite:///{file}")
        try:
            yield City(database)
        finally:
            database.close()


def edit_one(
    city: City, places: list[Stage], stage: Stage, promise: Period | None, reason: str, which: int
) -> None:
    with city.database.write.begin() as db:
        rows = db.scalars(select(OrderLineRow).order_by(OrderLineRow.id)).all()
        if rows:
            row = rows[which % len(rows)]
            edit = an_edit(state_of(row), places, stage, promise, reason)
            change_line(db, row.id, edit, "weil", OPERATOR, city.now, HOUSE)


def an_edit(state: State, places: list[Stage], stage: Stage, promise: Period | None, reason: str) -> LineEdit:
    chosen = places[: state.ordered]
    pieces = Pieces().put({place: chosen.count(place) for place in chosen})
    return LineEdit(
        pieces=pieces,
        promise_text=promise.last.isoformat() if promise else "",
        stage=stage,
        reason=reason,
        reason_kind=ReasonKind.BUDGET if reason else None,
        room="Raum 2",
        programme=state.programme,
        measure=state.measure,
        earmarked_until=TODAY,
    )
