"""Stopping mails about deliveries from within a mail: a page with one button, without signing in, and the
same at once for mail programs that have a button of their own (RFC 8058)."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from deliveries.mails.stopping import WAY, person_in, stop
from ui.plain.page import page
from ui.portal import entrance
from ui.sign_in import ways
from ui.sign_in.screens import notice, texts_of
from ui.trainings.house import house


def show(request: Request) -> Response:
    """Only looks: programs open links in mails before people do."""
    if person_in(request.path_params["token"], house()) is None:
        return _no_such_address(request)
    return _shown(request, stopped=False)


def do(request: Request) -> Response:
    """The address itself is the permission: whoever sends it has the mail."""
    with entrance().database.write.begin() as db:
        known = stop(db, request.path_params["token"], house())
    return _shown(request, stopped=True) if known else _no_such_address(request)


def _shown(request: Request, stopped: bool) -> Response:
    shown = page(request, "stop.html", style=ways.STYLE, own=request.url.path, stopped=stopped)
    shown.headers["Referrer-Policy"] = "no-referrer"  # the address is a key, if a small one
    shown.headers["X-Robots-Tag"] = "noindex"
    return shown


def _no_such_address(request: Request) -> Response:
    t = texts_of(request)[1].receipts
    return notice(request, t.no_stop, t.no_stop_explained, 404)


ROUTES = [
    Route(f"/{WAY}/{{token}}", show, methods=["GET"]),
    Route(f"/{WAY}/{{token}}", do, methods=["POST"]),
]
