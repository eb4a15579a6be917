"""What a person sees where an address leads nowhere or something broke; details stand in the log alone."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from ui.sign_in.screens import notice, texts_of
from ui.start import log_unexpected


def show_refused(request: Request, error: Exception) -> Response:
    """A page for people, the bare status for programs."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status != 404 or not _wants_a_page(request):
        return PlainTextResponse(str(status), status)
    t = texts_of(request)[1].frame
    return notice(request, t.not_found, t.not_found_explained, status)


def show_broken(request: Request, error: Exception) -> Response:
    """A friendly word and the number under which the details stand in the log."""
    number = log_unexpected(error)
    if not _wants_a_page(request):
        return PlainTextResponse(number, 500)
    t = texts_of(request)[1].frame
    return notice(request, t.failed, t.failed_explained.format(number=number), 500)


def _wants_a_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")


HANDLERS = {HTTPException: show_refused, Exception: show_broken}
