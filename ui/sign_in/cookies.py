"""The two cookies of signing in: the session's secret, and what the browser waits for while a service
signs in."""

from __future__ import annotations

from starlette.responses import Response

from core.people.entrance import Entrance
from core.people.sessions import LASTING

WAITING_SECONDS = 600


def keep_session(response: Response, entrance: Entrance, secret: str, lasting: bool = False) -> None:
    """Scripts cannot read the cookie, other sites' forms do not send it; unless lasting, it goes with the
    browser."""
    seconds = int(LASTING.whole.total_seconds()) if lasting else None
    _keep(response, entrance, entrance.cookie, secret, seconds)


def forget_session(response: Response, entrance: Entrance) -> None:
    _keep(response, entrance, entrance.cookie, "", 0)


def keep_waiting(response: Response, entrance: Entrance, token: str) -> None:
    """Ten minutes to come back from the sign-in service."""
    _keep(response, entrance, entrance.waiting_cookie, token, WAITING_SECONDS)


def forget_waiting(response: Response, entrance: Entrance) -> None:
    _keep(response, entrance, entrance.waiting_cookie, "", 0)


def _keep(response: Response, entrance: Entrance, name: str, value: str, seconds: int | None) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path="/",
        httponly=True,
        samesite="lax",
        secure=entrance.settings.secure,
    )
