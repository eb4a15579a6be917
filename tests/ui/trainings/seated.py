"""A course in the portal's own database, and people with real sessions who ask for addresses about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

import ui.portal
from core.people import sessions
from core.people.person import Person
from core.people.roles import Role
from tests.trainings.made import DAY, HOUSE, Made
from trainings.courses.attendance import mark
from trainings.seats.booking import book
from trainings.seats.tables import BookingRow
from ui.front_door import FrontDoor
from ui.guards import Guards
from ui.papers import certificate_routes, check_in_routes
from ui.papers import list_routes as course_routes
from ui.sign_in import routes as sign_in_routes

BASE = "https://lotse.example"
OWN = {"sec-fetch-site": "same-origin"}
FOREIGN = {"sec-fetch-site": "cross-site"}
# Addresses that somebody might try.
ODD = ("0", "-1", "4711", "9" * 30, "9" * 5000, "1.0", "x", "٣", "%00", "1%0a", "😀")


@dataclass(frozen=True)
class Seated:
    """A date of Timo Turm in which Lia Licht has a seat. `booking_id` is hers."""

    made: Made
    trainer: Person
    lia: Person
    date_id: int
    booking_id: int
    starts_at: datetime

    def secret(self, person: Person) -> str:
        """Of a session of somebody."""
        with self.made.database.write.begin() as db:
            return sessions.begin(db, person.id, lasting=False, now=datetime.now(UTC))

    def note(self, attended: bool | None) -> None:
        with self.made.database.write.begin() as db:
            mark(db, self.booking_id, attended, self.trainer, self.starts_at)

    def booking(self) -> BookingRow:
        with self.made.database.read() as db:
            return db.get_one(BookingRow, self.booking_id)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    monkeypatch.setenv("LOTSE_PUBLIC_URL", BASE)
    ui.portal.entrance.clear()
    yield Made(ui.portal.entrance().database)
    ui.portal.entrance().database.close()
    ui.portal.entrance.clear()


@pytest.fixture
def over(made: Made) -> Seated:
    """It took place yesterday."""
    return seated(made, datetime.now(UTC) - DAY)


@pytest.fixture
def begins(made: Made) -> Seated:
    """It begins in a few minutes."""
    return seated(made, datetime.now(UTC) + timedelta(minutes=10))


def seated(made: Made, starts_at: datetime, **training: Any) -> Seated:
    trainer = made.person(role=Role.TRAINER, name="Timo Turm")
    lia = made.person(made.school(), name="Lia Licht")
    known = {"title": "Filme schneiden", "aim": "Sie schneiden Filme.", "certificate_minutes": 90}
    date_id = made.date(
        training_id=made.training(**{**known, **training}),
        trainer_id=trainer.id,
        seats=9,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=90),
        closes_at=starts_at,
        cancel_until=starts_at,
        decide_at=starts_at,
    )
    booking_id = seat(made, date_id, lia, starts_at)
    return Seated(made, trainer, lia, date_id, booking_id, starts_at)


def seat(made: Made, date_id: int, person: Person, starts_at: datetime) -> int:
    with made.database.write.begin() as db:
        return book(db, date_id, person, starts_at - 30 * DAY, HOUSE)


async def asked(
    path: str,
    secret: str | None = None,
    method: str = "GET",
    data: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    """What the browser gets; it follows nothing by itself."""
    routes = [
        *certificate_routes.ROUTES,
        *check_in_routes.ROUTES,
        *course_routes.ROUTES,
        *sign_in_routes.ROUTES,
        Route("/{path:path}", _page),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Guards), Middleware(FrontDoor)])
    cookies = {ui.portal.entrance().cookie: secret} if secret else {}
    sent = {"accept": "text/html", **(headers or {})}
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=BASE, cookies=cookies) as client:
        return await client.request(method, path, headers=sent, data=data)


def _page(_request: Request) -> Response:
    return HTMLResponse("<p>a page of Streamlit</p>")
