"""Lists one after the other: what each changes, what it keeps, and what the history tells."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from deliveries.facts import Device, Field, Period
from deliveries.importing.plan import Outcome
from deliveries.importing.states import state_of
from deliveries.importing.taking import Way
from deliveries.invariants import faults
from deliveries.kept import keep_pieces
from deliveries.pieces import Pieces
from deliveries.reading.headings import Column
from deliveries.refusals import FutureDay
from deliveries.stages import Stage
from deliveries.tables import ImportRow
from tests.deliveries.importing.lists import ALL, NOW, TODAY, WITHOUT_NAME, City, day, export_of, read_line

FEBRUARY, MARCH, APRIL, MAY = "2024-02-05", "2024-03-04", "2024-04-08", "2024-05-06"


def pieces(city: City) -> Pieces:
    return state_of(city.line()).pieces


def test_a_new_line_and_its_history(city: City) -> None:
    promised = Period(date(2024, 5, 31), date(2024, 5, 1), "Mai 2024")
    taken = city.takes(
        read_line(promise=promised, reason="Verkabelung fehlt", delivered=4, stage=Stage.PART_DELIVERED),
        as_of=FEBRUARY,
    )
    row = city.line()
    assert (row.school_id, row.ordered, row.delivered) == (city.schools["GS Diesdorf"].id, 10, 4)
    assert (row.stage, row.promised_written, row.reason_kind) == ("part_delivered", "Mai 2024", "cabling")
    assert (row.as_of, row.dated, row.import_id) == (date(2024, 2, 5), True, taken.import_id)
    assert (row.subproject, row.created_at) == ("displays", city.now)
    assert [(change.field, change.old, change.new) for change in city.history()] == [
        ("created", None, "part_delivered"),
        ("school", None, str(row.school_id)),
        ("device", None, "Display\x1fProwise\x1fTouchscreen\x1f"),
        ("ordered", None, "10"),
        ("delivered", None, "4"),
        ("pieces", None, "commissioned 6 delivered 4"),
        ("promise", None, "2024-05-01/2024-05-31/Mai 2024"),
        ("reason", None, "Verkabelung fehlt"),
        ("reason_kind", None, "cabling"),
    ]
    assert {change.import_id for change in city.history()} == {taken.import_id}
    assert {change.as_of for change in city.history()} == {date(2024, 2, 5)}


def test_a_delivery_in_parts(city: City) -> None:
    city.takes(read_line(stage=Stage.COMMISSIONED), as_of=FEBRUARY)
    city.takes(read_line(stage=Stage.PART_DELIVERED, delivered=4), as_of=MARCH)
    assert pieces(city) == Pieces(commissioned=6, delivered=4)
    assert city.line().delivered_on is None
    city.takes(read_line(stage=Stage.MOUNTED, delivered=4), as_of=APRIL)
    assert pieces(city) == Pieces(commissioned=6, mounted=4)
    city.takes(read_line(stage=Stage.PART_DELIVERED, delivered=10), as_of=MAY)
    assert pieces(city) == Pieces(delivered=6, mounted=4)
    assert city.line().delivered_on == date(2024, 5, 6)
    city.takes(read_line(stage=Stage.SET_UP, delivered=10), as_of="2024-06-03")
    row = city.line()
    assert (row.delivered_on, row.usable_on) == (date(2024, 5, 6), date(2024, 6, 3))
    assert [move for move in city.moves() if move[0] == "stage"] == [
        ("stage", "commissioned", "part_delivered"),
        ("stage", "part_delivered", "mounted"),
        ("stage", "mounted", "part_delivered"),
        ("stage", "part_delivered", "set_up"),
    ]


def test_a_promise_that_is_moved_and_moved_back(city: City) -> None:
    for as_of, promised, why in (
        (FEBRUARY, "2024-03-31", ""),
        (MARCH, "2024-05-31", "Lieferverzug"),
        (APRIL, "2024-03-31", "doch früher"),
    ):
        city.takes(read_line(promise=day(promised), reason=why), as_of=as_of)
    moved = [change for change in city.history() if change.field == Field.PROMISE]
    assert [(change.old, change.new, change.why, change.as_of) for change in moved] == [
        (None, "2024-03-31", "", date(2024, 2, 5)),
        ("2024-03-31", "2024-05-31", "Lieferverzug", date(2024, 3, 4)),
        ("2024-05-31", "2024-03-31", "doch früher", date(2024, 4, 8)),
    ]


def test_the_same_days_written_otherwise_are_no_change(city: City) -> None:
    may = Period(date(2024, 5, 31), date(2024, 5, 1), "Mai 2024")
    city.takes(read_line(promise=may, reason="Verkabelung  bis Mai", room="Raum 1"), as_of=FEBRUARY)
    before = city.everything()[1]
    written = Period(may.last, may.first, "05/2024")
    device = Device("display", "PROWISE", "touchscreen")
    plan = city.takes(
        read_line(promise=written, reason="verkabelung bis mai", room="raum 1", device=device), as_of=MARCH
    ).plan
    assert plan.count(Outcome.UNCHANGED) == 1
    assert city.everything()[1] == before
    row = city.line()
    assert (row.promised_written, row.room, row.make) == ("Mai 2024", "Raum 1", "Prowise")
    assert row.as_of == date(2024, 3, 4)  # but it is known of a later day


def test_a_line_that_is_blocked_and_freed(city: City) -> None:
    city.takes(read_line(stage=Stage.PART_DELIVERED, delivered=3), as_of=FEBRUARY)
    city.takes(read_line(stage=Stage.BLOCKED, delivered=3, reason="Verkabelung fehlt"), as_of=MARCH)
    assert pieces(city) == Pieces(commissioned=7, delivered=3)
    assert city.line().reason_kind == "cabling"
    plan = city.takes(read_line(stage=Stage.COMMISSIONED, delivered=3), as_of=APRIL).plan
    assert not plan.lines[0].backwards  # out of a block there is no way back
    assert (city.line().stage, city.line().reason_kind) == ("commissioned", None)


def test_a_cancelled_line_keeps_what_has_arrived(city: City) -> None:
    city.takes(read_line(stage=Stage.MOUNTED, delivered=4), as_of=FEBRUARY)
    city.takes(read_line(stage=Stage.CANCELLED, delivered=4), as_of=MARCH)
    assert pieces(city) == Pieces(mounted=4, cancelled=6)


def test_going_back_is_taken_and_said(city: City) -> None:
    city.takes(read_line(stage=Stage.SET_UP, delivered=10), as_of=FEBRUARY)
    assert city.line().usable_on == date(2024, 2, 5)
    plan = city.takes(read_line(stage=Stage.TESTED, delivered=8), as_of=MARCH).plan
    assert plan.lines[0].backwards
    back = [change for change in city.history() if change.backwards]
    assert [change.field for change in back] == ["delivered", "stage", "pieces"]
    assert (city.line().delivered_on, city.line().usable_on) == (None, None)
    city.takes(read_line(stage=Stage.SET_UP, delivered=10), as_of=APRIL)
    assert city.line().usable_on == date(2024, 4, 8)


def test_a_quantity_not_said_is_not_forgotten(city: City) -> None:
    city.takes(read_line(stage=Stage.PART_DELIVERED, delivered=6), as_of=FEBRUARY)
    city.takes(read_line(stage=Stage.BLOCKED, delivered=None), as_of=MARCH)
    assert (city.line().delivered, pieces(city).arrived) == (6, 6)
    city.takes(read_line(stage=Stage.DELIVERED, delivered=None), as_of=APRIL)
    assert (city.line().delivered, pieces(city).arrived) == (None, 10)


def test_what_a_list_has_no_column_for_stays(city: City) -> None:
    city.takes(
        read_line(room="R 1", programme="IKT 1", measure="M 7", earmarked_until=date(2030, 1, 1),
                  promise=day("2024-03-01"), reason="Lieferverzug"),
        as_of=FEBRUARY,
    )  # fmt: skip
    before = city.moves()
    bare = {
        column: ALL[column]
        for column in (Column.ORDER, Column.SCHOOL, Column.DEVICE, Column.ORDERED, Column.STAGE)
    }
    plan = city.takes(read_line(headings=bare, device=Device(name="Display Prowise")), as_of=MARCH).plan
    assert [change.field for change in plan.lines[0].changes] == [Field.DEVICE]
    row = city.line()
    assert (row.room, row.programme, row.measure, row.reason) == ("R 1", "IKT 1", "M 7", "Lieferverzug")
    assert (row.category, row.make, row.device) == ("Display", "Prowise", "Display Prowise")
    assert (row.promised_last, row.earmarked_until) == (date(2024, 3, 1), date(2030, 1, 1))
    assert len(city.moves()) == len(before) + 1


def test_what_an_empty_cell_takes_back(city: City) -> None:
    city.takes(read_line(promise=day("2024-03-01"), reason="Lieferverzug", programme="IKT 1"), as_of=FEBRUARY)
    city.takes(read_line(), as_of=MARCH)
    assert city.moves() == [
        ("promise", "2024-03-01", None),
        ("reason", "Lieferverzug", None),
        ("reason_kind", "supplier", None),
        ("programme", "IKT 1", None),
    ]


def test_pieces_set_by_hand_stay_until_the_list_says_something_new(city: City) -> None:
    line = read_line(stage=Stage.PART_DELIVERED, delivered=6)
    city.takes(line, as_of=FEBRUARY)
    by_hand(city, pieces_delivered=2, pieces_mounted=4)
    city.takes(read_line(stage=Stage.PART_DELIVERED, delivered=6, reason="Rest folgt"), as_of=MARCH)
    assert pieces(city) == Pieces(commissioned=4, delivered=2, mounted=4)
    city.takes(read_line(stage=Stage.PART_DELIVERED, delivered=8), as_of=APRIL)
    assert pieces(city) == Pieces(commissioned=2, delivered=4, mounted=4)


def test_a_kind_of_reason_set_by_hand_stays_with_its_reason(city: City) -> None:
    city.takes(read_line(reason="siehe Mail"), as_of=FEBRUARY)
    by_hand(city, reason_kind="budget")
    city.takes(read_line(reason="Siehe Mail", delivered=0), as_of=MARCH)
    assert city.line().reason_kind == "budget"
    city.takes(read_line(reason="Verkabelung"), as_of=APRIL)
    assert city.line().reason_kind == "cabling"


def by_hand(city: City, **values: Any) -> None:
    with city.database.write.begin() as db:
        row = db.merge(city.line())
        for name, value in values.items():
            setattr(row, name, value)


def test_a_line_that_moves_to_another_school(city: City) -> None:
    city.takes(read_line(), as_of=FEBRUARY)
    city.takes(read_line(school="GS Salbke"), as_of=MARCH)
    old, new = (str(city.schools[name].id) for name in ("GS Diesdorf", "GS Salbke"))
    assert city.moves() == [("school", old, new)]


@pytest.mark.parametrize("as_of", [None, MARCH])
def test_the_same_list_again_changes_nothing(city: City, as_of: str | None) -> None:
    lines = (read_line(delivered=3), read_line(order="B-2", promise=day("2024-03-01")))
    city.takes(*lines, as_of=as_of)
    before = city.everything()
    city.now += timedelta(days=3)
    plan = city.takes(*lines, as_of=as_of).plan
    assert city.everything() == before
    assert (plan.count(Outcome.UNCHANGED), plan.rows_ok) == (2, 2)
    with city.database.read() as db:
        assert len(db.scalars(select(ImportRow)).all()) == 2  # the team sees that it came


def test_what_another_system_sends_again_is_known_of_that_day(city: City) -> None:
    city.takes_list(export_of(read_line()), way=Way.HTTP)
    city.now += timedelta(days=3)
    taken = city.takes_list(export_of(read_line()), way=Way.HTTP)
    assert taken.plan.count(Outcome.UNCHANGED) == 1
    assert (city.line().as_of, city.line().dated) == (TODAY + timedelta(days=3), True)


def test_an_older_list_changes_nothing_unless_wanted(city: City) -> None:
    city.takes(read_line(stage=Stage.DELIVERED), read_line(order="B-2"), as_of=MARCH)
    before = city.everything()
    old = (read_line(stage=Stage.COMMISSIONED), read_line(order="B-2"))
    plan = city.takes(*old, as_of=FEBRUARY).plan
    assert [line.outcome for line in plan.lines] == [Outcome.OUTDATED, Outcome.UNCHANGED]
    assert city.everything() == before
    assert city.takes(*old, as_of=FEBRUARY, older=True).plan.lines[0].backwards
    assert (city.line().stage, city.line().as_of) == ("commissioned", date(2024, 2, 5))


def test_a_list_that_has_spoken_does_not_speak_against_what_came_after_it(city: City) -> None:
    first = read_line(stage=Stage.COMMISSIONED)
    city.takes(first)
    city.takes(read_line(stage=Stage.DELIVERED))
    assert city.takes(first).plan.lines[0].outcome is Outcome.OUTDATED
    assert city.line().stage == "delivered"


def test_the_day_of_a_list(city: City) -> None:
    line = read_line()
    assert (city.plans(line).as_of, city.plans(line).dated) == (TODAY, False)
    assert (city.plans(line, as_of=MARCH).as_of, city.plans(line, as_of=MARCH).dated) == (
        date(2024, 3, 4),
        True,
    )
    said = city.plans(line, as_of=date(2024, 4, 8).isoformat(), full=False)
    assert said.as_of == date(2024, 4, 8)
    city.now = NOW.replace(hour=23, minute=30)  # in the city it is the next day already
    assert city.plans(line).as_of == date(2026, 11, 24)
    with pytest.raises(FutureDay):
        city.plans(line, as_of="2026-11-25")


def test_columns_of_the_second_list_decide_what_is_told(city: City) -> None:
    city.takes(read_line(room="R 1"), as_of=FEBRUARY)
    told = {column: heading for column, heading in WITHOUT_NAME.items() if column is not Column.ROOM}
    city.takes(read_line(room="", headings=told), as_of=MARCH)
    assert city.line().room == "R 1"


def test_all_that_was_done_holds_together(city: City) -> None:
    city.takes(
        read_line(stage=Stage.PART_DELIVERED, delivered=4, reason="x"), read_line(order="B-2"), as_of=MARCH
    )
    city.takes(read_line(stage=Stage.IN_USE, delivered=10), as_of=APRIL)
    city.takes(read_line(stage=Stage.BLOCKED, ordered=12, delivered=6), as_of=MAY)
    assert keep_pieces(pieces(city)) == "commissioned 6 in_use 6"
    with city.database.read() as db:
        assert faults(db) == []
