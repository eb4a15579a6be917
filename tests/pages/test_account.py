"""One's own account: what is shown, changing the password, signing out everywhere, taking along, deleting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from core.audit import Action, latest
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.passwords import Weakness, fits, hashed
from core.people.people import person as person_numbered
from core.people.person import Person
from core.people.register import add_person, set_role
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.people.tables import PersonRow
from tests.pages.conftest import Visit, labels, press, words
from ui.portal import entrance
from ui.texts import ENGLISH, GERMAN

NOW = datetime.now(UTC)
OLD, NEW = "Kreide Tafel Schwamm", "Fahrrad Wolke Zimt"
EMAIL = "mueller@schule.example"
T = GERMAN.account
Signs = Callable[..., Person]


@pytest.fixture
def signs_in(visit: Visit, cookies: dict[str, str]) -> Signs:
    """Makes a person, and the browser their session."""

    def signed_in(
        role: Role | None = Role.TEACHER, name: str = "Änne Müller", password: str | None = OLD
    ) -> Person:
        door = entrance()
        with door.database.write.begin() as db:
            schools = [
                add_school(db, SchoolFacts(name), OPERATOR, NOW).id for name in ("GS Nord", "<i>GS</i>")
            ]
            found = add_person(db, name, EMAIL, role, schools, OPERATOR, NOW)
            db.get_one(PersonRow, found.id).password = hashed(password) if password else None
            cookies[door.cookie] = sessions.begin(db, found.id, lasting=False, now=NOW)
        return found

    return signed_in


@pytest.fixture
def account(visit: Visit) -> Callable[..., AppTest]:
    return lambda **address: visit(**address).switch_page("../pages/account.py").run()


def begin_elsewhere(person: Person, now: datetime = NOW) -> str:
    with entrance().database.write.begin() as db:
        return sessions.begin(db, person.id, lasting=False, now=now)


def knows(secret: str) -> bool:
    return sessions.recognise(entrance().database, secret, datetime.now(UTC)) is not None


def still_there(person: Person) -> bool:
    with entrance().database.read() as db:
        return person_numbered(db, person.id) is not None


def password_is(person: Person, password: str) -> bool:
    with entrance().database.read() as db:
        return fits(password, db.get_one(PersonRow, person.id).password)


def recorded() -> list[tuple[int | None, Action]]:
    with entrance().database.read() as db:
        return [(entry.person_id, entry.action) for entry in latest(db)]


def fill(at: AppTest, *texts: str) -> AppTest:
    for field, text in zip(at.text_input, texts, strict=False):
        field.set_value(text)
    return press(at, T.save_password)


def confirm(at: AppTest, typed: str) -> AppTest:
    at.text_input(key="delete-confirm").set_value(typed)
    return press(at, T.delete_submit)


def errors(at: AppTest) -> list[str]:
    assert not at.exception
    return [str(error.value) for error in at.error]


def leads_to(at: AppTest) -> str:
    return "".join(str(element.value) for element in at.html if "location.replace" in str(element.value))


def test_the_page_says_who_i_am(signs_in: Signs, account: Visit) -> None:
    signs_in()
    said = words(account())
    for text in ("Änne Müller", EMAIL, "Lehrkraft", "GS Nord", "&lt;i&gt;GS&lt;/i&gt;"):
        assert text in said


def test_the_page_speaks_english_too(signs_in: Signs, account: Visit) -> None:
    signs_in()
    assert ENGLISH.account.take_along_lead in words(account(lang="en"))


def test_somebody_without_a_role_may_use_the_page(signs_in: Signs, account: Visit) -> None:
    signs_in(role=None)
    at = account()
    assert GERMAN.frame.no_role in words(at)
    assert {T.save_password, T.sign_out_everywhere, T.delete_submit} <= set(labels(at))


def test_nobody_sees_the_page_without_signing_in(account: Visit) -> None:
    at = account()
    assert GERMAN.frame.signed_out in words(at)
    assert not at.text_input


def test_markup_in_a_name_is_shown_as_text(signs_in: Signs, account: Visit) -> None:
    signs_in(name="<img src=x onerror=alert(1)> **Müller** :smile:")
    said = words(account())
    assert "&lt;img src=x onerror=alert(1)&gt; **Müller** :smile:" in said
    assert "<img src=x" not in said


def test_a_new_password_holds_and_ends_all_other_sessions(
    signs_in: Signs, account: Visit, cookies: dict[str, str]
) -> None:
    person = signs_in()
    elsewhere = begin_elsewhere(person)
    at = fill(account(), OLD, NEW, NEW)
    assert [str(done.value) for done in at.success] == [T.password_saved]
    assert password_is(person, NEW)
    assert not knows(elsewhere)
    assert knows(cookies[entrance().cookie])
    assert {field.value for field in at.text_input} == {""}, "no password stays in the fields"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("Falsch Falsch Falsch", NEW, NEW), T.old_wrong),
        ((OLD, NEW, NEW + "x"), GERMAN.sign_in.different),
        ((OLD, "kurz", "kurz"), GERMAN.sign_in.weak[Weakness.TOO_SHORT]),
        ((OLD, "passwort1234", "passwort1234"), GERMAN.sign_in.weak[Weakness.EASILY_GUESSED]),
        (("", NEW, NEW), T.password_missing),
    ],
)
def test_a_password_that_is_refused_changes_nothing(
    signs_in: Signs, account: Visit, typed: tuple[str, ...], said: str
) -> None:
    person = signs_in()
    elsewhere = begin_elsewhere(person)
    assert errors(fill(account(), *typed)) == [said]
    assert password_is(person, OLD)
    assert knows(elsewhere)


def test_too_many_tries_have_to_wait(signs_in: Signs, account: Visit) -> None:
    person = signs_in()
    at = account()
    for _ in range(6):
        at = fill(at, "Falsch Falsch Falsch", NEW, NEW)
    assert errors(at)[0].startswith(GERMAN.sign_in.blocked_seconds.split("{")[0])
    assert errors(fill(at, OLD, NEW, NEW))
    assert password_is(person, OLD)


def test_without_a_password_of_the_portal_s_own_there_is_none_to_change(
    signs_in: Signs, account: Visit
) -> None:
    signs_in(password=None)
    assert T.save_password not in labels(account())


def test_a_single_session_is_the_one_here(signs_in: Signs, account: Visit) -> None:
    signs_in()
    assert T.signed_in_once.split("{")[0] in words(account())


def test_the_page_counts_open_sessions_and_says_since_when(signs_in: Signs, account: Visit) -> None:
    person = signs_in()
    begin_elsewhere(person, NOW - timedelta(hours=1))
    begin_elsewhere(person, NOW - timedelta(hours=3))  # has lain idle for too long
    begin_elsewhere(person, NOW - timedelta(days=2))
    said = words(account())
    assert T.signed_in_often.format(count=2) in said
    assert said.count("<li>hier, seit ") == 1


def test_signing_out_everywhere_ends_all_sessions_and_leads_away(
    signs_in: Signs, account: Visit, cookies: dict[str, str]
) -> None:
    person = signs_in()
    elsewhere = begin_elsewhere(person)
    at = press(account(), T.sign_out_everywhere)
    assert "/abmelden" in leads_to(at)
    assert not knows(elsewhere)
    assert not knows(cookies[entrance().cookie])
    assert (person.id, Action.SIGNED_OUT_EVERYWHERE) in recorded()
    assert GERMAN.frame.signed_out in words(at.run())


def test_data_are_a_link_to_a_route_that_asks_who_one_is(signs_in: Signs, account: Visit) -> None:
    signs_in()
    at = account()
    assert 'href="/konto/daten.json"' in words(at)
    assert not at.get("download_button"), "what it offers could be fetched without signing in"


def test_one_s_own_address_deletes_the_account_and_leads_away(signs_in: Signs, account: Visit) -> None:
    person = signs_in()
    at = confirm(account(), f" {EMAIL.upper()} ")
    assert not still_there(person)
    assert "/abmelden" in leads_to(at)
    assert (None, Action.PERSON_DELETED) in recorded()


@pytest.mark.parametrize("typed", ["", "ja", "mueller@schule", "amt@stadt.example", EMAIL + "x"])
def test_anything_else_deletes_nothing(signs_in: Signs, account: Visit, typed: str) -> None:
    person = signs_in()
    at = confirm(account(), typed)
    assert errors(at) == [T.delete_different]
    assert still_there(person)
    assert leads_to(at) == ""


def test_the_last_administrator_stays_and_is_told_what_to_do(signs_in: Signs, account: Visit) -> None:
    person = signs_in(role=Role.ADMIN)
    at = confirm(account(), EMAIL)
    assert errors(at) == [T.last_admin.format(role="Verwaltung")]
    assert still_there(person)


@pytest.mark.parametrize("label", [T.delete_submit, T.save_password, T.sign_out_everywhere])
def test_a_click_after_the_session_has_ended_does_nothing(
    signs_in: Signs, account: Visit, cookies: dict[str, str], label: str
) -> None:
    person = signs_in()
    at = account()
    for field, text in zip(at.text_input, (OLD, NEW, NEW, EMAIL), strict=True):
        field.set_value(text)
    with entrance().database.write.begin() as db:
        sessions.end(db, cookies[entrance().cookie])
    elsewhere = begin_elsewhere(person)
    at = press(at, label)
    assert GERMAN.frame.signed_out in words(at)
    assert still_there(person)
    assert password_is(person, OLD)
    assert knows(elsewhere)


def test_a_click_acts_for_whoever_is_signed_in_now(
    signs_in: Signs, account: Visit, cookies: dict[str, str]
) -> None:
    person = signs_in()
    at = account()
    with entrance().database.write.begin() as db:
        other = add_person(db, "Ruth Amt", "amt@stadt.example", Role.TEACHER, [], OPERATOR, NOW)
        cookies[entrance().cookie] = sessions.begin(db, other.id, lasting=False, now=NOW)
    press(at, T.sign_out_everywhere)
    assert still_there(person)
    assert (person.id, Action.SIGNED_OUT_EVERYWHERE) not in recorded()


def test_a_role_that_was_taken_away_shows_at_the_next_click(signs_in: Signs, account: Visit) -> None:
    person = signs_in()
    at = account()
    with entrance().database.write.begin() as db:
        set_role(db, person.id, None, OPERATOR, NOW)
    assert GERMAN.frame.no_role in words(at.run())
