"""A school's name in a list: recognised beyond doubt, suggested, or unknown; never guessed."""

from __future__ import annotations

import time

import pytest

from core.people.person import School
from deliveries.importing.school_names import Matcher, key

NAMES = (
    "GS Am Westring", "GS Diesdorf", "GS Hegelstraße", "GS Leipziger Straße", "GS Nordwest", "GS Kannenstieg",
    "Hegel-Gymnasium", "Albert-Einstein-Gymnasium", "FÖS Erich Kästner", "FÖS Anne Frank / Stadtfeld",
    "GmS Johann Wolfgang Goethe", "GmS Wilhelm Weitling", "IGS Regine Hildebrandt", "BBS Otto-von-Guericke",
    "BBS Eike von Repgow", "Salzmannschule",
)  # fmt: skip
SCHOOLS = [School(number, name, "", None) for number, name in enumerate(NAMES, 1)]
MATCHER = Matcher(SCHOOLS, {})


def named(name: str) -> str | None:
    found = MATCHER.school(name)
    return found.name if found else None


@pytest.mark.parametrize("name", NAMES)
def test_a_name_as_it_stands(name: str) -> None:
    assert named(name) == name


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("  gs  am WESTRING ", "GS Am Westring"),
        ("GS\xa0Am\u202fWestring", "GS Am Westring"),
        ("Grundschule am Westring", "GS Am Westring"),
        ("GmS „Wilhelm Weitling“", "GmS Wilhelm Weitling"),
        ("Gemeinschaftsschule 'Wilhelm-Weitling'", "GmS Wilhelm Weitling"),
        ("Albert Einstein Gymnasium", "Albert-Einstein-Gymnasium"),
        ("BBS Otto von Guericke", "BBS Otto-von-Guericke"),
        ("Berufsbildende Schulen Eike von Repgow", "BBS Eike von Repgow"),
        ("Integrierte Gesamtschule R. Hildebrandt", "IGS Regine Hildebrandt"),
        ("FO\u0308S Erich Ka\u0308stner", "FÖS Erich Kästner"),
        ("FOES Erich Kaestner", "FÖS Erich Kästner"),
        ("Förderschule E. Kästner", "FÖS Erich Kästner"),
        ("FÖS E.Kästner", "FÖS Erich Kästner"),
        ("GmS J. W. Goethe", "GmS Johann Wolfgang Goethe"),
        ("GmS J.W. Goethe", "GmS Johann Wolfgang Goethe"),
        ("GS Leipziger Str.", "GS Leipziger Straße"),
        ("GS Hegelstrasse", "GS Hegelstraße"),
        ("GS Hegelstr.", "GS Hegelstraße"),
        ("Förderschule Anne Frank/Stadtfeld", "FÖS Anne Frank / Stadtfeld"),
    ],
)
def test_other_ways_to_write_it(written: str, meant: str) -> None:
    assert named(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "", " ", "-", "GS", "Grundschule", "FÖS", "Hegel", "Westring", "GS Westring", "GS Nordost", "Kästner",
        "GS Am Westrimg", "GS Kanenstieg", "FÖS K. Erich", "E. Kästner", "GS L. Straße", "GS A. Westring",
        "FÖS E. K.", "GS Erich Kästner", "Salzmann", "GS Musterstadt", "=cmd|' /C calc'!A0",
    ],
)  # fmt: skip
def test_what_could_be_another_school_is_none(written: str) -> None:
    assert named(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("GS Am Westrimg", "GS Am Westring"),
        ("GS Kanenstieg", "GS Kannenstieg"),
        ("GS Westring", "GS Am Westring"),
        ("Kästner", "FÖS Erich Kästner"),
        ("Hegel", None),  # two schools could be meant
        ("GS", None),
        ("GS Musterstadt", None),
        ("", None),
    ],
)
def test_what_may_have_been_meant(written: str, meant: str | None) -> None:
    found = MATCHER.suggestion(written)
    assert (found.name if found else None) == meant


def test_two_schools_that_are_written_alike_are_never_mixed_up() -> None:
    twins = [School(1, "GS Anna Berg-Bauer", "AB", None), School(2, "GS Anton Berg-Bauer", "AB", None)]
    assert Matcher(twins, {}).school("GS A. Berg-Bauer") is None
    assert Matcher(twins, {}).school("AB") is None
    assert Matcher(twins[:1], {}).school("AB") == twins[0]


def test_names_that_differ_in_a_hyphen_only_count_as_they_stand() -> None:
    alike = [School(1, "GS Am West-Ring", "", None), School(2, "GS Am Westring", "", None)]
    matcher = Matcher(alike, {})
    assert [matcher.school(school.name) for school in alike] == alike
    assert matcher.school("GS Am West Ring") is None


def test_a_short_name_never_takes_the_name_of_another_school() -> None:
    schools = [School(1, "GS Nord", "", None), School(2, "GS Süd", "GS Nord", None)]
    assert Matcher(schools, {}).school("GS Nord") == schools[0]


def test_confirmed_spellings_count_and_names_of_schools_count_more() -> None:
    known = Matcher(SCHOOLS, {key("Westring-Schule"): 1, key("GS Diesdorf"): 1, key("Alt"): 99})
    assert known.school("westring schule") == SCHOOLS[0]
    assert known.school("GS Diesdorf") == SCHOOLS[1]
    assert known.school("Alt") is None  # of a school that is gone


def test_thousands_of_strange_names_cost_no_minute() -> None:
    matcher = Matcher(SCHOOLS, {})
    began = time.monotonic()
    for number in range(5_000):
        matcher.suggestion(f"GS Am Westrink {number} {'x' * 100}")
    assert time.monotonic() - began < 5
