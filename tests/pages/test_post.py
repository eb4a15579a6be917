"""The page about mails: in a demonstration one's own, for the team those that could not be sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from core.mail.invitation import write_invitation
from core.mail.outbox import put, put_message
from core.mail.tables import MailRow
from core.people.own_account import language_of
from core.people.person import Person
from core.people.roles import Role
from tests.pages.signed_in import House, told
from ui.post import linked
from ui.texts import ENGLISH, GERMAN

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SENDER = "lotse@stadt.example"
PORTAL = "http://localhost:8501"


def put_one(
    house: House, to: str, subject: str = "Betreff", text: str = "Geheimnis\n", **changed: object
) -> None:
    with house.database.write.begin() as db:
        put(db, to, subject, text, NOW, sender=SENDER)
        db.flush()
        row = db.scalars(select(MailRow).order_by(MailRow.id.desc())).first()
        for name, value in changed.items():
            setattr(row, name, value)


def post(house: House, **address: str) -> AppTest:
    at = house.open("post.py", **address)
    assert not at.exception
    return at


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTSE_DEMO", "true")


@pytest.mark.usefixtures("demo")
def test_in_a_demonstration_everybody_reads_their_own_mails(house: House) -> None:
    person = house.signed_in_as(Role.TEACHER)
    with house.database.write.begin() as db:
        mail = write_invitation(
            SENDER,
            person.email,
            "Ihr Platz: *Löten*",
            f"Gebucht.\n\n{PORTAL}/fortbildung?termin=7\n",
            b"B\r\n",
            "REQUEST",
        )
        put_message(db, mail, NOW)
    put_one(house, "eva@schule.example", "Nur für Eva")
    at = post(house)
    assert GERMAN.post.own_explained in told(at)
    [folded] = at.expander
    assert folded.label == r"Ihr Platz\:⁠ \*Löten\*"
    assert "23.11.2026, 10:30 Uhr · Mit Kalenderdatei" in told(at)
    assert "<p>Gebucht.</p>" in told(at)
    assert '<a href="/fortbildung?termin=7">' in told(at)
    assert "Geheimnis" not in told(at)


@pytest.mark.usefixtures("demo")
def test_without_a_mail_there_is_a_word_on_how_to_get_one(house: House) -> None:
    house.signed_in_as(Role.TEACHER)
    at = post(house)
    assert GERMAN.post.none in told(at)
    assert GERMAN.post.none_explained in told(at)
    assert 'href="/fortbildungen?lang=de"' in told(at)
    assert not at.expander


@pytest.mark.usefixtures("demo")
def test_where_a_mail_server_is_set_a_demonstration_does_not_say_that_nothing_goes_out(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_SMTP_HOST", "127.0.0.1")
    monkeypatch.setattr("bootstrap.send_mail_regularly", lambda door: None)
    person = house.signed_in_as(Role.TEACHER)
    put_one(house, person.email, "Gleich unterwegs")
    at = post(house)
    assert GERMAN.post.own_explained not in told(at)
    assert GERMAN.post.only_by_mail.format(email=person.email) in told(at)
    assert [folded.label for folded in at.expander] == ["Gleich unterwegs"]


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TEAM, Role.ADMIN, None])
def test_outside_of_a_demonstration_nobody_reads_mails_here(house: House, role: Role | None) -> None:
    person = house.signed_in_as(role)
    put_one(house, person.email, "Für mich")
    at = post(house)
    assert GERMAN.post.only_by_mail.format(email=person.email) in told(at)
    assert not at.expander
    assert "Für mich" not in told(at)


@pytest.mark.parametrize("role", [Role.TEAM, Role.ADMIN])
def test_the_team_sees_what_could_not_be_sent_but_not_what_it_says(
    house: House, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    monkeypatch.setenv("LOTSE_SMTP_HOST", "127.0.0.1")
    monkeypatch.setattr("bootstrap.send_mail_regularly", lambda door: None)
    house.signed_in_as(role)
    put_one(house, "ada@schule.example", "Löten <b>", tries=2, error="451 später")
    put_one(house, "eva@schule.example", "Feilen", next_try_at=None, error="expired")
    text = told(post(house))
    told_of_ada = "<td>ada@schule.example<br>Löten &lt;b&gt;</td><td>23.11.2026, 10:30 Uhr<br>2 Versuche</td>"
    assert told_of_ada in text
    assert "<td>451 später</td><td>23.11.2026, 10:30 Uhr</td>" in text
    assert f"<td>{GERMAN.post.expired}</td><td>{GERMAN.post.given_up}</td>" in text
    assert "Geheimnis" not in text
    assert GERMAN.post.troubles_explained in text


@pytest.mark.parametrize("sends", [True, False])
def test_the_team_is_told_when_there_is_nothing_to_do_or_no_mail_server(
    house: House, monkeypatch: pytest.MonkeyPatch, sends: bool
) -> None:
    if sends:
        monkeypatch.setenv("LOTSE_SMTP_HOST", "127.0.0.1")
    monkeypatch.setattr("bootstrap.send_mail_regularly", lambda door: None)
    house.signed_in_as(Role.TEAM)
    put_one(house, "ada@schule.example")
    text = told(post(house))
    assert (GERMAN.post.no_troubles in text) is sends
    assert (GERMAN.post.no_server.format(count=1) in text) is not sends
    assert "ada@schule.example" not in text


@pytest.mark.parametrize("role", [Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
@pytest.mark.usefixtures("demo")
def test_nobody_else_sees_the_mails_of_others(house: House, role: Role) -> None:
    house.signed_in_as(role)
    put_one(house, "ada@schule.example", tries=2, error="451 später")
    text = told(post(house))
    assert GERMAN.post.troubles not in text
    assert "ada@schule.example" not in text


def test_who_is_not_signed_in_is_led_there(house: House) -> None:
    assert GERMAN.frame.signed_out in told(post(house))


def test_the_page_is_there_in_english(house: House) -> None:
    house.signed_in_as(Role.TEAM)
    text = told(post(house, lang="en"))
    assert ENGLISH.post.title in text
    assert ENGLISH.post.troubles in text


@pytest.mark.parametrize(
    "text",
    [
        "https://evil.example/x",
        f"{PORTAL}.evil.example/x",
        f"{PORTAL}//evil.example",
        f"{PORTAL}/\\evil.example",
        "javascript:alert(1)",
    ],
)
def test_only_the_portal_s_own_addresses_can_be_followed(text: str) -> None:
    assert "<a" not in linked(text, PORTAL)


def test_nothing_in_an_address_becomes_markup() -> None:
    assert linked(f'<b> {PORTAL}/x"><b>', PORTAL) == (
        f'&lt;b&gt; <a href="/x&quot;&gt;&lt;b&gt;">{PORTAL}/x&quot;&gt;&lt;b&gt;</a>'
    )


# the language of mails


def kept(house: House, person: Person) -> str | None:
    with house.database.read() as db:
        return language_of(db, person)


def switch(at: AppTest, language: str) -> AppTest:
    return at.segmented_control(key="lang").set_value(language).run()


def test_whoever_switches_the_language_gets_mails_in_it(house: House) -> None:
    person, other = house.signed_in_as(Role.TEACHER), house.person("Otto Ander", Role.TEACHER)
    at = post(house)
    assert kept(house, person) is None
    at = switch(at, "en")
    assert kept(house, person) == "en"
    assert at.query_params["lang"] in ("en", ["en"])
    switch(at, "de")
    assert kept(house, person) == "de"
    assert kept(house, other) is None


def test_somebody_not_signed_in_switches_the_page_only(house: House) -> None:
    at = switch(house.visit(), "en")
    assert not at.exception
    assert ENGLISH.greeting in told(at)
