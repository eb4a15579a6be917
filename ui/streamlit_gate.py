"""What Streamlit would answer to anyone: its socket to pages of other sites, uploads to people who have
nothing to upload, and its inner figures."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.config import set_option

from core.people.person import Person, may
from core.people.roles import Right
from core.settings import Settings, load_settings
from ui.portal import entrance
from ui.staff.lists import PEOPLE_LIST, SCHOOL_LIST
from ui.staff.reading_lists import LARGEST_MB

UPLOADS = "/_stcore/upload_file/"
FIGURES = "/_stcore/metrics"
POLICY_VIOLATION = 1008
MB = 2**20
ENVELOPE = 64 * 2**10  # of the form around a file


class StreamlitGate:
    """Middleware in front of Streamlit's own addresses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        # Streamlit's own limit holds for everyone; who may upload how much is decided here.
        set_option("server.maxUploadSize", largest_document_mb(load_settings()))

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
        return not await run_in_threadpool(_may_upload, request)
    return request.url.path == FIGURES


def _may_upload(request: Request) -> bool:
    """Streamlit keeps whatever is uploaded in memory, also where no page asks for a file. Without its length
    nobody could say before that it is too large."""
    person = entrance().visitor(request.cookies, request.headers, datetime.now(UTC))
    length = request.headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal() and len(length) < 16):
        return request.method != "PUT" and _largest_upload(person) >= 0
    return int(length) <= _largest_upload(person)


def _largest_upload(person: Person | None) -> int:
    """In bytes; below 0 for those who upload nothing."""
    if may(person, Right.MANAGE_LIBRARY):
        return largest_document_mb(load_settings()) * MB + ENVELOPE
    lists = any(may(person, kind.right) for kind in (PEOPLE_LIST, SCHOOL_LIST))
    return LARGEST_MB * MB + ENVELOPE if lists else -1


def largest_document_mb(settings: Settings) -> int:
    return max(settings.max_file_mb, settings.max_media_mb)
