"""The page says its language before a single script has run."""

from __future__ import annotations

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from ui.html_page import HtmlPage

pytestmark = pytest.mark.anyio
HTML = '<!doctype html><html lang="en"><body>' + "Größe " * 200 + "</body></html>"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def page(request: Request) -> Response:
    return HTMLResponse(HTML)


def text(request: Request) -> Response:
    return PlainTextResponse(HTML)


async def get(path: str, accept: str = "text/html,*/*", method: str = "GET") -> httpx.Response:
    routes = [Route("/", page), Route("/text", text)]
    app = Starlette(routes=routes, middleware=[Middleware(HtmlPage), Middleware(GZipMiddleware)])
    headers = {"accept": accept, "accept-encoding": "gzip"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lotse") as client:
        return await client.request(method, path, headers=headers)


@pytest.mark.parametrize(
    ("path", "language"), [("/", "de"), ("/?lang=en", "en"), ("/?lang=xx", "de"), ("/?lang=", "de")]
)
async def test_the_language_of_the_address_wins_over_the_setting(path: str, language: str) -> None:
    response = await get(path)
    assert response.text == HTML.replace('lang="en"', f'lang="{language}"')
    assert int(response.headers["content-length"]) == len(response.content)


async def test_no_address_can_write_into_the_page() -> None:
    assert "alert" not in (await get('/?lang="><script>alert(1)</script>')).text


async def test_what_is_no_page_passes_untouched() -> None:
    assert (await get("/text")).text == HTML
    assert (await get("/", accept="application/json")).text == HTML


async def test_asking_only_for_the_head_works() -> None:
    assert (await get("/", method="HEAD")).status_code == 200


async def test_no_page_is_kept_by_the_browser() -> None:
    assert (await get("/")).headers["cache-control"] == "no-store"
