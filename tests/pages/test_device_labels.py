"""The page with labels for devices: add for several rooms, find, print, remove."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.people.actor import OPERATOR
from core.people.person import Person, School
from core.people.roles import Role
from core.people.workplaces import set_schools
from knowledge import scans
from knowledge.labels import Label, add_label, labels_of
from tests.pages.conftest import press
from tests.pages.signed_in import House
from tests.pages.signed_in import told as told_in_words
from ui.labels.labels_list import chosen_key
from ui.texts import GERMAN

C = GERMAN.codes
PAGE = "device_labels.py"


def label(house: House, school: School | None, room: str, device: str = "Display") -> Label:
    with house.database.write.begin() as db:
        number = school.id if school else None
        return add_label(db, device, "Prowise", "Ten", room, number, OPERATOR, datetime.now(UTC))


def told(at: AppTest) -> str:
    """All that is written on the page, also beside its boxes to tick."""
    return "\n".join([told_in_words(at), *(box.label for box in at.checkbox)])


def kept(house: House) -> Sequence[Label]:
    with house.database.read() as db:
        return labels_of(db, OPERATOR)


def printed(at: AppTest) -> list[str]:
    """The codes of which the page offers cards."""
    [way] = re.findall(r'href="(/karten[^"]*)"', told(at)) or [""]
    return re.findall(r"c=(\w{10})", way)


def assistant(house: House, *schools: School) -> Person:
    person = house.signed_in_as(Role.ASSISTANT, "Asta Adler")
    with house.database.write.begin() as db:
        return set_schools(db, person.id, [school.id for school in schools], OPERATOR, datetime.now(UTC))


@pytest.mark.parametrize("role", [None, Role.TEACHER, Role.HEAD, Role.TRAINER])
def test_labels_are_not_for_everyone(house: House, role: Role | None) -> None:
    label(house, house.school("GS Am Park"), "Raum 7")
    house.signed_in_as(role)
    for address in ({}, {"ansicht": "neu"}):
        at = house.open(PAGE, **address)
        assert "Raum 7" not in told(at)
        assert "GS Am Park" not in told(at)
        assert not at.checkbox
        assert not at.selectbox


def test_without_labels_the_first_is_the_next_step(house: House) -> None:
    house.signed_in_as(Role.TEAM)
    at = house.open(PAGE)
    assert C.none_yet in told(at)
    assert not printed(at)


def test_labels_for_several_rooms_are_added_and_ready_to_print(house: House) -> None:
    park = house.school("GS Am Park")
    house.signed_in_as(Role.TEAM)
    at = press(house.open(PAGE), C.add)
    at.selectbox(key="new-labels-device").set_value("iPad")
    at.text_input(key="new-labels-make").set_value("Apple")
    at.selectbox(key="new-labels-school").set_value(park.id)
    at.text_area(key="new-labels-rooms").set_value("Raum 1\n\n  Raum 2 \n")
    at = press(at, C.submit)
    assert C.added.format(count=2) in told(at)
    labels = kept(house)
    assert [(one.device, one.make, one.room, one.school) for one in labels] == [
        ("iPad", "Apple", "Raum 1", "GS Am Park"),
        ("iPad", "Apple", "Raum 2", "GS Am Park"),
    ]
    assert C.print_chosen.format(count=2) in told(at)
    assert printed(at) == [one.code for one in labels]


def test_without_a_room_nothing_is_added_and_the_form_stays(house: House) -> None:
    house.signed_in_as(Role.TEAM)
    at = house.open(PAGE, ansicht="neu")
    at.text_input(key="new-labels-make").set_value("Apple")
    at = press(at, C.submit)
    assert C.rooms_missing in told(at)
    assert at.text_input(key="new-labels-make").value == "Apple"
    at.text_area(key="new-labels-rooms").set_value("\n".join(f"Raum {n}" for n in range(61)))
    assert C.too_many_rooms.format(count=60) in told(press(at, C.submit))
    assert not kept(house)


def test_all_or_none_of_the_rooms_get_a_label(house: House) -> None:
    house.signed_in_as(Role.TEAM)
    at = house.open(PAGE, ansicht="neu")
    at.text_area(key="new-labels-rooms").set_value(f"Raum 1\n{'x' * 101}")
    assert GERMAN.staff.name_too_long.format(longest=100) in told(press(at, C.submit))
    assert not kept(house)


def test_an_assistant_sees_and_labels_the_own_schools(house: House) -> None:
    own, second, foreign = (house.school(name) for name in ("GS Am Park", "GS Salbke", "Sek Fremd"))
    label(house, own, "Raum 1")
    label(house, foreign, "Raum 2")
    label(house, None, "FabLab")
    assistant(house, own, second)
    at = house.open(PAGE)
    assert "Raum 1" in told(at)
    assert "Raum 2" not in told(at)
    assert "FabLab" not in told(at)
    at = press(at, C.add)
    assert at.selectbox(key="new-labels-school").options == ["GS Am Park", "GS Salbke"]


def test_an_assistant_without_a_school_is_told_why(house: House) -> None:
    assistant(house)
    at = house.open(PAGE, ansicht="neu")
    assert C.no_own_school in told(at)
    assert not at.text_area


def test_labels_are_found_chosen_and_printed(house: House) -> None:
    park = house.school("GS Am Park")
    first, second = label(house, park, "Raum 1"), label(house, park, "Förderraum", "Dokumentenkamera")
    house.signed_in_as(Role.TEAM)
    at = house.open(PAGE)
    assert printed(at) == [second.code, first.code]
    at.text_input(key="labels-search").set_value("foerder kamera").run()
    assert C.one_found in told(at)
    assert "Raum 1" not in told(at)
    assert printed(at) == [second.code]
    at.text_input(key="labels-search").set_value("nirgends").run()
    assert C.none_found in told(at)
    at.text_input(key="labels-search").set_value("").run()
    at.checkbox(key=chosen_key(first.id)).check().run()
    assert printed(at) == [first.code]
    assert C.print_one in told(at)


def test_a_label_is_removed(house: House) -> None:
    gone, stays = label(house, None, "Raum 1"), label(house, None, "Raum 2")
    house.signed_in_as(Role.TEAM)
    at = house.open(PAGE)
    at.button(key=f"remove-label-{gone.id}").click().run()
    assert C.removed in told(at)
    assert [one.id for one in kept(house)] == [stays.id]


def test_after_the_session_has_ended_nothing_is_removed(house: House) -> None:
    stays = label(house, None, "Raum 1")
    team = house.signed_in_as(Role.TEAM)
    at = house.open(PAGE)
    house.end_sessions(team)
    at.button(key=f"remove-label-{stays.id}").click().run()
    assert GERMAN.frame.signed_out in told(at)
    assert kept(house)


def test_how_often_a_label_was_scanned_is_for_who_looks_after_the_library(house: House) -> None:
    park = house.school("GS Am Park")
    scanned = label(house, park, "Raum 1")
    with house.database.write.begin() as db:
        for _ in range(3):
            scans.count(db, scanned.code, datetime.now(UTC))
    house.signed_in_as(Role.TEAM)
    assert C.scanned.format(count=3) in told(house.open(PAGE))
    assistant(house, park)
    at = house.open(PAGE)
    assert "Raum 1" in told(at)
    assert C.scanned.format(count=3) not in told(at)


def test_rooms_are_words_whatever_is_in_them(house: House) -> None:
    label(house, None, "**Aula** <img src=x>")
    house.signed_in_as(Role.TEAM)
    at = house.open(PAGE)
    assert r"\*\*Aula\*\*" in at.checkbox[0].label
    assert "<img" not in told_in_words(at)
