"""A forgotten password: the link arrives, works once, and tells nobody who has an account."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy

import httpx
import pytest
from sqlalchemy import select

from core.mail.tables import MailRow
from core.people.entrance import Entrance
from core.people.tables import PasswordLinkRow
from tests.ui.sign_in.conftest import browser
from tests.ui.sign_in.test_sign_in import EMAIL, FORM, account
from ui.texts import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio


@pytest.fixture
def settings(settings: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """With a mail server; what is sent stays in the outbox."""
    settings.setenv("LOTSE_SMTP_HOST", "mail.example")
    settings.setattr("bootstrap.send_mail_regularly", lambda entrance: None)
    return settings


NEW = "blaue Kreide riecht nach Regen"


def mails(door: Entrance) -> list[MailRow]:
    with door.database.read() as db:
        return list(db.scalars(select(MailRow)))


def words(mail: MailRow) -> str:
    return str(message_from_string(mail.message, policy=policy.default).get_content())


async def link(client: httpx.AsyncClient, door: Entrance) -> str:
    await client.post("/passwort", data={"email": EMAIL})
    found = re.search(r"http://localhost:8501(/passwort/neu\?link=[\w-]+)", words(mails(door)[-1]))
    assert found is not None
    return found.group(1)


async def set_new(client: httpx.AsyncClient, way: str, new: str = NEW, again: str = NEW) -> httpx.Response:
    return await client.post(way, data={"password": new, "again": again})


async def test_the_link_leads_to_a_new_password(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        way = await link(client, door)
        page = await client.get(way)
        assert (page.status_code, EMAIL in page.text) == (200, True)
        response = await set_new(client, way)
        assert response.headers["location"] == "/anmelden?geaendert=1"
        assert GERMAN.sign_in.changed in (await client.get("/anmelden?geaendert=1")).text
        assert (await client.post("/anmelden", data=FORM)).status_code == 401
        assert (await client.post("/anmelden", data={"email": EMAIL, "password": NEW})).status_code == 303


async def test_a_used_link_is_refused(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        way = await link(client, door)
        await set_new(client, way)
        for response in (await client.get(way), await set_new(client, way)):
            assert response.status_code == 410
            assert GERMAN.sign_in.refused_title in response.text


async def test_an_expired_link_is_refused(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        way = await link(client, door)
        with door.database.write.begin() as db:
            for row in db.scalars(select(PasswordLinkRow)):
                row.ends_at = datetime.now(UTC) - timedelta(seconds=1)
        assert (await set_new(client, way)).status_code == 410
        assert (await client.post("/anmelden", data=FORM)).status_code == 303


@pytest.mark.parametrize("way", ["/passwort/neu", "/passwort/neu?link=", "/passwort/neu?link=geraten"])
async def test_a_made_up_link_is_refused(door: Entrance, way: str) -> None:
    account(door)
    async with browser() as client:
        assert (await set_new(client, way)).status_code == 410


async def test_the_answer_is_the_same_whether_there_is_an_account_or_not(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        known = await client.post("/passwort", data={"email": EMAIL})
        other = await client.post("/passwort", data={"email": "niemand@schule.example"})
    assert known.text == other.text
    assert known.status_code == other.status_code == 200
    assert [mail.recipient for mail in mails(door)] == [EMAIL]


async def test_neither_does_an_address_that_mail_does_not_reach_tell_of_its_account(door: Entrance) -> None:
    account(door, "jörg@schule.example")
    async with browser() as client:
        response = await client.post("/passwort", data={"email": "jörg@schule.example"})
    assert response.status_code == 200
    assert mails(door) == []


async def test_the_link_begins_with_the_portal_s_address_whatever_the_browser_claims(door: Entrance) -> None:
    """A foreign Host header must not lead somebody's link to a foreign server."""
    account(door)
    async with browser() as client:
        await client.post("/passwort", data={"email": EMAIL}, headers={"host": "evil.example"})
    assert "evil.example" not in words(mails(door)[0])
    assert "http://localhost:8501/passwort/neu?link=" in words(mails(door)[0])


async def test_the_mail_is_not_sent_any_more_once_its_link_has_ended(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        await client.post("/passwort", data={"email": EMAIL})
    with door.database.read() as db:
        assert db.scalar(select(MailRow.expires_at)) == db.scalar(select(PasswordLinkRow.ends_at))


async def test_the_mail_speaks_the_page_s_language(door: Entrance) -> None:
    account(door)
    async with browser() as client:
        await client.post("/passwort?lang=en", data={"email": EMAIL})
    assert mails(door)[0].subject == ENGLISH.sign_in.mail_subject


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        (NEW, "anders getippt", GERMAN.sign_in.different),
        ("kurz", "kurz", "Das ist zu kurz"),
        ("passwortpasswort", "passwortpasswort", "Das lässt sich leicht erraten"),
    ],
)
async def test_what_is_wrong_is_said_and_the_link_stays(
    door: Entrance, new: str, again: str, said: str
) -> None:
    account(door)
    async with browser() as client:
        way = await link(client, door)
        response = await set_new(client, way, new, again)
        assert response.status_code == 400
        assert said in response.text
        assert (await set_new(client, way)).status_code == 303


async def test_without_local_accounts_no_link_is_made(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("LOTSE_LOCAL_ACCOUNTS", "false")
    import ui.portal

    door = ui.portal.entrance()
    account(door)
    async with browser() as client:
        assert (await client.post("/passwort", data={"email": EMAIL})).status_code == 200
    assert mails(door) == []
