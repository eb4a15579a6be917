"""Lists that nobody thought of: rows with faults in a complete list, a line that goes to another school."""

from __future__ import annotations

from datetime import date

import pytest

from deliveries.importing.planned import Outcome
from deliveries.invariants import faults
from deliveries.reading.export import Export, read_export
from tests.deliveries.importing.lists import City

HEADINGS = "Bestellnummer;Position;Schule;Gerät;Menge;Status;Liefertermin"
FIRST = ["A-1;1;GS Diesdorf;iPad;3;Beauftragt;", "A-2;1;GS Diesdorf;iPad;3;Beauftragt;"]


def list_of(*rows: str, headings: str = HEADINGS) -> Export:
    return read_export("\n".join([headings, *rows]).encode(), "liste.csv")


@pytest.mark.parametrize(
    "rows",
    [
        ["A-1;1;GS Diesdorf;iPad;3;Beauftragt;Ende Mai"],
        ["A-1;1;GS Diesdorf;iPad;drei;Bestellt?;"],
        ["A-1;eins;GS Diesdorf;iPad;3;Beauftragt;"],
        ["A-1;1;GS Nirgends;iPad;3;Beauftragt;"],
        ["A-1;1;GS Diesdorf;iPad;3;Beauftragt;", "A-1;1;GS Diesdorf;iPad;4;Beauftragt;"],
    ],
)
def test_nobody_is_asked_where_a_line_is_that_stands_in_the_list_with_a_fault(
    city: City, rows: list[str]
) -> None:
    city.takes_list(list_of(*FIRST), full=True)
    plan = city.takes_list(list_of(*rows), full=True).plan
    assert plan.faults
    assert [missing.order for missing in plan.missing] == ["A-2"]
    assert [missing.order for missing in plan.unlisted] == ["A-2"]


def test_a_line_does_not_take_its_room_along_to_another_school(city: City) -> None:
    headings = "Bestellnummer;Schule;Gerät;Menge;Status"
    city.takes_list(list_of("A-1;GS Diesdorf;iPad;3;Montiert;R 204", headings=f"{headings};Raum"))
    city.takes_list(list_of("A-1;GS Diesdorf;iPad;3;Montiert", headings=headings))
    assert city.line("A-1").room == "R 204"
    city.takes_list(list_of("A-1;GS Salbke;iPad;3;Montiert", headings=headings))
    assert city.line("A-1").room == ""
    with city.database.read() as db:
        assert faults(db) == []


def test_a_list_without_a_day_does_not_let_old_lists_speak_again(city: City) -> None:
    headings = "Bestellnummer;Schule;Gerät;Menge;Status"
    used, ordered = (f"A-1;GS Diesdorf;iPad;3;{stage}" for stage in ("In Betrieb", "Beauftragt"))
    city.takes_list(list_of(used, headings=headings), as_of=date(2026, 11, 20))
    city.takes_list(list_of(f"{used};Aula", headings=f"{headings};Raum"))  # of today, but nobody says so
    city.takes_list(list_of(used, used, headings=headings))
    plan = city.takes_list(list_of(ordered, headings=headings), as_of=date(2026, 10, 1)).plan
    assert [line.outcome for line in plan.lines] == [Outcome.OUTDATED]
    assert city.line("A-1").stage == "in_use"
