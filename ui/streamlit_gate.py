"""What Streamlit would answer to anyone: its socket to pages of other sites, uploads to people who have no
list to read in, and its inner figures."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from core.people.person import may
from ui.portal import entrance
from ui.staff.lists import PEOPLE_LIST, SCHOOL_LIST

UPLOADS = "/_stcore/upload_file/"
FIGURES = "/_stcore/metrics"
POLICY_VIOLATION = 1008


class StreamlitGate:
    """Middleware in front of Streamlit's own addresses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.app
        if scope["type"] == "websocket" and _is_foreign(Headers(scope=scope)):
            app = WebSocketClose(POLICY_VIOLATION)
        elif scope["type"] == "http" and await _refuses(Request(scope)):
            app = PlainTextResponse("404", 404)
        await app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    """Whether another site's page opens the socket. Streamlit refuses it, too, but first asks a server on the
    internet for its own address, and everyone waits for the answer."""
    origin = headers.get("origin")
    # The host alone, as Streamlit compares: of any other origin it would ask that server.
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


async def _refuses(request: Request) -> bool:
    if request.url.path.startswith(UPLOADS):
        return not await run_in_threadpool(_reads_in_lists, request)
    return request.url.path == FIGURES


def _reads_in_lists(request: Request) -> bool:
    """Streamlit keeps whatever is uploaded in memory, also where no page asks for a file."""
    person = entrance().visitor(request.cookies, request.headers, datetime.now(UTC))
    return any(may(person, kind.right) for kind in (PEOPLE_LIST, SCHOOL_LIST))
