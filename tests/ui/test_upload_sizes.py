"""How much who may hand to Streamlit, which keeps it in memory."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import config

from core.people import sessions
from core.people.actor import OPERATOR
from core.people.register import add_person
from core.people.roles import RIGHTS, Right, Role
from core.settings import Settings
from ui import streamlit_gate
from ui.portal import entrance
from ui.streamlit_gate import MB, StreamlitGate

pytestmark = pytest.mark.anyio
UPLOAD = "/_stcore/upload_file/session/file"


async def taken(request: Request) -> Response:
    return PlainTextResponse("taken")


@pytest.fixture
def team(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> dict[str, str]:
    """The cookies of a member of the team; documents may have 7 MB, recordings 9."""
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    settings = Settings(max_file_mb=7, max_media_mb=9)
    monkeypatch.setattr(streamlit_gate, "load_settings", lambda: settings)
    entrance.clear()
    with entrance().database.write.begin() as db:
        theo = add_person(db, "Theo", "theo@schule.example", Role.TEAM, [], OPERATOR, datetime.now(UTC))
        secret = sessions.begin(db, theo.id, lasting=False, now=datetime.now(UTC))
    return {entrance().cookie: secret}


async def puts(cookies: dict[str, str], **headers: str) -> int:
    app = Starlette(routes=[Route(UPLOAD, taken, methods=["PUT"])], middleware=[Middleware(StreamlitGate)])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test", cookies=cookies) as client:
        request = client.build_request("PUT", UPLOAD, headers=headers)
        if not headers:
            del request.headers["content-length"]
        return (await client.send(request)).status_code


@pytest.mark.parametrize(("length", "status"), [(9 * MB, 200), (10 * MB, 404), (10**30, 404)])
async def test_the_settings_say_how_large_an_upload_may_be(
    team: dict[str, str], length: int, status: int
) -> None:
    assert await puts(team, **{"content-length": str(length)}) == status
    assert config.get_option("server.maxUploadSize") == 9


async def test_what_does_not_say_how_large_it_is_is_not_taken(team: dict[str, str]) -> None:
    assert await puts(team) == 404


async def test_who_only_reads_in_lists_uploads_only_lists(
    team: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rights = {**RIGHTS, Role.TEAM: frozenset({Right.MANAGE_SCHOOLS})}
    monkeypatch.setattr("core.people.person.RIGHTS", rights)
    assert await puts(team, **{"content-length": str(5 * MB)}) == 200
    assert await puts(team, **{"content-length": str(6 * MB)}) == 404
