"""A database with order lines, and people with real sessions who ask for addresses about them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

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
from tests.ui.deliveries.made import Ordered
from ui.deliveries import file_routes
from ui.front_door import FrontDoor
from ui.guards import Guards
from ui.sign_in import routes as sign_in_routes

BASE = "https://lotse.example"
Asked = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture
def ordered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ordered]:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    monkeypatch.setenv("LOTSE_PUBLIC_URL", BASE)
    ui.portal.entrance.clear()
    yield Ordered(ui.portal.entrance().database)
    ui.portal.entrance().database.close()
    ui.portal.entrance.clear()


@pytest.fixture
def asked(ordered: Ordered) -> Asked:
    """What the browser of a person gets, or of nobody; it follows nothing by itself."""
    routes = [*file_routes.ROUTES, *sign_in_routes.ROUTES, Route("/{path:path}", _page)]
    app = Starlette(routes=routes, middleware=[Middleware(Guards), Middleware(FrontDoor)])

    async def ask(path: str, person: Person | None = None) -> httpx.Response:
        cookies = {ui.portal.entrance().cookie: _secret(ordered, person)} if person else {}
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE, cookies=cookies) as client:
            return await client.get(path, headers={"accept": "text/html"})

    return ask


def _secret(ordered: Ordered, person: Person) -> str:
    with ordered.database.write.begin() as db:
        return sessions.begin(db, person.id, lasting=False, now=datetime.now(UTC))


def _page(_request: Request) -> Response:
    return HTMLResponse("<p>a page of Streamlit</p>")
