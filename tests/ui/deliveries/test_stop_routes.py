"""Stopping mails about deliveries from within a mail, as browsers and mail programs do it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from core.people.actor import OPERATOR
from core.people.entrance import Entrance
from core.people.own_data import delete
from core.people.person import Person
from core.people.register import add_person
from core.people.roles import Role
from deliveries.mails.stopping import stop_address
from deliveries.notices.choices import Choice, choice_of, choose
from tests.ui.sign_in.conftest import anyio_backend as anyio_backend
from tests.ui.sign_in.conftest import browser
from tests.ui.sign_in.conftest import cheap_hashes as cheap_hashes
from tests.ui.sign_in.conftest import door as door
from tests.ui.sign_in.conftest import settings as settings
from ui.trainings.house import house

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def person(door: Entrance) -> Person:
    """Wants both kinds of mails."""
    with door.database.write.begin() as db:
        person = add_person(db, "Ada Öz", "ada@schule.example", Role.TEACHER, [], OPERATOR, NOW)
        choose(db, person, True, True, NOW)
    return person


def way_of(person: Person) -> str:
    address = stop_address(person.id, "de", house())
    assert address is not None
    return address.removeprefix("http://localhost:8501")


def choice(door: Entrance, person: Person) -> Choice:
    with door.database.read() as db:
        return choice_of(db, person)


async def test_the_page_has_one_button_and_changes_nothing(door: Entrance, person: Person) -> None:
    async with browser() as client:
        shown = await client.get(way_of(person))
    assert shown.status_code == 200
    assert "Keine Mails mehr über Lieferungen?" in shown.text
    assert len(re.findall("<button", shown.text)) == 1
    assert f'action="{way_of(person)}"' in shown.text
    assert not any(word in shown.text for word in ("Ada", "ada@"))
    assert "<script" not in shown.text
    assert shown.headers["cache-control"] == "no-store"
    assert shown.headers["referrer-policy"] == "no-referrer"
    assert choice(door, person) == Choice(True, True)


async def test_one_click_stops_all_of_them_without_signing_in(door: Entrance, person: Person) -> None:
    async with browser() as client:
        done = await client.post(way_of(person))
        again = await client.post(way_of(person))
    assert (done.status_code, again.status_code) == (200, 200)
    assert "Sie bekommen keine Mails mehr über Lieferungen." in done.text
    assert choice(door, person) == Choice()


async def test_a_mail_program_stops_them_from_elsewhere(door: Entrance, person: Person) -> None:
    """As RFC 8058 has it: a POST from the mail provider's machines, without cookies."""
    headers = {"sec-fetch-site": "cross-site", "accept": "*/*"}
    async with browser() as client:
        done = await client.post(way_of(person), data={"List-Unsubscribe": "One-Click"}, headers=headers)
    assert done.status_code == 200
    assert choice(door, person) == Choice()


async def test_in_english_where_the_mail_was(door: Entrance, person: Person) -> None:
    async with browser() as client:
        shown = await client.get(f"{way_of(person)}?lang=en")
        done = await client.post(f"{way_of(person)}?lang=en")
    assert f'action="{way_of(person)}?lang=en"' in shown.text
    assert "You get no more mails about deliveries." in done.text


async def test_an_address_that_is_none_stops_nothing(door: Entrance, person: Person) -> None:
    forged = re.sub(r"-[0-9a-f]", "-z", way_of(person))
    other = way_of(person).replace(f"/{person.id}-", f"/{person.id + 1}-")
    async with browser() as client:
        for address in (forged, other, "/abbestellen/x", "/abbestellen/%3Cscript%3E"):
            for asked in (await client.get(address), await client.post(address)):
                assert asked.status_code == 404
                assert "Dieser Link ist unvollständig." in asked.text
                assert "<script" not in asked.text
    assert choice(door, person) == Choice(True, True)


async def test_who_is_gone_is_stopped_all_the_same(door: Entrance, person: Person) -> None:
    address = way_of(person)
    with door.database.write.begin() as db:
        delete(db, person.id, OPERATOR, NOW)
    async with browser() as client:
        assert (await client.post(address)).status_code == 200
