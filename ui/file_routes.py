"""A document's own file, its pages as pictures and its subtitles: for whoever may read it, and nobody else.

Streamlit's own addresses for files know no sign-in, so nothing of a document goes through them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from bootstrap import Original
from core.people.person import Person, may
from core.people.roles import Right
from ui.file_tokens import Part, opened, token
from ui.portal import entrance, portal
from ui.sign_in.screens import notice, texts_of
from ui.sign_in.ways import sign_in_way

SHOWN_IN_THE_BROWSER = frozenset(
    {"application/pdf", "video/mp4", "video/webm", "audio/mpeg", "audio/mp4", "audio/webm", "image/png"}
)
DOWNLOAD = "application/octet-stream"
# A file from the library must never act as a page of the portal, whatever it contains.
GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; media-src 'self'; img-src 'self'; object-src 'self'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}
PICTURE_GUARDS = GUARDS | {"Cache-Control": "private, max-age=900"}
TEMPORARY = 307


def document_file(request: Request) -> Response:
    """The file; parts of it where the browser asks for a range, as players do when they jump."""
    return _checked(request, Part.FILE, _file)


def page(request: Request) -> Response:
    """A page of a PDF as a picture, with the places marked that the token names."""
    return _checked(request, Part.PAGE, _page)


def subtitles(request: Request) -> Response:
    """A recording's subtitles."""
    return _checked(request, Part.SUBTITLES, _subtitles)


Give = Callable[[int, Person | None, list[object]], Response]


def _checked(request: Request, part: Part, give: Give) -> Response:
    """Hands the part out to whoever may read the document and has a token for it. A token that has grown
    old, and a link to the file without one, become a fresh one where the request comes from the portal
    or is a person's own."""
    door, document_id = entrance(), request.path_params["id"]
    person = door.visitor(request.cookies, request.headers, datetime.now(UTC))
    if not _readable(person, document_id):
        if person is None and _is_visit(request):
            return RedirectResponse(sign_in_way(f"/documents/{document_id}/file"), 303)
        raise HTTPException(404)
    known = opened(door.signer, request.query_params.get("t", ""), part, document_id, person)
    if known is not None and known.fresh:
        return give(document_id, person, list(known.details))
    details = list(known.details) if known else []
    if (known or part is Part.FILE) and (_from_portal(request) or _is_visit(request)):
        fresh = token(door.signer, part, document_id, person, *details)
        return RedirectResponse(
            f"{request.url.path}?t={fresh}", TEMPORARY, headers={"Cache-Control": "no-store"}
        )
    t = texts_of(request)[1].frame
    return notice(request, t.file_expired, t.file_expired_explained, 403)


def _readable(person: Person | None, document_id: int) -> bool:
    allowed = entrance().settings.opened
    may_look = may(person, Right.ASK, allowed) or may(person, Right.READ_LIBRARY, allowed)
    return may_look and portal().readable(document_id, person)


def _from_portal(request: Request) -> bool:
    return request.headers.get("sec-fetch-site") == "same-origin"


def _is_visit(request: Request) -> bool:
    """Whether somebody opened the address themselves: typed, from a mail, from a QR code, by a link."""
    return request.headers.get("sec-fetch-mode") == "navigate" and request.headers.get("sec-fetch-dest") in {
        "document",
        None,
    }


def _file(document_id: int, person: Person | None, _details: list[object]) -> Response:
    original = portal().original(document_id, person)
    if original is None or not original.path.is_file():
        raise HTTPException(404)
    return _as_it_is(original)


def _page(document_id: int, person: Person | None, details: list[object]) -> Response:
    number, width, marked = details
    if not (isinstance(number, int) and isinstance(width, int) and isinstance(marked, list)):
        raise HTTPException(404)
    picture = portal().page_picture(document_id, number, marked, person, width)
    if picture is None:
        raise HTTPException(404)
    return Response(picture, media_type="image/png", headers=PICTURE_GUARDS)


def _subtitles(document_id: int, person: Person | None, details: list[object]) -> Response:
    if details:
        text = portal().translated_subtitles(document_id, person).get(str(details[0]))
    else:
        text = portal().subtitles(document_id, person)
    if text is None:
        raise HTTPException(404)
    return Response(text, media_type="text/vtt", headers=GUARDS)


def _as_it_is(original: Original) -> FileResponse:
    shown = original.media_type in SHOWN_IN_THE_BROWSER
    return FileResponse(
        original.path,
        media_type=original.media_type if shown else DOWNLOAD,
        filename=original.file_name,
        content_disposition_type="inline" if shown else "attachment",
        headers=GUARDS,
    )


ROUTES = [
    Route("/documents/{id:int}/file", document_file, methods=["GET"]),
    Route("/documents/{id:int}/page", page, methods=["GET"]),
    Route("/documents/{id:int}/subtitles", subtitles, methods=["GET"]),
]
