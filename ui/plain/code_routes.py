"""What QR codes and short addresses lead to, and the cards they are printed on."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ui.library.ways import SCANNED, SHORT
from ui.plain import card_routes, code_pictures
from ui.plain.coded import Coded, asked
from ui.portal import portal
from ui.sign_in.screens import asked_language

SEE_OTHER = 303
UNCOUNTED = ("sec-purpose", "purpose", "x-moz")  # how browsers say that they only look ahead


def short(request: Request) -> Response:
    """Leads to the document, the section or the device's assistant."""
    found = asked(request)
    return found if isinstance(found, Response) else _lead(request, found)


def scanned(request: Request) -> Response:
    """As the short address; counted, without the person, once somebody arrives."""
    found = asked(request)
    if isinstance(found, Response):
        return found
    response = _lead(request, found)
    if _is_visit(request):
        response.background = BackgroundTask(_count, found.code)
    return response


def _lead(request: Request, found: Coded) -> Response:
    language = asked_language(request)
    address = f"{found.way}&lang={language}" if language else found.way
    return RedirectResponse(address, SEE_OTHER, {"Cache-Control": "no-store"})


def _is_visit(request: Request) -> bool:
    ahead = any("prefetch" in request.headers.get(name, "") for name in UNCOUNTED)
    return request.method == "GET" and not ahead


def _count(code: str) -> None:
    portal().count_scan(code, datetime.now(UTC))


ROUTES = [
    *code_pictures.ROUTES,
    Route(SHORT + "{code}", short, methods=["GET"]),
    Route(SHORT + "{code}/{seconds}", short, methods=["GET"]),
    Route(SCANNED + "{code}", scanned, methods=["GET"]),
    Route(SCANNED + "{code}/{seconds}", scanned, methods=["GET"]),
    *card_routes.ROUTES,
]
