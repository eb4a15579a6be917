"""The administration's page about people: roles, search, adding, changing, leaving, lists, refusals."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from core.audit import Action
from core.people import password_links
from core.people.actor import OPERATOR
from core.people.people_import import import_people
from core.people.people_table import read_people
from core.people.person import Person
from core.people.register import set_role
from core.people.roles import Role
from tests.pages.conftest import press
from tests.pages.signed_in import House, told
from ui.portal import entrance
from ui.texts import ENGLISH, GERMAN

S = GERMAN.staff
HOSTILE = "<img src=x onerror=alert(1)> **Otto** :smile:"
LIST = "Name;E-Mail;Rolle;Schulen\nAnna Muster;anna@schule.example;Lehrkraft;GS Am Park\n"


@pytest.fixture
def admin(house: House) -> Person:
    return house.signed_in_as(Role.ADMIN)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_the_administration_sees_people(house: House, role: Role) -> None:
    other = house.person("Petra Privat", Role.TEACHER)
    house.signed_in_as(role)
    for address in ({}, {"person": str(other.id)}, {"ansicht": "neu"}, {"ansicht": "liste"}):
        at = house.open("people.py", **address)
        assert GERMAN.frame.not_for_role in told(at)
        assert "Petra" not in told(at)
        assert not at.text_input


def test_a_guest_sees_nobody(house: House) -> None:
    house.person("Petra Privat", Role.TEACHER)
    at = house.open("people.py")
    assert GERMAN.frame.signed_out in told(at)
    assert "Petra" not in told(at)


def test_whoever_waits_comes_first_and_gets_role_and_schools(house: House, admin: Person) -> None:
    school, new = house.school("GS Am Park"), house.person("Nora Neu", None)
    at = house.open("people.py")
    assert S.waiting in told(at)
    assert re.search(r"noraneu@schule\.example · dabei seit \d+\. \w+ \d{4}", told(at))
    at.selectbox(key=f"waiting-role-{new.id}").set_value(Role.HEAD)
    at.multiselect(key=f"waiting-schools-{new.id}").set_value([school.id])
    at = press(at, S.assign)
    assert S.assigned.format(name="Nora Neu") in told(at)
    assert S.waiting not in told(at)
    (found,) = house.people("nora")
    assert (found.role, [at.name for at in found.schools]) == (Role.HEAD, ["GS Am Park"])


def test_without_a_role_nobody_is_assigned(house: House, admin: Person) -> None:
    house.person("Nora Neu", None)
    at = press(house.open("people.py"), S.assign)
    assert S.role_missing in told(at)
    assert house.people("nora")[0].role is None


def test_the_list_is_searched_by_words_and_role(house: House, admin: Person) -> None:
    house.person("Petra Krüger", Role.TEACHER, house.school("GS Am Park"))
    house.person("Paul Krüger", Role.HEAD)
    at = house.open("people.py")
    assert S.count_people.format(count=3) in told(at)
    at.text_input(key="people-search").set_value("krueger").run()
    assert S.count_people.format(count=2) in told(at)
    at.button_group(key="people-role").set_value(Role.HEAD).run()
    assert S.one_person in told(at)
    assert "Paul" in told(at)
    assert "Petra" not in told(at)
    at.text_input(key="people-search").set_value("niemand").run()
    assert S.nobody in told(at)


def test_of_two_thousand_people_fifty_are_shown_and_said_to_be_more(house: House, admin: Person) -> None:
    house.school("GS Am Park")
    lines = "".join(f"Person {n};p{n}@schule.example;Lehrkraft;GS Am Park\n" for n in range(2000))
    with house.database.write.begin() as db:
        import_people(db, read_people((LIST + lines).encode()), OPERATOR, datetime.now(UTC))
    at = house.open("people.py")
    assert S.more_people.format(count=50) in told(at)
    assert len([button for button in at.button if (button.key or "").startswith("open-person")]) == 50


def test_names_are_words_whatever_is_in_them(house: House, admin: Person) -> None:
    person = house.person(HOSTILE, Role.TEACHER)
    waiting = house.person(HOSTILE + "2", None)
    at = house.open("people.py")
    assert "<img" not in "".join(str(html.value) for html in at.html)
    label = next(button.label for button in at.button if button.key == f"open-person-{person.id}")
    assert "\\*\\*Otto\\*\\*" in label
    assert ":smile:" not in label
    at.selectbox(key=f"waiting-role-{waiting.id}").set_value(Role.TEACHER)
    at = press(at, S.assign)
    assert "\\<img" in at.success[0].value
    at = house.open("people.py", person=str(person.id))
    assert "<img" not in "".join(str(html.value) for html in at.html)


def test_a_tap_opens_a_person_and_leads_back(house: House, admin: Person) -> None:
    person = house.person("Petra Krüger", Role.TEACHER)
    at = house.open("people.py", lang="en")
    at.button(key=f"open-person-{person.id}").click().run()
    assert "<h1>Petra Krüger</h1>" in told(at)
    assert at.query_params["person"] == str(person.id)
    at.button(key="way-back").click().run()
    assert ENGLISH.staff.people in told(at)
    assert "person" not in at.query_params


@pytest.mark.parametrize("number", ["9999", "abc", "-1", "", "1 or 1=1", "²", "9" * 30])
def test_a_link_to_nobody_is_answered_kindly(house: House, admin: Person, number: str) -> None:
    at = house.open("people.py", person=number)
    assert S.person_gone in told(at)
    assert not at.exception


def test_a_person_is_changed_in_one_go(house: House, admin: Person) -> None:
    park = house.school("GS Am Park")
    person = house.person("Petra Krüger", Role.TEACHER)
    at = house.open("people.py", person=str(person.id))
    at.text_input(key=f"name-of-person-{person.id}").set_value("  Petra   Sommer ")
    at.text_input(key=f"email-of-person-{person.id}").set_value("Sommer@Schule.example")
    at.selectbox(key=f"role-of-person-{person.id}").set_value(Role.HEAD)
    at.multiselect(key=f"schools-of-person-{person.id}").set_value([park.id])
    at = press(at, S.save)
    assert S.saved in told(at)
    (found,) = house.people("sommer")
    assert (found.name, found.email, found.role) == ("Petra Sommer", "sommer@schule.example", Role.HEAD)
    assert [school.id for school in found.schools] == [park.id]
    assert at.text_input(key=f"name-of-person-{person.id}").value == "Petra Sommer"
    assert {entry.person_id for entry in house.log()[:3]} == {admin.id}


def test_a_refused_change_changes_nothing_and_keeps_what_was_typed(house: House, admin: Person) -> None:
    person = house.person("Petra Krüger", Role.TEACHER)
    at = house.open("people.py", person=str(person.id))
    at.text_input(key=f"name-of-person-{person.id}").set_value("Petra Sommer")
    at.text_input(key=f"email-of-person-{person.id}").set_value(admin.email)
    at.selectbox(key=f"role-of-person-{person.id}").set_value(Role.HEAD)
    at = press(at, S.save)
    assert S.email_taken.format(email=admin.email) in told(at)
    assert at.text_input(key=f"name-of-person-{person.id}").value == "Petra Sommer"
    (found,) = house.people("petra")
    assert (found.name, found.role) == ("Petra Krüger", Role.TEACHER)


def test_the_last_administrator_stays_one(house: House, admin: Person) -> None:
    at = house.open("people.py", person=str(admin.id))
    at.selectbox(key=f"role-of-person-{admin.id}").set_value(Role.TEACHER)
    assert S.last_admin in told(press(at, S.save))
    assert S.last_admin in told(press(house.open("people.py", person=str(admin.id)), S.switch_off_now))
    assert house.people("vera")[0].role is Role.ADMIN


def test_an_account_is_switched_off_and_on(house: House, admin: Person) -> None:
    person = house.person("Petra Krüger", Role.TEACHER)
    at = press(house.open("people.py", person=str(person.id)), S.switch_off_now)
    assert S.is_off.format(name=person.name) in told(at)
    assert not house.people("petra")[0].active
    assert S.make_link not in told(at)
    at = press(at, S.switch_on)
    assert S.is_on.format(name=person.name) in told(at)
    assert house.people("petra")[0].active


def test_a_password_link_is_shown_once_and_recorded(house: House, admin: Person) -> None:
    person = house.person("Petra Krüger", Role.TEACHER)
    at = press(house.open("people.py", person=str(person.id)), S.make_link)
    link = at.code[0].value
    assert link.startswith("http://localhost:8501/passwort/neu?link=")
    with house.database.read() as db:
        secret, now = link.partition("=")[2], datetime.now(UTC)
        assert password_links.owner(db, secret, now).id == person.id
        with pytest.raises(password_links.LinkRefused):
            password_links.owner(db, secret, now + timedelta(hours=1))
    newest = house.log()[0]
    assert (newest.action, newest.person_id) == (Action.PASSWORD_LINK_MADE, admin.id)
    assert newest.about == f"person {person.id}"
    assert not at.run().code


def test_without_local_accounts_there_are_no_links(
    house: House,
    admin: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOTSE_LOCAL_ACCOUNTS", "false")
    entrance.clear()
    assert S.make_link not in told(house.open("people.py", person=str(admin.id)))
    at = house.open("people.py", ansicht="neu")
    at.text_input(key="new-name").set_value("Nora Neu")
    at.text_input(key="new-email").set_value("nora@schule.example")
    at = press(at, S.add)
    assert S.person_added.format(name="Nora Neu") in told(at)
    assert not at.code


def test_the_data_are_fetched_from_a_route_that_asks_who_it_is(house: House, admin: Person) -> None:
    at = house.open("people.py", person=str(admin.id))
    assert f'download href="/personen/{admin.id}/daten.json"' in told(at)
    assert not at.get("download_button")


def test_deleting_needs_the_name(house: House, admin: Person) -> None:
    person = house.person("Petra Krüger", Role.TEACHER)
    at = house.open("people.py", person=str(person.id))
    at.text_input(key=f"confirm-{person.id}").set_value("Petra")
    at = press(at, S.delete_now)
    assert S.delete_not_confirmed.format(name=person.name) in told(at)
    assert house.people("petra")
    at.text_input(key=f"confirm-{person.id}").set_value(" petra krueger ")
    at = press(at, S.delete_now)
    assert S.deleted.format(name=person.name) in told(at)
    assert S.people in told(at)
    assert not house.people("petra")


def test_somebody_new_is_added_and_gets_a_link(house: House, admin: Person) -> None:
    at = press(house.open("people.py"), S.add_person)
    at.text_input(key="new-name").set_value("Nora Neu")
    at.text_input(key="new-email").set_value("nora@schule.example")
    at.selectbox(key="new-role").set_value(Role.TRAINER)
    at = press(at, S.add)
    assert S.person_added.format(name="Nora Neu") in told(at)
    assert "/passwort/neu?link=" in at.code[0].value
    (found,) = house.people("nora")
    assert (found.email, found.role) == ("nora@schule.example", Role.TRAINER)


def test_nothing_typed_is_lost_when_somebody_cannot_be_added(house: House, admin: Person) -> None:
    at = house.open("people.py", ansicht="neu")
    at.text_input(key="new-name").set_value("Nora Neu")
    at.text_input(key="new-email").set_value("nora")
    at = press(at, S.add)
    assert S.bad_email in told(at)
    assert (at.text_input(key="new-name").value, at.text_input(key="new-email").value) == ("Nora Neu", "nora")
    assert not house.people("nora")


def test_a_list_is_seen_before_it_is_taken_over(house: House, admin: Person) -> None:
    house.school("GS Am Park")
    at = house.open("people.py", ansicht="liste")
    assert S.people_list.example in told(at)
    at.file_uploader[0].upload("leute.csv", LIST.encode(), "text/csv").run()
    counts = S.counts.format(created=1, changed=0, unchanged=0)
    assert counts in told(at)
    assert not house.people("anna"), "a preview writes nothing"
    assert not [entry for entry in house.log() if entry.action is Action.PEOPLE_IMPORTED]
    at = press(at, S.take_over)
    assert S.taken_over.format(counts=counts) in told(at)
    assert [person.email for person in house.people("anna")] == ["anna@schule.example"]
    assert S.take_over not in told(at)
    at.file_uploader[0].upload("leute.csv", LIST.encode(), "text/csv").run()
    assert S.nothing_new in told(at)


def test_a_list_with_faults_says_all_of_them_and_cannot_be_taken_over(house: House, admin: Person) -> None:
    house.school("GS Am Park")
    bad = LIST + "<b>X</b>;keine;Lehrkrafft;GS Am Pork\nY;y@schule.example;Lehrkraft;\n"
    at = house.open("people.py", ansicht="liste")
    at.file_uploader[0].upload("leute.csv", bad.encode(), "text/csv").run()
    assert S.faults.format(count=3) in told(at)
    assert "<td>3</td><td>Schulen</td><td>GS Am Pork</td>" in told(at)
    assert S.meant.format(name="GS Am Park") in told(at)
    assert S.take_over not in [button.label for button in at.button]
    assert not house.people("anna")


def test_a_list_that_leaves_no_administrator_is_refused(house: House, admin: Person) -> None:
    house.school("GS Am Park")
    bad = LIST + f"Vera;{admin.email};Lehrkraft;GS Am Park\n"
    at = house.open("people.py", ansicht="liste")
    at.file_uploader[0].upload("leute.csv", bad.encode(), "text/csv").run()
    assert S.last_admin in told(at)
    assert S.take_over not in told(at)


def test_what_is_no_list_at_all_is_named(house: House, admin: Person) -> None:
    at = house.open("people.py", ansicht="liste")
    at.file_uploader[0].upload("leute.xlsx", b"PK\x03\x04\x00\x00\x00", "application/zip").run()
    assert S.one_fault in told(at)
    assert not at.exception


def test_after_the_session_has_ended_no_button_does_anything(house: House, admin: Person) -> None:
    person = house.person("Petra Krüger", Role.TEACHER)
    for label in (S.switch_off_now, S.save, S.make_link):
        at = house.open("people.py", person=str(person.id))
        at.text_input(key=f"name-of-person-{person.id}").set_value("Petra Anders")
        before = len(house.log())
        secret = dict(house.cookies)
        house.cookies.clear()
        at = press(at, label)
        assert GERMAN.frame.signed_out in told(at)
        assert "Petra" not in told(at)
        assert len(house.log()) == before
        house.cookies.update(secret)
    assert house.people("petra")[0].active
    assert house.people("petra")[0].name == "Petra Krüger"


def test_whoever_has_lost_the_role_cannot_use_an_open_page(house: House, admin: Person) -> None:
    other = house.person("Otto Ober", Role.ADMIN)
    house.school("GS Am Park")
    at = house.open("people.py", ansicht="liste")
    at.file_uploader[0].upload("leute.csv", LIST.encode(), "text/csv").run()
    with house.database.write.begin() as db:
        set_role(db, admin.id, Role.TEACHER, other, datetime.now(UTC))
    at = press(at, S.take_over)
    assert GERMAN.frame.not_for_role in told(at)
    assert not house.people("anna")


def test_schools_that_do_not_exist_are_refused(house: House, admin: Person) -> None:
    person = house.person("Petra Krüger", Role.TEACHER)
    at = house.open("people.py", person=str(person.id))
    at.session_state[f"schools-of-person-{person.id}"] = [4711]
    assert S.no_such_school in told(press(at, S.save))
    assert house.people("petra")[0].schools == ()
