"""A school's deliveries: what stands there, filters in the address, the line of time, whose school it is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.people.actor import OPERATOR
from core.people.person import Person, School
from core.people.register import set_role
from core.people.roles import Role
from core.people.workplaces import set_schools
from deliveries.pieces import Pieces
from tests.pages.conftest import words
from tests.pages.signed_in import House, told
from tests.ui.deliveries.made import DAY, Ordered, day
from ui.deliveries.listed import AT_ONCE
from ui.texts import ENGLISH, GERMAN

T = GERMAN.deliveries
HOSTILE = "<img src=x onerror=alert(1)> **Otto** :smile:"


@pytest.fixture
def ordered(house: House) -> Ordered:
    house.visit()
    return Ordered(house.database)


def works_at(house: House, role: Role, *schools: School) -> Person:
    """Somebody who is signed in."""
    person = house.signed_in_as(role, f"Vera {role.value}")
    with house.database.write.begin() as db:
        return set_schools(
            db, person.id, [school.id for school in schools], OPERATOR, Ordered(house.database).now
        )


def page(house: House, **address: str) -> AppTest:
    at = house.open("school_deliveries.py", **address)
    assert not at.exception
    return at


def cards(at: AppTest) -> list[str]:
    """The titles of the cards, in order."""
    links = [link.proto for link in at.get("page_link") if link.proto.page == "lieferung"]
    return [link.label for link in links if not link.icon]


def links(at: AppTest) -> list[str]:
    return [link.proto.label for link in at.get("page_link")]


def press(at: AppTest, key: str) -> AppTest:
    """A button by its key."""
    return next(button for button in at.button if button.key == key).click().run()


def queries(at: AppTest, address: str) -> set[str]:
    return {link.proto.query_string for link in at.get("page_link") if link.proto.page == address}


def test_what_is_late_comes_first_with_its_sentence_and_stages(house: House, ordered: Ordered) -> None:
    school = ordered.school("GS Am Westring")
    works_at(house, Role.TEACHER, school)
    ordered.line(school, Pieces(in_use=3), category="Tablet", model="iPad", stage="in_use")
    late = day(ordered.today - 9 * DAY)
    ordered.line(school, Pieces(mounted=4, commissioned=8), promise=late, stage="mounted")
    ordered.line(school, Pieces(planned=2), category="Laptop", model="Laptop", stage="planned")
    at = page(house)
    said = told(at)
    assert cards(at) == ["12 Displays", "2 Laptops", "3 iPads"]
    for text in (
        "Lieferungen für die GS Am Westring",
        "9 Tage verspätet",
        "Stand: ",
        "4 von 12 da",
        "alle 3 nutzbar",
    ):
        assert text in said
    assert said.count('aria-current="step"') == 2, "of what is usable there is no row of stages"
    assert T.ask_people in said
    assert queries(at, "bibliothek") - {""} == {"geraet=Display", "geraet=iPad"}, "for what is here"


def test_links_lead_to_paper_and_files_of_the_same_choice(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    works_at(house, Role.TEACHER, school)
    ordered.line(school, promise=day(ordered.today - DAY))
    said = words(page(house, was="verspaetet", lang="de"))
    query = f"schule={school.id}&amp;was=verspaetet&amp;lang=de"
    for path in ("drucken", "liste.xlsx", "liste.csv"):
        assert f'href="/lieferungen/{path}?{query}"' in said


def test_filters_live_in_the_address(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    works_at(house, Role.TEACHER, school)
    ordered.line(school, promise=day(ordered.today - DAY))
    ordered.line(school, Pieces(planned=2), stage="blocked", category="Laptop", model="Laptop")
    ordered.line(school, Pieces(in_use=3), category="Tablet", model="iPad", stage="in_use")
    ordered.line(school, Pieces(commissioned=5), category="Tablet", model="iPad")
    at = page(house)
    assert len(cards(at)) == 4
    pills = next(group for group in at.button_group if group.key == "choose-was")
    assert [option.replace("\\", "") for option in pills.options] == [
        "Alles",
        "Verspätet (1)",
        "Blockiert (1)",
        "Kommt noch (3)",
        "Ist da (1)",
    ]
    pills.set_value("blockiert").run()
    assert at.query_params["was"] == "blockiert"
    assert cards(at) == ["2 Laptops"]
    at = press(at, "clear-choice")
    assert "was" not in at.query_params
    assert len(cards(at)) == 4
    assert cards(page(house, art="Tablet", was="kommt")) == ["5 iPads"]
    assert len(cards(page(house, was="<unsinn>"))) == 4


def test_nothing_left_is_explained_with_a_way_back(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    works_at(house, Role.TEACHER, school)
    ordered.line(school)
    at = page(house, was="blockiert")
    assert T.nothing in words(at)
    at = press(at, "clear-all")
    assert cards(at) == ["12 Displays"]


def test_along_time_by_the_month_of_the_promise(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    works_at(house, Role.TEACHER, school)
    late = ordered.line(school, promise=day(ordered.today - DAY))
    ordered.line(school)
    at = page(house, ansicht="zeit")
    headings = re.findall(r'<section class="at-\w+"><h2 class="section">([^<]+)', words(at))
    assert headings == [T.overdue, T.without_date]
    assert f'href="/lieferung?nr={late}"' in words(at)
    switch = next(group for group in at.button_group if group.key == "choose-view")
    switch.set_value("").run()
    assert "ansicht" not in at.query_params
    assert len(cards(at)) == 2


def test_a_school_with_nothing_is_told_so_and_what_to_do(house: House, ordered: Ordered) -> None:
    works_at(house, Role.TEACHER, ordered.school("GS Am Westring"))
    at = page(house)
    said = told(at)
    assert "Für die GS Am Westring ist gerade nichts unterwegs" in said
    assert T.empty_explained in said
    assert T.ask_people in said
    assert {T.to_manuals, T.to_trainings} <= set(links(at))
    assert "Deliveries for" in words(page(house, lang="en"))


def test_one_line_needs_no_filters(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    works_at(house, Role.TEACHER, school)
    ordered.line(school)
    at = page(house)
    assert cards(at) == ["12 Displays"]
    assert not [group for group in at.button_group if group.key in {"choose-was", "choose-view"}]
    assert T.progress not in words(at)


def test_three_hundred_lines_come_twenty_at_a_time(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    works_at(house, Role.TEACHER, school)
    for _ in range(AT_ONCE + 3):
        ordered.line(school)
    at = page(house)
    assert len(cards(at)) == AT_ONCE
    assert "23 Lieferungen" in told(at)
    assert len(cards(press(at, "more-deliveries"))) == AT_ONCE + 3


def test_foreign_words_stay_words(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    works_at(house, Role.TEACHER, school)
    said: dict[str, Any] = {"category": HOSTILE, "model": HOSTILE, "room": HOSTILE, "reason": HOSTILE}
    ordered.line(school, stage="blocked", import_id=ordered.imported(HOSTILE), **said)
    ordered.line(school, category="Tablet", model="iPad")
    for address in ({}, {"ansicht": "zeit"}, {"art": HOSTILE}):
        at = page(house, **address)
        assert "<img src=x" not in words(at)
        labels = [*links(at), *(block.proto.popover.label for block in at.get("popover"))]
        assert not [label for label in labels if re.search(r"(?<!\\)\*\*?Otto|:smile", label)]


# whose school


def test_several_schools_can_be_chosen_from_one_s_own_only(house: House, ordered: Ordered) -> None:
    first, second = ordered.school("GS Eins"), ordered.school("GS Zwei")
    ordered.school("GS Fremd")
    works_at(house, Role.ASSISTANT, first, second)
    ordered.line(second)
    at = page(house, schule=str(second.id))
    choice = at.selectbox(key="choose-school")
    assert choice.options == ["GS Eins", "GS Zwei"]
    assert cards(at) == ["12 Displays"]
    choice.set_value(first.id).run()
    assert at.query_params["schule"] == str(first.id)
    assert "GS Eins" in words(at)
    assert cards(at) == []


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
def test_a_foreign_school_does_not_exist(house: House, ordered: Ordered, role: Role) -> None:
    own, other = ordered.school(), ordered.school("GS Geheim")
    works_at(house, role, own)
    ordered.line(other)
    at = page(house, schule=str(other.id))
    assert T.not_there in words(at)
    assert "Geheim" not in words(at)
    assert cards(at) == []


@pytest.mark.parametrize("number", ["0", "x", "9" * 40, "999999", "-1"])
def test_numbers_that_are_no_school_harm_nobody(house: House, ordered: Ordered, number: str) -> None:
    works_at(house, Role.TEACHER, ordered.school())
    page(house, schule=number)


def test_the_team_chooses_among_all_schools(house: House, ordered: Ordered) -> None:
    school = ordered.school("GS Irgendwo")
    ordered.line(school)
    house.signed_in_as(Role.TEAM)
    at = page(house)
    assert T.which_school in words(at)
    assert T.to_city in links(at)
    at.selectbox(key="choose-school").set_value(school.id).run()
    assert cards(at) == ["12 Displays"]
    assert T.ask_people not in words(at), "they are the ones who are asked"


def test_who_works_nowhere_is_told_what_to_do(house: House, ordered: Ordered) -> None:
    ordered.line(ordered.school("GS Geheim"))
    house.signed_in_as(Role.TEACHER)
    at = page(house, lang="en")
    assert ENGLISH.deliveries.no_school in words(at)
    assert "Geheim" not in words(at)


def test_only_who_may_confirm_is_led_to_it(house: House, ordered: Ordered) -> None:
    school = ordered.school()
    ordered.line(school, Pieces(in_use=3), stage="in_use")
    person = works_at(house, Role.TEACHER, school)
    at = page(house)
    icons = [link.proto.icon for link in at.get("page_link")]
    assert ":material/task_alt:" not in icons
    with house.database.write.begin() as db:
        set_role(db, person.id, Role.HEAD, OPERATOR, ordered.now)
    at = page(house)
    assert ":material/task_alt:" in [link.proto.icon for link in at.get("page_link")]
