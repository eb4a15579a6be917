"""QR codes as pictures, for who may read what they lead to."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.people.names import fold
from knowledge.labels import Label
from ui.library.ways import SCANNED, scanned_way
from ui.plain import qr
from ui.plain.card_words import heading_of
from ui.plain.coded import Coded, asked
from ui.plain.page import not_there
from ui.plain.public_address import root_of
from ui.portal import portal

KINDS = {"svg": (qr.svg, "image/svg+xml"), "png": (qr.png, "image/png")}
LONGEST_NAME = 60
GUARDS = {
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def picture(request: Request) -> Response:
    """The QR code; with `?laden=1` to keep, under a name that says what it leads to. Never counted."""
    found = asked(request)
    if isinstance(found, Response):
        return found
    kind = request.path_params["kind"]
    if kind not in KINDS:
        return not_there(request, found.person)
    draw, media_type = KINDS[kind]
    headers = dict(GUARDS)
    if request.query_params.get("laden"):
        headers["Content-Disposition"] = f'attachment; filename="QR-Code-{_file_name(found)}.{kind}"'
    address = root_of(request) + scanned_way(found.code, found.seconds)
    return Response(draw(address), media_type=media_type, headers=headers)


def _file_name(found: Coded) -> str:
    """In letters that every system takes."""
    moment = f" {found.seconds:.0f}s" if found.seconds else ""
    words = re.findall(r"[a-z0-9]+", fold(_name(found)))
    return ("-".join(words)[:LONGEST_NAME].strip("-") or found.code) + moment.replace(" ", "-")


def _name(found: Coded) -> str:
    if isinstance(found.what, Label):
        return f"{found.what.device} {found.what.room}"
    manual = portal().manual(found.what.document, found.person)
    return heading_of(manual, found.what.section, found.seconds) if manual else found.code


ROUTES = [
    Route(SCANNED + "{code}.{kind}", picture, methods=["GET"]),
    Route(SCANNED + "{code}/{seconds}.{kind}", picture, methods=["GET"]),
]
