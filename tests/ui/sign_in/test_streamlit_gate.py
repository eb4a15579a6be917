"""Streamlit's own addresses: what another site's page, a guest and a teacher get from them."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from core.people import sessions
from core.people.actor import OPERATOR
from core.people.entrance import Entrance
from core.people.register import add_person
from core.people.roles import Role
from ui.streamlit_gate import StreamlitGate

pytestmark = pytest.mark.anyio
UPLOAD = "/_stcore/upload_file/session/file"


async def taken(request: Request) -> Response:
    return PlainTextResponse("taken")


async def socket(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.close()


ROUTES = [Route("/{path:path}", taken, methods=["GET", "PUT"]), WebSocketRoute("/_stcore/stream", socket)]
APP = Starlette(routes=ROUTES, middleware=[Middleware(StreamlitGate)])


async def asks(method: str, path: str, cookies: dict[str, str] | None = None) -> int:
    base = "http://lotse.example.org"
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(APP), base_url=base, cookies=cookies
    ) as client:
        return (await client.request(method, path)).status_code


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://testserver.evil.example", "http://localhost:8501"]
)
def test_a_page_of_another_site_opens_no_socket(origin: str) -> None:
    client = TestClient(APP)
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect("/_stcore/stream", headers={"origin": origin}),
    ):
        pass


@pytest.mark.parametrize("headers", [{"origin": "http://testserver"}, {}])
def test_the_portal_s_own_page_does(headers: dict[str, str]) -> None:
    with TestClient(APP).websocket_connect("/_stcore/stream", headers=headers):
        pass


async def test_a_guest_uploads_nothing(door: Entrance) -> None:
    assert await asks("PUT", UPLOAD) == 404


@pytest.mark.parametrize(
    ("role", "status"), [(None, 404), (Role.TEACHER, 404), (Role.TEAM, 200), (Role.ADMIN, 200)]
)
async def test_only_who_reads_in_lists_uploads_them(door: Entrance, role: Role | None, status: int) -> None:
    now = datetime.now(UTC)
    with door.database.write.begin() as db:
        person = add_person(db, "Anna", "anna@schule.example", role, [], OPERATOR, now)
        secret = sessions.begin(db, person.id, lasting=False, now=now)
    assert await asks("PUT", UPLOAD, {door.cookie: secret}) == status


async def test_inner_figures_are_shown_to_nobody(door: Entrance) -> None:
    assert await asks("GET", "/_stcore/metrics") == 404
    assert await asks("GET", "/_stcore/health") == 200
