"""The portal's own addresses with a real door on a real database, asked as a browser asks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

import ui.portal
from core.people import passwords
from core.people.entrance import Entrance
from ui.front_door import FrontDoor
from ui.guards import Guards
from ui.routes import ROUTES

OWN = {"sec-fetch-site": "same-origin", "accept": "text/html"}
Browser = Callable[..., "httpx.AsyncClient"]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same hashes at less cost, for tests that make many."""
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    passwords._nobodys.cache_clear()


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets settings for the test, before the door is opened."""
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    ui.portal.entrance.clear()
    yield monkeypatch
    ui.portal.entrance.clear()


@pytest.fixture
def door(settings: pytest.MonkeyPatch) -> Entrance:
    """The door as the settings stand at this moment: to be asked for last."""
    return ui.portal.entrance()


def streamlit_page(request: Request) -> Response:
    return HTMLResponse("<p>a page</p>")


@asynccontextmanager
async def browser(base: str = "http://localhost:8501") -> AsyncIterator[httpx.AsyncClient]:
    """Keeps cookies, follows nothing by itself, and says that it comes from the portal's own pages."""
    app = Starlette(
        routes=[*ROUTES, Route("/{path:path}", streamlit_page)],
        middleware=[Middleware(Guards), Middleware(FrontDoor)],
    )
    transport = httpx.ASGITransport(app, client=("10.0.0.1", 5000))
    async with httpx.AsyncClient(transport=transport, base_url=base, headers=OWN) as client:
        yield client
