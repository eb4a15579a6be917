"""Pages about trainings outside Streamlit: what is scanned, checked by strangers, or printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from core.database import LARGEST
from core.people.person import Person
from core.people.roles import Right
from ui.plain.page import POLICY, reader
from ui.sign_in import screens as sign_in_screens
from ui.sign_in import ways
from ui.sign_in.screens import asked_language, texts_of
from ui.texts.certificates import TEXTS, CertificateTexts

HERE = Path(__file__).resolve().parent
STYLE = "/kurse/aussehen.css"
FRAMES = Path(sign_in_screens.__file__).parent / "templates"
TEMPLATES = Environment(
    loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), FileSystemLoader(FRAMES)]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)


def words(request: Request) -> CertificateTexts:
    """In the language of the address, else the portal's."""
    return TEXTS[texts_of(request)[0]]


def shown(request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page from its template; every value is escaped, nobody keeps a copy, no search engine lists it."""
    language, t = texts_of(request)
    other = "en" if language == "de" else "de"
    text = TEMPLATES.get_template(name).render(
        t=t,
        s=t.sign_in,
        f=t.frame,
        c=words(request),
        language=language,
        other_way=ways.way("", **{**request.query_params, "lang": other}),
        ways=ways,
        way=lambda path, **query: ways.way(path, **query, lang=asked_language(request)),
        own_style=STYLE,
        **values,
    )
    headers = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "same-origin",
        "X-Robots-Tag": "noindex, nofollow",
    }
    return HTMLResponse(text, status, headers)


def said(request: Request, heading: str, explained: str, status: int) -> HTMLResponse:
    """A page that says one thing and leads on."""
    return shown(request, "said.html", status, heading=heading, explained=explained)


def who(request: Request, right: Right) -> Person | Response:
    """Who asks and has the right; else what to answer: the way to the sign-in, or that it is not allowed."""
    person = reader(request, right)
    if person is None:  # no setting opens what is personal; should one ever, nobody comes in here
        return RedirectResponse(ways.sign_in_way(request.url.path, asked_language(request)), 303)
    return person


def number_in(request: Request, name: str) -> int:
    """The number in the address; 0, which nothing has, where it is none."""
    text = str(request.path_params[name])
    plain = text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST))
    return int(text) if plain else 0


def style(_request: Request) -> Response:
    return FileResponse(HERE / "papers.css", media_type="text/css", headers={"Cache-Control": "no-cache"})


ROUTES = [Route(STYLE, style, methods=["GET"])]
