"""Schools and parts of the work in one table."""

from __future__ import annotations

from datetime import date

import pytest

from core.people.person import School, SchoolKind
from deliveries.city.overview import CitySchool, Share
from deliveries.facts import Subproject
from ui.city.narrowing import Choice, fits
from ui.city.school_table import school_table, summed
from ui.texts import GERMAN

DAY = date(2026, 11, 1)
NORTH = CitySchool(
    School(1, "GS Nord", "Nord", SchoolKind.GS), {Subproject.DISPLAYS: Share(3, 12)}, 2, 0, DAY
)
SOUTH = CitySchool(
    School(2, "Gym <b>Süd</b>", "", SchoolKind.GYM), {Subproject.DISPLAYS: Share(4, 4)}, 0, 1, DAY
)
EMPTY = CitySchool(School(3, "IGS West", "", None), {}, 0, 0, None)


def test_percent_and_pieces_stand_in_words_beside_the_bar() -> None:
    table = school_table([NORTH], "de", GERMAN)
    assert "25 %" in table
    assert "width: 25%" in table
    assert "3 von 12 nutzbar" in table
    assert table.count(GERMAN.city.nothing_ordered) == 2 * (len(Subproject) - 1), "the school's and the sum's"


def test_all_schools_are_summed_by_pieces_and_not_by_percent() -> None:
    sums = summed([NORTH, SOUTH, EMPTY])
    assert sums == {Subproject.DISPLAYS: Share(7, 16)}
    assert "43 %" in school_table([NORTH, SOUTH, EMPTY], "de", GERMAN)


def test_names_are_harmless_and_lead_to_the_school() -> None:
    table = school_table([SOUTH], "de", GERMAN)
    assert "<b>" not in table
    assert "/lieferungen?schule=2&amp;lang=de" in table


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice("", (), ()), [NORTH, SOUTH, EMPTY]),
        (Choice("nord", (), ()), [NORTH]),
        (Choice("sued", (), ()), [SOUTH]),
        (Choice("", ("GS",), ()), [NORTH]),
        (Choice("", ("GS", "Gym"), ()), [NORTH, SOUTH]),
        (Choice("", (), ("verspaetet",)), [NORTH]),
        (Choice("", (), ("blockiert",)), [SOUTH]),
        (Choice("", (), ("offen",)), [NORTH]),
        (Choice("", (), ("verspaetet", "blockiert")), []),
        (Choice("", (), ("anderes",)), [NORTH, SOUTH, EMPTY]),
    ],
)
def test_schools_are_chosen_by_name_kind_and_trouble(choice: Choice, expected: list[CitySchool]) -> None:
    assert [school for school in (NORTH, SOUTH, EMPTY) if fits(school, choice)] == expected
