"""Pages outside Streamlit: they work at once, without scripts, and with every password keeper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from core.settings import Settings, load_settings
from ui.sign_in import ways
from ui.texts import TEXTS, Texts

HERE = Path(__file__).resolve().parent
SCREENS = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
# Nothing foreign, no scripts at all, and forms that go nowhere else.
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def texts_of(request: Request) -> tuple[str, Texts]:
    """The language that the address asks for, else the portal's, and its texts."""
    wanted = request.query_params.get("lang", "")
    language = wanted if wanted in TEXTS else load_settings().language
    return language, TEXTS[language]


def asked_language(request: Request) -> str | None:
    """The language that the address asks for, to be kept on the way."""
    wanted = request.query_params.get("lang")
    return wanted if wanted in TEXTS else None


def screen(request: Request, name: str, status: int = 200, **shown: Any) -> HTMLResponse:
    """The page from its template; every value is escaped. Nobody keeps a copy, no address is handed on."""
    language, t = texts_of(request)
    settings = load_settings()
    page = SCREENS.get_template(name).render(
        t=t,
        s=t.sign_in,
        f=t.frame,
        language=language,
        other_way=_in_other_language(request, language),
        ways=ways,
        way=lambda path, **query: ways.way(path, **query, lang=asked_language(request)),
        contact=_contact(settings, t),
        **shown,
    )
    headers = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "same-origin",
    }
    return HTMLResponse(page, status, headers)


def notice(request: Request, heading: str, explained: str, status: int) -> HTMLResponse:
    """A page that says what is wrong and leads on."""
    return screen(request, "notice.html", status, heading=heading, explained=explained)


def style(_request: Request) -> Response:
    return FileResponse(HERE / "style.css", media_type="text/css", headers={"Cache-Control": "no-cache"})


def _in_other_language(request: Request, language: str) -> str:
    query = {**request.query_params, "lang": "en" if language == "de" else "de"}
    return ways.way("", **query)  # not with the path: //evil.example would lead there


def _contact(settings: Settings, t: Texts) -> str:
    return t.frame.contact.format(contact=settings.contact) if settings.contact else t.frame.contact_unset
