"""A spelling that somebody has confirmed once counts from then on."""

from __future__ import annotations

import pytest

from core.audit import Action, latest
from core.people.actor import OPERATOR
from deliveries.importing.planned import Outcome
from deliveries.importing.spellings import confirm_spelling, remove_spelling, spellings
from deliveries.reading.lines import Fault
from deliveries.refusals import NoDeliveriesThere, WordMissing, WordTooLong
from deliveries.stages import Stage
from tests.deliveries.importing.lists import NOW, City, read_line

STRANGE = read_line(school="Schule am Dorfplatz")


def confirm(city: City, written: str, school: str = "GS Salbke") -> None:
    with city.database.write.begin() as db:
        confirm_spelling(db, written, city.schools[school].id, OPERATOR, NOW)


def test_a_line_of_an_unknown_school_is_a_fault_until_its_name_is_known(city: City) -> None:
    plan = city.takes(STRANGE, read_line(order="B-2", school="GS Salbcke", row=3)).plan
    assert plan.rows_ok == 0
    assert [
        (fault.row, fault.column, fault.value, fault.fault, fault.suggestion) for fault in plan.faults
    ] == [
        (2, "Schule", "Schule am Dorfplatz", Fault.UNKNOWN_SCHOOL, None),
        (3, "Schule", "GS Salbcke", Fault.UNKNOWN_SCHOOL, "GS Salbke"),
    ]
    confirm(city, "SCHULE  am Dorfplatz")
    assert city.takes(STRANGE).plan.count(Outcome.CREATED) == 1
    assert city.line().school_id == city.schools["GS Salbke"].id


def test_the_same_list_changes_a_line_that_it_could_not_name_before(city: City) -> None:
    city.takes(read_line(stage=Stage.PLANNED))
    moved = read_line(school="Schule am Dorfplatz", stage=Stage.DELIVERED)
    city.takes(moved)
    confirm(city, "Schule am Dorfplatz")
    assert city.takes(moved).plan.count(Outcome.CHANGED) == 1
    assert city.line().school_id == city.schools["GS Salbke"].id


def test_it_is_listed_replaced_and_removed(city: City) -> None:
    confirm(city, "Schule am Dorfplatz")
    confirm(city, "Schule am DORFPLATZ", "GS Diesdorf")
    with city.database.write.begin() as db:
        (known,) = spellings(db, OPERATOR)
        assert (known.written, known.school.name) == ("Schule am DORFPLATZ", "GS Diesdorf")
        remove_spelling(db, known.folded, OPERATOR, NOW)
        remove_spelling(db, known.folded, OPERATOR, NOW)
        assert spellings(db, OPERATOR) == ()
        told = [entry.action for entry in latest(db) if "spelling" in entry.action]
    assert told == [Action.SPELLING_REMOVED, Action.SPELLING_CONFIRMED, Action.SPELLING_CONFIRMED]


@pytest.mark.parametrize(("written", "refusal"), [(" - ", WordMissing), ("ä" * 150, WordTooLong)])
def test_what_is_no_name(city: City, written: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        confirm(city, written)


def test_a_school_that_is_not_there(city: City) -> None:
    with city.database.write.begin() as db, pytest.raises(NoDeliveriesThere):
        confirm_spelling(db, "Schule am Dorfplatz", 99, OPERATOR, NOW)
