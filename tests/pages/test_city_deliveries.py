"""The deliveries of all schools on one page: how far they are, what is late, what is blocked, and goals."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from core.people.actor import OPERATOR
from core.people.person import Person, School
from core.people.roles import Role
from deliveries.city.milestones import Milestone, milestones
from deliveries.facts import Subproject
from tests.pages.conftest import press
from tests.pages.signed_in import House, told
from tests.ui.city.deliveries import a_city, take
from ui.city.acting import today
from ui.texts import GERMAN

C = GERMAN.city
PAGE = "city_deliveries.py"
VIEWS = ["schulen", "verspaetet", "blockiert", "meilensteine", "nachweise", "rueckmeldungen"]
FIELD = "city-milestone-0-"


@pytest.fixture
def team(house: House) -> Person:
    return house.signed_in_as(Role.TEAM)


@pytest.fixture
def schools(house: House) -> dict[str, School]:
    return a_city(house.database)


def rows(at: AppTest) -> dict[str, str]:
    """What the table says of each school, as text."""
    table = next(str(element.value) for element in at.html if "city-table" in str(element.value))
    found = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', table)
    return {re.sub("<[^>]*>", "", name): re.sub("<[^>]*>", " ", cells) for name, cells in found}


def goals(house: House) -> list[Milestone]:
    with house.database.read() as db:
        return list(milestones(db, OPERATOR, today()))


def choose(at: AppTest, label: str, value: object) -> AppTest:
    return next(pills for pills in at.button_group if pills.label == label).set_value(value).run()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
def test_all_schools_are_for_the_team_only(house: House, schools: dict[str, School], role: Role) -> None:
    house.signed_in_as(role)
    for view in VIEWS:
        at = house.open(PAGE, ansicht=view)
        assert GERMAN.frame.not_for_role in told(at)
        assert "GS Nord" not in told(at)


def test_before_the_first_list_the_way_to_it_is_shown(house: House, team: Person) -> None:
    at = house.open(PAGE)
    assert C.nothing_known in told(at)
    assert "/lieferlisten" in told(at)


def test_every_school_with_its_parts(house: House, team: Person, schools: dict[str, School]) -> None:
    at = house.open(PAGE)
    assert "Eine Lieferung ist verspätet, eine ist blockiert" in told(at)
    seen = rows(at)
    assert list(seen) == [C.all_schools, "GS Nord", "GS Süd", "Gym West"]
    assert "0 von 12 nutzbar" in seen["GS Nord"]
    assert "100 %" in seen["GS Süd"]
    assert f"/lieferungen?schule={schools['GS Nord'].id}" in told(at)


def test_schools_are_narrowed_in_the_address(house: House, team: Person, schools: dict[str, School]) -> None:
    at = house.open(PAGE, nur="verspaetet")
    assert list(rows(at)) == [C.all_schools, "GS Nord"]
    at = choose(at, C.kinds_label, ["Gym"])
    assert C.no_school in told(at)
    assert "Gym" in at.query_params["schulform"]
    at = press(at, C.clear)
    assert len(rows(at)) == 4
    assert "nur" not in at.query_params
    at = at.text_input[0].set_value("west").run()
    assert list(rows(at)) == [C.all_schools, "Gym West"]


def test_what_is_late_with_its_days(house: House, team: Person, schools: dict[str, School]) -> None:
    take(house.database, f"A-2;1;GS Süd;Tablet;10 Zoll;3;;Beauftragt;01.10.{today().year - 1};;;")
    at = house.open(PAGE, ansicht="verspaetet")
    said = told(at)
    assert said.index("GS Süd") < said.index("GS Nord"), "the longest delay first"
    assert "seit 10 Tagen" in said
    assert "Gym West" not in said
    at = choose(at, C.parts_label, Subproject.DISPLAYS.value)
    assert "displays" in at.query_params["bereich"]
    assert "GS Süd" not in told(at)
    assert "GS Nord" in told(at)


def test_what_is_blocked_by_its_reason(house: House, team: Person, schools: dict[str, School]) -> None:
    at = house.open(PAGE, ansicht="blockiert")
    assert [box.label for box in at.expander] == ["Verkabelung\\: 1 Lieferung".replace("\\:", "\\:\u2060")]
    assert "Gym West" in told(at)
    assert "GS Nord" not in told(at)


def test_nothing_late_and_nothing_blocked_is_said(house: House, team: Person) -> None:
    assert C.none_late in told(house.open(PAGE, ansicht="verspaetet"))
    assert C.none_blocked in told(house.open(PAGE, ansicht="blockiert"))


def test_a_milestone_is_entered_changed_and_removed(
    house: House, team: Person, schools: dict[str, School]
) -> None:
    at = house.open(PAGE, ansicht="meilensteine")
    assert C.no_milestones in told(at)
    at = press(at, C.new_milestone)
    at.text_input(key=f"{FIELD}title").set_value("Displays überall")
    at.selectbox(key=f"{FIELD}part").set_value(Subproject.DISPLAYS)
    at.text_input(key=f"{FIELD}due").set_value("demnächst")
    at = press(at, C.save)
    assert "demnächst" in at.error[0].value
    at.text_input(key=f"{FIELD}due").set_value("01/2024")
    at = press(at, C.save)
    assert "„Displays überall“ ist gespeichert." in told(at)
    assert "An 0 von 2 Schulen erreicht" in told(at)
    assert C.overdue in told(at)
    at = press(at, C.change)
    number = goals(house)[0].id
    at.multiselect(key=f"city-milestone-{number}-schools").set_value([schools["GS Nord"].id])
    at.number_input(key=f"city-milestone-{number}-stated").set_value(60)
    at = press(at, C.save)
    assert "An 0 von 1 Schulen erreicht" in told(at)
    assert "60 % laut Angabe" in told(at)
    at = press(press(at, C.remove), C.remove_yes)
    assert goals(house) == []
    assert C.no_milestones in told(at)
    assert C.milestone_gone in told(house.open(PAGE, ansicht="meilensteine", meilenstein=str(number)))


def test_proofs_are_offered_for_each_programme(
    house: House, team: Person, schools: dict[str, School]
) -> None:
    said = told(house.open(PAGE, ansicht="nachweise"))
    assert "/lieferungen/ratsauskunft.xlsx?lang=de" in said
    assert "/lieferungen/nachweis.csv?programm=DigitalPakt+1&amp;lang=de" in said
    assert "/lieferungen/nachweis.xlsx?programm=%3DIKT+2&amp;lang=de" in said


def test_whoever_lost_the_right_meanwhile_changes_nothing(
    house: House, team: Person, schools: dict[str, School]
) -> None:
    at = house.open(PAGE, ansicht="meilensteine", meilenstein="neu")
    at.text_input(key=f"{FIELD}title").set_value("Displays überall")
    at.text_input(key=f"{FIELD}due").set_value("01/2024")
    house.end_sessions(team)
    press(at, C.save)
    assert goals(house) == []
