"""Lines that a complete list lacks are asked about and never dropped."""

from __future__ import annotations

from datetime import date

import pytest

from core.people.actor import OPERATOR
from deliveries.importing.missing import missing_lines, settle_missing
from deliveries.importing.profiles import save_profile
from deliveries.importing.states import state_of
from deliveries.invariants import faults
from deliveries.pieces import Pieces
from deliveries.refusals import NoSuchLine, ReasonMissing
from deliveries.stages import Stage
from tests.deliveries.importing.lists import NOW, SERIES, TODAY, City, export_of, read_line

FEBRUARY, MARCH, APRIL = "2024-02-05", "2024-03-04", "2024-04-08"
FIRST = read_line(order="B-1", stage=Stage.PART_DELIVERED, delivered=4)


@pytest.fixture
def asked(city: City) -> City:
    """B-1 stood in one complete list and not in the next."""
    done = read_line(order="B-3", stage=Stage.IN_USE)
    gone = read_line(order="B-4", stage=Stage.CANCELLED)
    city.takes(FIRST, read_line(order="B-2"), done, gone, as_of=FEBRUARY)
    city.takes(read_line(order="B-2"), as_of=MARCH, full=True)
    return city


def asked_about(city: City) -> list[str]:
    with city.database.read() as db:
        return [line.order for line in missing_lines(db, OPERATOR)]


def settle(city: City, cancelled: bool, why: str = "Rahmenvertrag ausgelaufen") -> None:
    with city.database.write.begin() as db:
        settle_missing(db, city.line("B-1").id, cancelled, why, OPERATOR, city.now)


def test_only_lines_of_which_more_was_to_come_are_asked_about(asked: City) -> None:
    assert asked_about(asked) == ["B-1"]
    assert asked.line("B-1").stage == "part_delivered"


def test_the_plan_says_before_what_will_be_asked(city: City) -> None:
    city.takes(FIRST, read_line(order="B-2"), as_of=FEBRUARY)
    plan = city.plans(read_line(order="B-2"), as_of=MARCH, full=True)
    assert [(line.order, line.school_name) for line in plan.missing] == [("B-1", "GS Diesdorf")]
    plan = city.plans(read_line(order="B-2"), as_of=MARCH)
    assert (plan.missing, [line.order for line in plan.unlisted]) == ((), ["B-1"])


def test_lines_of_other_lists_are_not_asked_about(city: City) -> None:
    city.takes_list(export_of(FIRST, series="b" * 64))
    city.takes(read_line(order="B-2"), full=True)
    assert asked_about(city) == []


def test_an_older_complete_list_asks_about_nothing_younger(city: City) -> None:
    city.takes(FIRST, as_of=MARCH)
    city.takes(read_line(order="B-2"), as_of=FEBRUARY, full=True)
    assert asked_about(city) == []


def test_a_line_that_is_seen_again_is_not_asked_about(asked: City) -> None:
    asked.takes(FIRST, as_of=APRIL)
    assert asked_about(asked) == []


def test_the_list_that_named_it_before_is_no_answer(city: City) -> None:
    city.takes(FIRST, as_of=FEBRUARY)
    city.takes(read_line(order="B-2"), as_of=MARCH, full=True)
    city.takes(FIRST, as_of=FEBRUARY)
    assert asked_about(city) == ["B-1"]


def test_the_first_list_that_lacked_it_is_named(asked: City) -> None:
    first = asked.line("B-1").missing_id
    asked.takes(read_line(order="B-2"), as_of=APRIL, full=True)
    assert asked.line("B-1").missing_id == first


def test_a_line_is_kept_and_not_asked_about_again(asked: City) -> None:
    before = asked.moves("B-1")
    settle(asked, cancelled=False, why="")
    asked.takes(read_line(order="B-2"), as_of=APRIL, full=True)
    assert asked_about(asked) == []
    assert asked.moves("B-1") == before
    asked.takes(FIRST, as_of="2024-05-06")
    asked.takes(read_line(order="B-2"), as_of="2024-06-03", full=True)
    assert asked_about(asked) == ["B-1"]  # it had come back


def test_a_line_is_cancelled_with_a_reason_and_keeps_what_has_arrived(asked: City) -> None:
    with pytest.raises(ReasonMissing):
        settle(asked, cancelled=True, why=" ")
    settle(asked, cancelled=True)
    row = asked.line("B-1")
    assert (row.stage, state_of(row).pieces) == ("cancelled", Pieces(delivered=4, cancelled=6))
    assert (row.as_of, row.dated, row.import_id) == (TODAY, True, None)
    assert {change.why for change in asked.history("B-1") if change.at == asked.now} == {
        "Rahmenvertrag ausgelaufen"
    }
    with asked.database.read() as db:
        assert faults(db) == []
    with pytest.raises(NoSuchLine):
        settle(asked, cancelled=True)


def test_a_profile_says_that_lists_of_its_make_are_complete(city: City) -> None:
    with city.database.write.begin() as db:
        save_profile(db, SERIES, "Ticketsystem", {}, {}, True, OPERATOR, NOW)
    city.takes(FIRST, as_of=FEBRUARY)
    assert city.plans(read_line(order="B-2"), as_of=MARCH).full
    assert not city.plans(read_line(order="B-2"), as_of=MARCH, full=False).full
    taken = city.takes(read_line(order="B-2"), as_of=MARCH)
    assert [line.order for line in taken.plan.missing] == asked_about(city) == ["B-1"]
    assert taken.plan.as_of == date(2024, 3, 4)
