"""Help: for everyone, short, with examples that ask, and with the ways in that this portal has."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from core.people import sessions
from core.people.actor import OPERATOR
from core.people.register import add_person
from core.people.roles import Right, Role
from tests.pages.conftest import Visit, words
from ui.portal import entrance
from ui.texts import ENGLISH, GERMAN, TEXTS

H = GERMAN.help
SERVICE = {
    "LOTSE_OIDC_METADATA_URL": "https://konto.example/.well-known/openid-configuration",
    "LOTSE_OIDC_CLIENT_ID": "lotse",
    "LOTSE_OIDC_CLIENT_SECRET": "geheim",
}


@pytest.fixture
def page(visit: Visit) -> Callable[..., AppTest]:
    return lambda **address: visit(**address).switch_page("../pages/help_page.py").run()


def sign_in(cookies: dict[str, str], role: Role) -> None:
    door, now = entrance(), datetime.now(UTC)
    with door.database.write.begin() as db:
        person = add_person(db, "Änne Müller", "mueller@schule.example", role, [], OPERATOR, now)
        cookies[door.cookie] = sessions.begin(db, person.id, lasting=False, now=now)


def section(at: AppTest, heading: str) -> str:
    return next(str(element.value) for element in at.html if f">{heading}</h2>" in str(element.value))


def test_everyone_may_read_the_help(page: Visit) -> None:
    at = page()
    assert not at.exception
    assert f"<h1>{H.title}</h1>" in words(at)
    assert f"<h1>{ENGLISH.help.title}</h1>" in words(page(lang="en"))


def test_headings_go_down_without_skipping(page: Visit) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", words(page()))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_three_examples_ask_their_question_in_the_page_s_language(page: Visit) -> None:
    for code, t in TEXTS.items():
        asked = re.findall(
            r'href="/\?frage=([^"&]+)&amp;lang=(\w+)"', section(page(lang=code), t.help.asking)
        )
        assert [language for _, language in asked] == [code] * 3


def test_an_example_s_link_asks_it(visit: Visit, page: Visit) -> None:
    assert "frage=Wie+spiegele+ich+mein+iPad+auf+das+Display%3F" in section(page(), H.asking)


@pytest.mark.parametrize("code", TEXTS)
def test_the_library_is_told_of_and_led_to(page: Visit, code: str) -> None:
    t = TEXTS[code]
    said = section(page(lang=code), t.help.library)
    assert all(text in said for text in t.help.library_told)
    assert f'href="/bibliothek?lang={code}"' in said
    told = " ".join(t.help.library_told)
    assert t.narrowing.for_class in told, "as the button is called"
    assert t.library.page.casefold() in told.casefold()
    assert "QR" in told


def test_a_forgotten_password_has_its_way(page: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    said = section(page(), H.signing_in)
    assert H.forgotten_without_mail in said
    assert "/passwort" not in said, "where no mail goes out, nobody should wait for one"
    monkeypatch.setenv("LOTSE_SMTP_HOST", "mail.stadt.example")
    assert 'href="/passwort?lang=de"' in section(page(), H.signing_in)


def test_where_a_service_signs_in_the_portal_s_own_passwords_are_not_spoken_of(
    page: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**SERVICE, "LOTSE_LOCAL_ACCOUNTS": "false"}.items():
        monkeypatch.setenv(name, value)
    said = section(page(), H.signing_in)
    assert H.with_service_only in said
    assert H.with_password not in said
    assert "/passwort" not in said


def test_asking_without_signing_in_is_told_only_where_it_is_open(
    page: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert H.without in section(page(), H.signing_in)
    monkeypatch.setenv("LOTSE_OPEN", "nothing")
    assert H.without not in section(page(), H.signing_in)


def test_roles_are_told_as_the_table_of_rights_has_them(page: Visit) -> None:
    said = section(page(), H.roles)
    common, head, assistant, trainer, team, administration = re.findall(r"<ul>(.*?)</ul>", said)
    assert H.rights[Right.ASK] in common
    assert H.rights[Right.SEE_FUNDING] in head
    assert H.rights[Right.SEE_FUNDING] not in common + assistant + trainer
    assert H.rights[Right.LABEL_DEVICES] in assistant
    assert H.rights[Right.HOLD_TRAININGS] in trainer
    assert H.rights[Right.PLAN_TRAININGS] not in common + assistant + trainer
    assert H.rights[Right.MANAGE_SCHOOLS] in team
    assert H.rights[Right.MANAGE_SCHOOLS] not in assistant
    assert H.rights[Right.MANAGE_PEOPLE] not in common + team
    assert H.rights[Right.MANAGE_PEOPLE] in administration
    assert GERMAN.frame.roles[Role.TEACHER] not in said


def test_who_is_signed_in_reads_as_what(page: Visit, cookies: dict[str, str], visit: Visit) -> None:
    sign_in(cookies, Role.TRAINER)
    assert H.roles_here.format(role="Trainer/in") in section(page(), H.roles)


def test_the_contact_is_the_operator_s_and_shown_as_text(
    page: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert GERMAN.frame.contact_unset in section(page(), H.people)
    monkeypatch.setenv("LOTSE_CONTACT", "<b>0391 555</b>, it@stadt.example")
    monkeypatch.setenv("LOTSE_OPERATOR", "Stadt <Test>")
    at = page()
    for heading in (H.people, H.access):
        assert "&lt;b&gt;0391 555&lt;/b&gt;, it@stadt.example" in section(at, heading)
    assert H.access_of.format(operator="Stadt &lt;Test&gt;") in section(at, H.access)


def test_the_accessibility_statement_has_what_the_law_asks_for(page: Visit) -> None:
    said = section(page(), H.access)
    for text in (H.access_status, *H.access_limits_told, H.access_enforcement, H.access_date):
        assert text in said
