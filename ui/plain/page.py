"""Pages outside Streamlit that show what somebody may read: for printing, for the class, from a QR code."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from core.people.person import Person, may
from core.people.roles import Right
from core.settings import load_settings
from ui.portal import entrance
from ui.sign_in.screens import asked_language, notice, texts_of
from ui.sign_in.ways import sign_in_way, way

HERE = Path(__file__).resolve().parent
TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
# Nothing foreign; scripts only from the portal's own files, none within the page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def reader(request: Request, right: Right = Right.READ_LIBRARY) -> Person | Response | None:
    """Who asks, None for somebody not signed in where the settings open it to all; otherwise the response
    that leads to the sign-in and back, or says that the role does not allow it."""
    person = entrance().visitor(request.cookies, request.headers, datetime.now(UTC))
    if may(person, right, load_settings().opened):
        return person
    if person is None:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(sign_in_way(request.url.path + query, asked_language(request)), 303)
    t = texts_of(request)[1].frame
    return notice(request, t.unassigned, t.unassigned_explained, 403)


def not_there(request: Request, person: Person | None) -> Response:
    """What does not exist and what one may not read look alike. Somebody not signed in is led to the sign-in
    either way."""
    if person is None:
        return RedirectResponse(sign_in_way(request.url.path, asked_language(request)), 303)
    t = texts_of(request)[1].library
    return notice(request, t.not_there, t.not_there_explained, 404)


def page(request: Request, name: str, **shown: Any) -> HTMLResponse:
    """The page from its template; every value is escaped, and nobody keeps a copy."""
    language, t = texts_of(request)
    text = TEMPLATES.get_template(name).render(
        t=t,
        language=language,
        way=lambda path, **query: way(path, **query, lang=asked_language(request)),
        **shown,
    )
    return HTMLResponse(text, headers={"Cache-Control": "no-store", "Content-Security-Policy": POLICY})
