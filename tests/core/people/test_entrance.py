"""The door: by cookie, by a ticket from the sign-in service, by a trusted proxy, and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.database import Database
from core.people.claims import Dictionary
from core.people.entrance import TICKET_SECONDS, Entrance, TicketRefused
from core.settings import Settings
from tests.core.people.test_claims import claims
from tests.core.people.test_sign_in import NOW, SIGNER, somebody

pytestmark = pytest.mark.usefixtures("cheap_hashes")
PROXY = {"proxy_email_header": "X-Auth-Email", "proxy_secret": "x" * 40}
NAMED = {"X-Auth-Email": "anna@schule.example", "x-lotse-proxy-secret": "x" * 40}


def entrance(database: Database, **settings: Any) -> Entrance:
    return Entrance(Settings(home=Path("nowhere"), **settings), database, SIGNER, Dictionary(None, {}, None))


def by_headers(database: Database, headers: Mapping[str, str], **settings: Any) -> object:
    return entrance(database, **settings).visitor({}, headers, NOW)


# a ticket from the sign-in service


def test_the_ticket_begins_a_session_in_the_browser_that_asked(any_database: Database) -> None:
    door, now = entrance(any_database), datetime.now(UTC)
    ticket = door.ticket(claims(), "number of the browser", now)
    secret = door.begin_by_ticket(ticket, "number of the browser", now)
    person = door.visitor({door.cookie: secret}, {}, now)
    assert person is not None
    assert person.email == "anna@schule.example"


def test_in_another_browser_the_ticket_is_worth_nothing(database: Database) -> None:
    """Nobody can be made to sign in as somebody else by a link."""
    door = entrance(database)
    ticket = door.ticket(claims(), "the attacker's", NOW)
    with pytest.raises(TicketRefused):
        door.begin_by_ticket(ticket, "the victim's", NOW)


def test_after_a_minute_the_ticket_is_worth_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = entrance(database)
    with monkeypatch.context() as past:
        earlier = (datetime.now(UTC) - timedelta(seconds=TICKET_SECONDS + 5)).timestamp()
        past.setattr("itsdangerous.timed.time.time", lambda: earlier)
        ticket = door.ticket(claims(), "browser", NOW)
    with pytest.raises(TicketRefused):
        door.begin_by_ticket(ticket, "browser", NOW)


@pytest.mark.parametrize("ticket", ["", "x", "WzEsIngiXQ.aaaa.bbbb"])
def test_a_made_up_ticket_is_worth_nothing(database: Database, ticket: str) -> None:
    somebody(database)
    with pytest.raises(TicketRefused):
        entrance(database).begin_by_ticket(ticket, "browser", NOW)


# a trusted proxy


def test_a_proxy_that_knows_the_secret_is_believed(database: Database) -> None:
    known = somebody(database, "anna@schule.example")
    assert by_headers(database, NAMED, **PROXY) == known


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Auth-Email": "anna@schule.example"},
        NAMED | {"x-lotse-proxy-secret": ""},
        NAMED | {"x-lotse-proxy-secret": "y" * 40},
        NAMED | {"x-lotse-proxy-secret": "ä"},
        NAMED | {"X-Auth-Email": ""},
    ],
)
def test_without_it_the_header_is_just_a_word(database: Database, headers: Mapping[str, str]) -> None:
    somebody(database, "anna@schule.example")
    assert by_headers(database, headers, **PROXY) is None


def test_by_default_no_header_is_believed(database: Database) -> None:
    somebody(database, "anna@schule.example")
    assert by_headers(database, NAMED) is None


def test_the_cookie_s_name_insists_on_tls_where_there_is_tls(database: Database) -> None:
    assert entrance(database).cookie == "lotse"
    assert entrance(database, public_url="https://lotse.example.org").cookie == "__Host-lotse"
