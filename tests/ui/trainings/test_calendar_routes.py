"""Calendar files over the web: the personal address needs no sign-in, a single date does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import update
from starlette.applications import Starlette
from starlette.middleware import Middleware

import ui.portal
from core.database import LARGEST, Database
from core.people import sessions
from core.people.own_account import choose_language
from core.people.person import Person
from core.people.tables import PersonRow
from tests.trainings.made import NOW, Made
from tests.trainings.sample_dates import demand_rules, read
from trainings.calendars.address import path_of, renew
from trainings.seats import booking
from ui.front_door import FrontDoor
from ui.guards import Guards
from ui.trainings.calendar_routes import ROUTES
from ui.trainings.house import house

pytestmark = pytest.mark.anyio
DAY = timedelta(days=1)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass
class Town(Made):
    """The portal's own database, with people who have seats."""

    def seat(self, person: Person, starts_in: timedelta = 20 * DAY) -> int:
        date_id = self.date(starts_in=datetime.now(UTC) - NOW + starts_in)
        with self.database.write.begin() as db:
            booking.book(db, date_id, person, datetime.now(UTC), house())
        return date_id

    def secret(self, person: Person) -> str:
        with self.database.write.begin() as db:
            return sessions.begin(db, person.id, lasting=False, now=datetime.now(UTC))

    def address(self, person: Person) -> str:
        with self.database.write.begin() as db:
            return path_of(db, person, ui.portal.entrance().signer)


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    monkeypatch.setenv("LOTSE_PUBLIC_URL", "https://lotse.example")
    monkeypatch.setenv("LOTSE_MAIL_FROM", "lotse@stadt.example")
    ui.portal.entrance.clear()
    database: Database = ui.portal.entrance().database
    yield Town(database)
    database.close()
    ui.portal.entrance.clear()


async def asked(path: str, secret: str | None = None, method: str = "GET") -> httpx.Response:
    """What a calendar program gets, or a browser with a session."""
    app = Starlette(routes=ROUTES, middleware=[Middleware(Guards), Middleware(FrontDoor)])
    cookies = {ui.portal.entrance().cookie: secret} if secret else {}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(
        transport=transport, base_url="https://lotse.example", cookies=cookies
    ) as client:
        return await client.request(method, path)


async def test_a_calendar_program_gets_all_seats_without_signing_in(town: Town) -> None:
    ada, eva = town.person(), town.person()
    first, second = town.seat(ada), town.seat(ada, 30 * DAY)
    town.seat(eva)
    response = await asked(town.address(ada))
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert response.headers["cache-control"].startswith("private")
    assert response.headers["x-robots-tag"] == "noindex"
    demand_rules(response.content, None, None, None)
    calendar = read(response.content)
    assert [event.url.value for event in calendar.vevent_list] == [
        f"https://lotse.example/fortbildung?termin={number}" for number in (first, second)
    ]
    assert {event.sequence.value for event in calendar.vevent_list} == {"0"}
    assert calendar.contents["x-wr-calname"][0].value == "Meine Fortbildungen"


async def test_a_renewed_address_is_not_found_any_more(town: Town) -> None:
    ada = town.person()
    old = town.address(ada)
    with town.database.write.begin() as db:
        renew(db, ada, datetime.now(UTC))
    assert (await asked(old)).status_code == 404
    assert (await asked(town.address(ada))).status_code == 200


async def test_whoever_is_deactivated_has_no_calendar_any_more(town: Town) -> None:
    ada = town.person()
    address = town.address(ada)
    with town.database.write.begin() as db:
        db.execute(update(PersonRow).where(PersonRow.id == ada.id).values(active=False))
    assert (await asked(address)).status_code == 404


@pytest.mark.parametrize(
    "token",
    ["1", "1-", "1-" + "0" * 64, "0-" + "0" * 64, "99999999999-" + "0" * 64, "%00", "..%2f", "ä", "a" * 3000],
)
async def test_every_other_address_is_not_found(town: Town, token: str) -> None:
    town.address(town.person())
    assert (await asked(f"/kalender/{token}.ics")).status_code == 404


async def test_a_signed_in_person_takes_one_date_along(town: Town) -> None:
    ada = town.person()
    date_id = town.seat(ada)
    response = await asked(f"/fortbildung/{date_id}/termin.ics", town.secret(ada))
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/calendar; charset=utf-8; method=REQUEST"
    assert response.headers["cache-control"] == "no-store"
    assert f'filename="termin-{date_id}.ics"' in response.headers["content-disposition"]
    event = demand_rules(response.content, "REQUEST", "lotse@stadt.example", ada.email)
    in_feed = read((await asked(town.address(ada))).content).vevent
    assert (event.uid.value, event.sequence.value) == (in_feed.uid.value, "0")


async def test_files_speak_the_person_s_language(town: Town) -> None:
    ada = town.person()
    date_id = town.seat(ada)
    with town.database.write.begin() as db:
        choose_language(db, ada, "en")
    one = await asked(f"/fortbildung/{date_id}/termin.ics", town.secret(ada))
    assert "Your date in the portal" in read(one.content).vevent.description.value
    whole = read((await asked(town.address(ada))).content)
    assert whole.contents["x-wr-calname"][0].value == "My trainings"


async def test_nobody_takes_a_date_along_without_a_seat_in_it(town: Town) -> None:
    ada, eva = town.person(), town.person()
    date_id, secret = town.seat(ada), town.secret(eva)
    for path in (date_id, 999, LARGEST + 1, 10**30):
        assert (await asked(f"/fortbildung/{path}/termin.ics", secret)).status_code == 404
    assert (await asked(f"/fortbildung/{date_id}/termin.ics")).status_code == 404
    assert (await asked(f"/fortbildung/{date_id}/termin.ics", "wrong")).status_code == 404


async def test_who_lost_the_role_takes_nothing_along(town: Town) -> None:
    ada = town.person()
    date_id, secret = town.seat(ada), town.secret(ada)
    with town.database.write.begin() as db:
        db.execute(update(PersonRow).where(PersonRow.id == ada.id).values(role=None))
    assert (await asked(f"/fortbildung/{date_id}/termin.ics", secret)).status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_files_are_only_read(town: Town, method: str) -> None:
    assert (await asked(town.address(town.person()), method=method)).status_code in {403, 405}
