"""Signing in and out with an account of the portal's own, or as one of the demonstration's people."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from core.people import sessions
from core.people.attempts import Blocked
from core.people.demo import demo_people
from core.people.entrance import DemonstrationOver, Entrance
from core.people.roles import Right
from core.people.sign_in import WrongPassword, sign_in
from ui.moments import written_wait
from ui.portal import entrance
from ui.sign_in import password_routes, service_routes, ways
from ui.sign_in.cookies import forget_session, keep_session
from ui.sign_in.forms import ForeignForm, own_form
from ui.sign_in.screens import asked_language, screen, style, texts_of

SEE_OTHER = 303


async def show_sign_in(request: Request) -> Response:
    """The page, or straight on for somebody who is signed in already."""
    door, wanted = entrance(), ways.own_way(request.query_params.get("weiter"))
    known = await run_in_threadpool(door.visitor, request.cookies, request.headers, datetime.now(UTC))
    if known is not None:
        return RedirectResponse(wanted, SEE_OTHER)
    return await run_in_threadpool(_page, request, door)


async def do_sign_in(request: Request) -> Response:
    """Begins a session and leads on; says what to do where that fails."""
    door = entrance()
    t = texts_of(request)[1].sign_in
    try:
        form = await own_form(request)
    except ForeignForm:
        return await run_in_threadpool(_page, request, door, t.foreign, status=403)
    return await run_in_threadpool(_signed_in, request, door, form)


def _signed_in(request: Request, door: Entrance, form: dict[str, str]) -> Response:
    t, now = texts_of(request)[1].sign_in, datetime.now(UTC)
    email, lasting = form.get("email", ""), "lasting" in form
    if not door.settings.local_accounts:
        return _page(request, door, status=404)
    try:
        address = request.client.host if request.client else ""
        begun = sign_in(door.database, door.signer, email, form.get("password", ""), address, lasting, now)
    except WrongPassword:
        return _page(request, door, t.wrong, email=email, status=401)
    except Blocked as blocked:
        seconds = (blocked.until - now).total_seconds()
        told = written_wait(seconds, texts_of(request)[1])
        response = _page(request, door, told, email=email, status=429)
        response.headers["Retry-After"] = str(math.ceil(seconds))
        return response
    return _led_on(request, door, begun.secret, lasting and begun.person.role not in sessions.CAREFUL)


async def do_sign_in_as_demo(request: Request) -> Response:
    """One click, as one of the made-up people."""
    door = entrance()
    t = texts_of(request)[1].sign_in
    try:
        form = await own_form(request)
        person = int(form.get("person", "0")) if form.get("person", "0").isdecimal() else 0
        secret = await run_in_threadpool(door.begin_as_demo, person, datetime.now(UTC))
    except ForeignForm:
        return await run_in_threadpool(_page, request, door, t.foreign, status=403)
    except DemonstrationOver:
        return await run_in_threadpool(_page, request, door, t.demo_over, status=403)
    return await run_in_threadpool(_led_on, request, door, secret, False)


async def sign_out(request: Request) -> Response:
    """Ends the session where the click came from the portal; asks first where it came from elsewhere."""
    door = entrance()
    if request.method == "POST":
        try:
            await own_form(request)
        except ForeignForm:
            return screen(request, "sign_out.html", status=403)
    elif request.headers.get("sec-fetch-site") != "same-origin":
        return screen(request, "sign_out.html")
    await run_in_threadpool(_end, door, request.cookies.get(door.cookie))
    with_service = door.settings.oidc_metadata_url is not None
    said = "geloescht" if "geloescht" in request.query_params else "abgemeldet"
    query = {said: "1", "lang": asked_language(request)}
    target = ways.way(service_routes.SERVICE_PAGE if with_service else ways.SIGN_IN, **query)
    response = RedirectResponse(target, SEE_OTHER)
    forget_session(response, door)
    return response


def _led_on(request: Request, door: Entrance, secret: str, lasting: bool) -> Response:
    """To where the person wanted to go, with a new session; the one before it ends."""
    _end(door, request.cookies.get(door.cookie))
    response = RedirectResponse(ways.own_way(request.query_params.get("weiter")), SEE_OTHER)
    keep_session(response, door, secret, lasting)
    return response


def _end(door: Entrance, secret: str | None) -> None:
    if secret:
        with door.database.write.begin() as db:
            sessions.end(db, secret)


def _page(
    request: Request, door: Entrance, problem: str | None = None, email: str = "", status: int = 200
) -> Response:
    wanted = ways.own_way(request.query_params.get("weiter"))
    with door.database.read() as db:
        made_up = demo_people(db) if door.settings.demo else []
    return screen(
        request,
        "sign_in.html",
        status,
        wanted=wanted if wanted != ways.START else "",
        problem=problem,
        email=email,
        said=_said(request),
        made_up=made_up,
        mails=door.settings.smtp_host is not None,
        local=door.settings.local_accounts,
        service=door.settings.oidc_metadata_url is not None,
        service_name=door.settings.oidc_name,
        open=Right.ASK in door.settings.opened,
    )


def _said(request: Request) -> str | None:
    t = texts_of(request)[1]
    said = {
        "abgemeldet": t.sign_in.signed_out,
        "geaendert": t.sign_in.changed,
        "geloescht": t.account.deleted,
    }
    return next((text for name, text in said.items() if name in request.query_params), None)


ROUTES = [
    Route(ways.SIGN_IN, show_sign_in, methods=["GET"]),
    Route(ways.SIGN_IN, do_sign_in, methods=["POST"]),
    Route(ways.DEMO, do_sign_in_as_demo, methods=["POST"]),
    Route(ways.SIGN_OUT, sign_out, methods=["GET", "POST"]),
    Route(ways.STYLE, style, methods=["GET"]),
    *password_routes.ROUTES,
    *service_routes.ROUTES,
]
