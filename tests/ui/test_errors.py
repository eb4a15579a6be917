"""What broke is told in a friendly sentence with a number; details go to the log alone."""

from __future__ import annotations

import re

import httpx
import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ui.errors import HANDLERS
from ui.texts import ENGLISH, GERMAN

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def breaks(request: Request) -> Response:
    raise OSError("secret path /srv/lotse of anna@schule.example")


def missing(request: Request) -> Response:
    raise HTTPException(404)


async def get(path: str, accept: str = "text/html") -> httpx.Response:
    app = Starlette(
        routes=[Route("/breaks", breaks), Route("/missing", missing)], exception_handlers=HANDLERS
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://lotse") as client:
        return await client.get(path, headers={"accept": accept})


async def test_a_failure_shows_a_number_that_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    response = await get("/breaks")
    assert response.status_code == 500
    assert GERMAN.frame.failed in response.text
    number = re.search(r"die Nummer (\w{6})\.", response.text)
    assert number is not None
    assert f"error {number[1]}" in caplog.text
    assert "secret" not in response.text
    assert "anna" not in response.text


async def test_it_speaks_the_address_s_language() -> None:
    assert ENGLISH.frame.failed in (await get("/breaks?lang=en")).text


async def test_an_address_that_leads_nowhere_shows_a_way_on() -> None:
    response = await get("/missing")
    assert (response.status_code, GERMAN.frame.not_found in response.text) == (404, True)


@pytest.mark.parametrize(("path", "status"), [("/breaks", 500), ("/missing", 404)])
async def test_programs_get_the_bare_status(path: str, status: int) -> None:
    response = await get(path, "application/json")
    assert response.status_code == status
    assert "<" not in response.text
