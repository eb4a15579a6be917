"""What the city's team changes by hand is kept like all else, with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from core.audit import Action, latest
from core.database import Database
from core.house import House
from core.people.actor import OPERATOR, Actor
from core.people.person import NotAllowed
from core.people.roles import Role
from deliveries.editing import LineEdit, change_line
from deliveries.facts import Change, Field, Line, ReasonKind
from deliveries.invariants import faults
from deliveries.kept import kept_pieces
from deliveries.pieces import Pieces
from deliveries.refusals import (
    ChangedMeanwhile,
    DateUnreadable,
    DeliveryRefusal,
    NoSuchLine,
    PiecesDoNotAddUp,
    ReasonMissing,
    WordTooLong,
)
from deliveries.stages import Stage
from deliveries.status.history import history
from deliveries.status.lines import line_status
from deliveries.tables import LineChangeRow, OrderLineRow
from tests.deliveries.status.made import FIRST, TODAY, Deliveries, at

HOUSE = House("lotse@stadt.example", "https://lotse.stadt.example")
NOW = at(TODAY)
WHY = "Anruf beim Händler"


@pytest.fixture
def made(database: Database) -> Iterator[Deliveries]:
    """Whatever a test does: in the end each line is what its history says."""
    yield (made := Deliveries(database))
    assert made.look(faults) == []


def edit_of(line: Line, **said: Any) -> LineEdit:
    funding = line.funding
    assert funding
    now = LineEdit(
        line.pieces, line.promise.written if line.promise else "", line.stage, line.reason, line.reason_kind,
        line.room, funding.programme, funding.measure, funding.earmarked_until,
    )  # fmt: skip
    return replace(now, **said)


def line_of(made: Deliveries, line_id: int) -> Line:
    return made.look(lambda db: line_status(db, line_id, OPERATOR, TODAY)).line


def change(made: Deliveries, line_id: int, by: Actor = OPERATOR, why: str = WHY, **said: Any) -> int:
    edit = edit_of(line_of(made, line_id), **said)
    with made.database.write.begin() as db:
        return change_line(db, line_id, edit, why, by, NOW, HOUSE)


def changes_by_hand(made: Deliveries, line_id: int) -> dict[Field, Change]:
    told = made.look(lambda db: history(db, line_id, OPERATOR))
    return {change.field: change for change in told if not change.source}


def listed(made: Deliveries, pieces: str = "commissioned 20", **said: Any) -> int:
    return made.line(made.school().id, pieces, import_id=made.list(), **said)


def test_what_is_changed_is_kept_with_its_reason(made: Deliveries) -> None:
    team = made.person(role=Role.TEAM, name="Ida Amt")
    line_id = listed(made, promise="März 2024")
    assert change(made, line_id, team, promise_text="KW 20/2024", room="204") == 2
    line = line_of(made, line_id)
    assert line.promise
    assert (line.promise.written, line.room, line.source) == ("KW 20/2024", "204", "")
    told = changes_by_hand(made, line_id)
    assert set(told) == {Field.PROMISE, Field.ROOM}
    moved = told[Field.PROMISE]
    assert (moved.why, moved.by, moved.as_of, moved.at) == (WHY, "Ida Amt", TODAY, NOW)
    assert (moved.old, moved.new) == (
        "2024-03-01/2024-03-31/März 2024", "2024-05-13/2024-05-19/KW 20/2024",
    )  # fmt: skip
    (entry,) = made.look(lambda db: latest(db, 1, Action.LINE_CHANGED))
    assert (entry.person_id, entry.about) == (team.id, f"line {line_id}")


def test_pieces_say_how_many_are_here_and_since_when(made: Deliveries) -> None:
    line_id = listed(made)
    change(made, line_id, pieces=kept_pieces("commissioned 8 mounted 12"), stage=Stage.PART_DELIVERED)
    line = line_of(made, line_id)
    assert (line.delivered, line.stage, line.as_of) == (12, Stage.PART_DELIVERED, TODAY)
    assert (line.delivered_on, line.usable_on) == (None, None)
    assert set(changes_by_hand(made, line_id)) == {Field.PIECES, Field.DELIVERED, Field.STAGE}
    change(made, line_id, pieces=Pieces(in_use=20), stage=Stage.IN_USE)
    line = line_of(made, line_id)
    assert (line.delivered, line.delivered_on, line.usable_on) == (20, TODAY, TODAY)
    change(made, line_id, pieces=kept_pieces("in_use 19 mounted 1"), stage=Stage.IN_USE)
    assert (line_of(made, line_id).delivered_on, line_of(made, line_id).usable_on) == (TODAY, None)


def test_pieces_that_went_back_are_marked(made: Deliveries) -> None:
    line_id = listed(made, "mounted 20")
    change(made, line_id, pieces=kept_pieces("commissioned 5 mounted 15"), stage=Stage.PART_DELIVERED)
    told = changes_by_hand(made, line_id)
    assert told[Field.PIECES].backwards
    assert told[Field.STAGE].backwards


def test_a_room_says_nothing_of_today(made: Deliveries) -> None:
    line_id = listed(made)
    change(made, line_id, room=" 2.04 \n Haus B ", reason_kind=ReasonKind.CABLING)
    line = line_of(made, line_id)
    assert (line.room, line.reason_kind) == ("2.04 Haus B", ReasonKind.CABLING)
    assert (line.as_of, line.source) == (FIRST, "liste.csv")


def test_funding_is_changed_and_kept(made: Deliveries) -> None:
    line_id = listed(made, programme="IKT 1")
    change(made, line_id, programme="IKT 2", measure="M-1", earmarked_until=date(2030, 12, 31))
    told = changes_by_hand(made, line_id)
    assert {field: (change.old, change.new) for field, change in told.items()} == {
        Field.PROGRAMME: ("IKT 1", "IKT 2"),
        Field.MEASURE: (None, "M-1"),
        Field.EARMARKED_UNTIL: (None, "2030-12-31"),
    }


@pytest.mark.parametrize("written", ["Mai 2024", "05/2024", "05 / 2024"])
def test_what_means_the_same_is_no_change(made: Deliveries, written: str) -> None:
    line_id = listed(made, promise="Mai 2024")
    assert change(made, line_id, promise_text=written) == 0
    assert changes_by_hand(made, line_id) == {}
    assert made.look(lambda db: latest(db, 9, Action.LINE_CHANGED)) == []
    assert line_of(made, line_id).as_of == FIRST


@pytest.mark.parametrize("written", ["", "-", "offen"])
def test_a_promise_can_be_taken_back(made: Deliveries, written: str) -> None:
    line_id = listed(made, promise="Mai 2024")
    change(made, line_id, promise_text=written)
    assert line_of(made, line_id).promise is None
    assert changes_by_hand(made, line_id)[Field.PROMISE].new is None


@pytest.mark.parametrize(
    ("why", "said", "refusal"),
    [
        (" \n ", {"room": "204"}, ReasonMissing()),
        (WHY, {"pieces": Pieces(in_use=19)}, PiecesDoNotAddUp(20, 19)),
        (WHY, {"pieces": Pieces(in_use=21)}, PiecesDoNotAddUp(20, 21)),
        (WHY, {"promise_text": "bald"}, DateUnreadable("bald")),
        (WHY, {"promise_text": "31.02.2024"}, DateUnreadable("31.02.2024")),
        (WHY, {"promise_text": "KW 60/2024"}, DateUnreadable("KW 60/2024")),
        ("x" * 2001, {"room": "204"}, WordTooLong("why", 2000)),
        (WHY, {"room": "x" * 201}, WordTooLong("room", 200)),
        (WHY, {"programme": "x" * 101}, WordTooLong("programme", 100)),
        (WHY, {"measure": "x" * 201}, WordTooLong("measure", 200)),
        (WHY, {"reason": "x" * 2001}, WordTooLong("reason", 2000)),
    ],
)
def test_what_cannot_be_changes_nothing(
    made: Deliveries, why: str, said: dict[str, Any], refusal: DeliveryRefusal
) -> None:
    line_id = listed(made)
    before = line_of(made, line_id)
    with pytest.raises(DeliveryRefusal) as refused:
        change(made, line_id, why=why, **said)
    assert refused.value == refusal
    assert line_of(made, line_id) == before
    assert changes_by_hand(made, line_id) == {}


def test_a_form_that_is_out_of_date_is_refused(made: Deliveries) -> None:
    line_id = listed(made)
    newest = select(func.max(LineChangeRow.id)).where(LineChangeRow.line_id == line_id)
    seen = made.look(lambda db: db.scalar(newest))
    edit = edit_of(line_of(made, line_id), room="204")
    with made.database.write.begin() as db:
        assert change_line(db, line_id, edit, WHY, OPERATOR, NOW, HOUSE, seen=seen) == 1
    with pytest.raises(ChangedMeanwhile), made.database.write() as db:
        change_line(db, line_id, replace(edit, room="205"), WHY, OPERATOR, NOW, HOUSE, seen=seen)


def test_only_the_city_s_team_changes_lines(made: Deliveries) -> None:
    school = made.school()
    line_id = made.line(school.id)
    for role in (Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER, None):
        with pytest.raises(NotAllowed):
            change(made, line_id, made.person(school, role=role), room="204")
    for number in (0, 99, 2**70):
        with pytest.raises(NoSuchLine), made.database.write() as db:
            change_line(
                db, number, edit_of(line_of(made, line_id)), WHY, made.person(role=Role.TEAM), NOW, HOUSE
            )


def test_a_change_by_hand_of_today_outlives_a_list_of_last_week(made: Deliveries) -> None:
    """The list is dated, and so is what somebody said today."""
    line_id = listed(made)
    change(made, line_id, pieces=Pieces(mounted=20), stage=Stage.MOUNTED)
    row = made.look(lambda db: db.get_one(OrderLineRow, line_id))
    assert (row.as_of, row.dated, row.import_id) == (TODAY, True, None)
    assert row.changed_at - NOW == timedelta(0)


def test_it_works_on_postgresql(any_database: Database) -> None:
    made = Deliveries(any_database)
    line_id = listed(made)
    assert change(made, line_id, promise_text="Q3/2024") == 1
    assert set(changes_by_hand(made, line_id)) == {Field.PROMISE}
