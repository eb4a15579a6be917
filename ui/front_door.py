"""Before a page is even loaded: somebody who has to sign in is led there, an address that is none is told so.

The pages guard themselves as well; this only spares people a page that would turn them away.
"""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.navigation import BY_ADDRESS
from ui.portal import entrance
from ui.sign_in.screens import notice, texts_of
from ui.sign_in.service_routes import waiting
from ui.sign_in.ways import START, sign_in_way

# What Streamlit and the portal's own routes answer themselves.
OTHERS = (
    "/_stcore/",
    "/static/",
    "/app/",
    "/media/",
    "/component/",
    "/vendor/",
    "/auth/",
    "/oauth2callback",
    "/anmelden",
    "/abmelden",
    "/passwort",
    "/documents/",
    "/healthz",
    "/konto/",
    "/personen/",
    "/d/",
    "/q/",
    "/drucken/",
    "/karten",
    "/vor-der-klasse/",
    "/kalender/",
    "/nachweis",
    "/bescheinigung/",
    "/einchecken/",
    "/kurse/",
    "/fortbildung/",
    "/lieferungen/",
    "/schnittstelle/",
    "/abbestellen/",
)


class FrontDoor:
    """Middleware in front of the pages' addresses."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.app
        if scope["type"] == "http" and _asks_for_a_page(scope):
            app = await _answer(Request(scope, receive)) or self.app
        await app(scope, receive, send)


def _asks_for_a_page(scope: Scope) -> bool:
    page = "text/html" in Headers(scope=scope).get("accept", "")
    return page and scope["method"] in {"GET", "HEAD"} and not scope["path"].startswith(OTHERS)


async def _answer(request: Request) -> Response | None:
    entry = BY_ADDRESS.get(request.url.path.strip("/"))
    if entry is None:
        t = texts_of(request)[1].frame
        return notice(request, t.not_found, t.not_found_explained, 404)
    if entry.open_to(None) or _comes_back(request) or await run_in_threadpool(_is_signed_in, request):
        return None
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(sign_in_way(request.url.path + query, request.query_params.get("lang")), 303)


def _comes_back(request: Request) -> bool:
    """From the sign-in service, which leads to the start page: there the session will begin."""
    at_start = request.url.path == START
    return at_start and waiting(entrance(), request.cookies) is not None


def _is_signed_in(request: Request) -> bool:
    return entrance().visitor(request.cookies, request.headers, datetime.now(UTC)) is not None
