"""There and back: a sign-in service (OpenID Connect) says who somebody is, the portal begins its own session.

Streamlit talks to the service (`st.login`) and always comes back to the start page. So the browser keeps, in
a signed cookie, where the person wanted to go and a number of its own; what comes back counts only together
with it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from core.people.entrance import Entrance, TicketRefused
from core.signing import TokenRefused
from ui.portal import entrance
from ui.sign_in import ways
from ui.sign_in.cookies import WAITING_SECONDS, forget_waiting, keep_session, keep_waiting

PURPOSE = "sign-in-service"
SERVICE_PAGE = "/schulkonto"
SEE_OTHER = 303


async def to_service(request: Request) -> Response:
    """Remembers where the person wants to go, then on to the page that calls the service."""
    door = entrance()
    if door.settings.oidc_metadata_url is None:
        return RedirectResponse(ways.SIGN_IN, SEE_OTHER)
    wanted = ways.own_way(request.query_params.get("weiter"))
    waits = {"to": wanted, "number": secrets.token_urlsafe(16), "since": datetime.now(UTC).timestamp()}
    response = RedirectResponse(SERVICE_PAGE, SEE_OTHER)
    keep_waiting(response, door, door.signer.sign(PURPOSE, waits))
    return response


async def from_service(request: Request) -> Response:
    """Begins the session where ticket and browser belong together."""
    door = entrance()
    waits = waiting(door, request.cookies)
    ticket = request.query_params.get("ticket", "")
    try:
        if waits is None or door.settings.oidc_metadata_url is None:
            raise TicketRefused
        now = datetime.now(UTC)
        secret = await run_in_threadpool(door.begin_by_ticket, ticket, waits["number"], now)
    except TicketRefused:
        return RedirectResponse(ways.SIGN_IN, SEE_OTHER)
    response = RedirectResponse(ways.own_way(waits["to"]), SEE_OTHER)
    keep_session(response, door, secret)
    forget_waiting(response, door)
    return response


def waiting(door: Entrance, cookies: Mapping[str, str]) -> dict[str, Any] | None:
    """What the browser waits for; None where it waits for nothing, or has waited too long."""
    try:
        token = cookies.get(door.waiting_cookie, "")
        kept: dict[str, Any] = door.signer.read(PURPOSE, token, WAITING_SECONDS)
        return kept
    except TokenRefused:
        return None


ROUTES = [
    Route(ways.TO_SERVICE, to_service, methods=["GET"]),
    Route(ways.FROM_SERVICE, from_service, methods=["GET"]),
]
