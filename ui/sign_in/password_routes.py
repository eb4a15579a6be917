"""A forgotten password: a link by mail, and a new password through it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from core.mail import outbox
from core.mail.message import MailRefused
from core.people import password_links
from core.people.entrance import Entrance
from core.people.password_links import LinkRefused, set_password
from core.people.passwords import WeakPassword
from ui.portal import entrance
from ui.sign_in import ways
from ui.sign_in.cookies import forget_session
from ui.sign_in.forms import ForeignForm, own_form
from ui.sign_in.screens import asked_language, screen, texts_of
from ui.texts import TEXTS


async def show_forgotten(request: Request) -> Response:
    return screen(request, "forgotten.html", problem=None)


async def do_forgotten(request: Request) -> Response:
    """Says the same to everyone, at once; the link is made afterwards, so that nobody can measure whether
    there is such an account."""
    try:
        form = await own_form(request)
    except ForeignForm:
        return screen(request, "forgotten.html", 403, problem=texts_of(request)[1].sign_in.foreign)
    response = screen(request, "sent.html")
    address = request.client.host if request.client else ""
    language = asked_language(request)
    email = form.get("email", "")
    response.background = BackgroundTask(_send_link, entrance(), email, address, language)
    return response


def _send_link(door: Entrance, email: str, address: str, language: str | None) -> None:
    now, t = datetime.now(UTC), TEXTS[language or door.settings.language].sign_in
    with door.database.write.begin() as db:
        made = password_links.request(db, door.signer, email, address, now)
        if made is not None and door.settings.local_accounts:
            link = door.settings.public_url + ways.way(ways.NEW_PASSWORD, link=made.secret, lang=language)
            body = t.mail_body.format(name=made.person.name, link=link)
            sender = door.settings.mail_from
            with suppress(MailRefused):  # an address with umlauts, which mail does not reach
                outbox.put(
                    db, made.person.email, t.mail_subject, body, now, expires_at=made.ends_at, sender=sender
                )


async def show_new_password(request: Request) -> Response:
    return await run_in_threadpool(_form, request, entrance())


async def do_new_password(request: Request) -> Response:
    t = texts_of(request)[1].sign_in
    try:
        form = await own_form(request)
    except ForeignForm:
        return await run_in_threadpool(_form, request, entrance(), t.foreign, 403)
    return await run_in_threadpool(_set, request, entrance(), form)


def _form(request: Request, door: Entrance, problem: str | None = None, status: int = 200) -> Response:
    link = request.query_params.get("link", "")
    try:
        with door.database.read() as db:
            person = password_links.owner(db, link, datetime.now(UTC))
    except LinkRefused:
        return screen(request, "link_refused.html", 410)
    return screen(request, "new_password.html", status, problem=problem, link=link, email=person.email)


def _set(request: Request, door: Entrance, form: dict[str, str]) -> Response:
    t, password = texts_of(request)[1].sign_in, form.get("password", "")
    if password != form.get("again", ""):
        return _form(request, door, t.different, 400)
    try:
        link = request.query_params.get("link", "")
        set_password(door.database, door.signer, link, password, datetime.now(UTC))
    except LinkRefused:
        return screen(request, "link_refused.html", 410)
    except WeakPassword as weak:
        return _form(request, door, t.weak[weak.weakness], 400)
    response = RedirectResponse(ways.way(ways.SIGN_IN, geaendert="1", lang=asked_language(request)), 303)
    forget_session(response, door)
    return response


ROUTES = [
    Route(ways.FORGOTTEN, show_forgotten, methods=["GET"]),
    Route(ways.FORGOTTEN, do_forgotten, methods=["POST"]),
    Route(ways.NEW_PASSWORD, show_new_password, methods=["GET"]),
    Route(ways.NEW_PASSWORD, do_new_password, methods=["POST"]),
]
