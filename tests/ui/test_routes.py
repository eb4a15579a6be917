"""Originals go out as what they are, in parts where a player asks for them, and never as a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

import ui.portal
from bootstrap import Original
from tests.doubles_portal import StandInPortal
from ui.routes import ROUTES

pytestmark = pytest.mark.anyio
CONTENT = bytes(range(256)) * 40


class Shelf(StandInPortal):
    """Hands out one file as the type that the test says."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.kept: Original | None = Original(file, "video/mp4", "Übersicht „neu“.mp4")

    def original(self, document_id: int) -> Original | None:
        return self.kept if document_id == 7 else None


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    file = tmp_path / "kept"
    file.write_bytes(CONTENT)
    shelf = Shelf(file)
    monkeypatch.setattr("bootstrap.build_portal", lambda settings, watch=False: shelf)
    ui.portal.portal.clear()
    yield shelf
    ui.portal.portal.clear()


async def get(path: str, **headers: str) -> httpx.Response:
    app = Starlette(routes=ROUTES, middleware=[Middleware(GZipMiddleware)])
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lotse") as client:
        return await client.get(path, headers=sent)


async def test_a_recording_is_shown_in_the_browser(shelf: Shelf) -> None:
    response = await get("/documents/7/file")
    assert (response.status_code, response.headers["content-type"]) == (200, "video/mp4")
    assert response.headers["content-disposition"].startswith("inline")
    assert response.content == CONTENT


@pytest.mark.parametrize(
    ("wanted", "part"), [("bytes=100-199", CONTENT[100:200]), ("bytes=-50", CONTENT[-50:])]
)
async def test_a_player_gets_the_part_it_asks_for(shelf: Shelf, wanted: str, part: bytes) -> None:
    response = await get("/documents/7/file", range=wanted, accept_encoding="gzip")
    assert (response.status_code, response.content) == (206, part)
    assert response.headers["content-range"].endswith(f"/{len(CONTENT)}")
    assert "content-encoding" not in response.headers


async def test_a_part_beyond_the_end_is_refused(shelf: Shelf) -> None:
    assert (await get("/documents/7/file", range="bytes=999999-")).status_code == 416


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml"])
async def test_what_could_act_as_a_page_is_only_handed_out_to_keep(shelf: Shelf, kind: str) -> None:
    assert shelf.kept is not None
    shelf.kept = Original(shelf.kept.path, kind, "seite.html")
    response = await get("/documents/7/file")
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment")


async def test_every_original_goes_out_guarded(shelf: Shelf) -> None:
    headers = (await get("/documents/7/file")).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/documents/8/file", "/documents/x/file", "/documents/-1/file"])
async def test_what_is_not_there_is_not_found(shelf: Shelf, path: str) -> None:
    assert (await get(path)).status_code == 404


async def test_a_file_that_is_gone_is_not_found(shelf: Shelf) -> None:
    assert shelf.kept is not None
    shelf.kept.path.unlink()
    assert (await get("/documents/7/file")).status_code == 404


async def test_the_health_check_counts_the_library(shelf: Shelf) -> None:
    response = await get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "documents": 4, "passages": 48, "version": 1}
