"""The page about schools: for administration and the city's team; list, form, reading in a list."""

from __future__ import annotations

import pytest

from core.people.person import Person, SchoolKind
from core.people.roles import Role
from core.people.schools import all_schools
from tests.pages.conftest import press
from tests.pages.signed_in import House, told
from ui.texts import GERMAN

S = GERMAN.staff
LIST = "Schule;Schulform;Kurzname;Standorte\nGrundschule Am Park;GS;GS Am Park;Haupthaus | Turnhalle\n"


@pytest.fixture
def team(house: House) -> Person:
    return house.signed_in_as(Role.TEAM)


def names(house: House) -> list[str]:
    with house.database.read() as db:
        return [school.name for school in all_schools(db)]


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
def test_schools_are_not_for_everyone(house: House, role: Role) -> None:
    school = house.school("GS Am Park")
    house.signed_in_as(role)
    for address in ({}, {"schule": str(school.id)}, {"ansicht": "neu"}, {"ansicht": "liste"}):
        at = house.open("schools.py", **address)
        assert GERMAN.frame.not_for_role in told(at)
        assert "GS Am Park" not in told(at)
        assert not at.text_input


def test_a_guest_sees_no_schools(house: House) -> None:
    house.school("GS Am Park")
    at = house.open("schools.py")
    assert GERMAN.frame.signed_out in told(at)
    assert "GS Am Park" not in told(at)


@pytest.mark.parametrize("role", [Role.TEAM, Role.ADMIN])
def test_team_and_administration_see_schools_with_the_number_of_people(house: House, role: Role) -> None:
    park, nord = house.school("GS Am Park"), house.school("<b>Nord</b>")
    house.person("Petra Eins", Role.TEACHER, park)
    house.person("Paul Zwei", Role.TEACHER, park, nord)
    house.signed_in_as(role)
    at = house.open("schools.py")
    assert S.count_schools.format(count=2) in told(at)
    lines = [str(html.value) for html in at.html]
    assert any(S.count_people.format(count=2) in line for line in lines)
    assert any(S.one_person in line for line in lines)
    assert not any("<b>Nord" in line for line in lines)


def test_without_schools_a_list_is_the_next_step(house: House, team: Person) -> None:
    at = house.open("schools.py")
    assert S.no_schools in told(at)
    assert not at.text_input


def test_schools_are_found_by_words(house: House, team: Person) -> None:
    house.school("Förderschule Süd")
    house.school("GS Am Park")
    at = house.open("schools.py")
    at.text_input(key="schools-search").set_value("foerder sued").run()
    assert S.one_school in told(at)
    assert "Förderschule Süd" in told(at)
    assert "GS Am Park" not in told(at)


def test_a_school_is_added_and_changed(house: House, team: Person) -> None:
    at = press(house.open("schools.py"), S.add_school)
    at.text_input(key="name-of-school-0").set_value("GS Am Park")
    at.selectbox(key="kind-of-school-0").set_value(SchoolKind.GS)
    at.text_area(key="sites-of-school-0").set_value("Haupthaus\n\n Turnhalle ")
    at = press(at, S.add)
    assert S.school_added.format(name="GS Am Park") in told(at)
    with house.database.read() as db:
        (school,) = all_schools(db)
    assert (school.kind, school.sites) == (SchoolKind.GS, ("Haupthaus", "Turnhalle"))
    at.button(key=f"open-school-{school.id}").click().run()
    at.text_input(key=f"short-of-school-{school.id}").set_value("Park")
    assert S.saved in told(press(at, S.save))
    with house.database.read() as db:
        (school,) = all_schools(db)
    assert (school.short_name, school.sites) == ("Park", ("Haupthaus", "Turnhalle"))


def test_sites_are_words_whatever_is_in_them(house: House, team: Person) -> None:
    at = house.open("schools.py", ansicht="neu")
    at.text_input(key="name-of-school-0").set_value("GS **Am** Park")
    at.text_area(key="sites-of-school-0").set_value("<img src=x onerror=alert(1)>")
    at = press(at, S.add)
    assert "&lt;img" in told(at)
    assert "<img" not in told(at)
    assert "GS \\*\\*Am" in at.success[0].value


def test_a_name_that_is_taken_is_refused_and_stays_in_the_field(house: House, team: Person) -> None:
    house.school("GS Am Park")
    at = house.open("schools.py", ansicht="neu")
    at.text_input(key="name-of-school-0").set_value("gs am  park")
    at = press(at, S.add)
    assert S.school_taken.format(name="gs am park") in told(at)
    assert at.text_input(key="name-of-school-0").value == "gs am  park"
    assert names(house) == ["GS Am Park"]


@pytest.mark.parametrize("number", ["9999", "0", "abc", "-1"])
def test_a_link_to_no_school_is_answered_kindly(house: House, team: Person, number: str) -> None:
    at = house.open("schools.py", schule=number)
    assert S.school_gone in told(at)
    assert not at.exception


def test_a_list_is_seen_before_it_is_taken_over(house: House, team: Person) -> None:
    at = press(house.open("schools.py"), S.read_list)
    at.file_uploader[0].upload("schulen.csv", LIST.encode(), "text/csv").run()
    counts = S.counts.format(created=1, changed=0, unchanged=0)
    assert counts in told(at)
    assert names(house) == [], "a preview writes nothing"
    assert S.taken_over.format(counts=counts) in told(press(at, S.take_over))
    assert names(house) == ["Grundschule Am Park"]


def test_a_list_with_a_fault_cannot_be_taken_over(house: House, team: Person) -> None:
    at = house.open("schools.py", ansicht="liste")
    at.file_uploader[0].upload("schulen.csv", LIST.replace(";GS;", ";Hochschule;").encode()).run()
    assert S.one_fault in told(at)
    assert "<td>2</td><td>Schulform</td><td>Hochschule</td>" in told(at)
    assert S.take_over not in told(at)


def test_after_the_session_has_ended_nothing_is_saved(house: House, team: Person) -> None:
    school = house.school("GS Am Park")
    at = house.open("schools.py", schule=str(school.id))
    at.text_input(key=f"name-of-school-{school.id}").set_value("Anders")
    house.end_sessions(team)
    at = press(at, S.save)
    assert GERMAN.frame.signed_out in told(at)
    assert names(house) == ["GS Am Park"]
