"""The interface for systems that hand in lists by themselves (docs/openapi-deliveries.yaml)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from bootstrap import house_of
from core.local_time import local_day
from core.people.actor import OPERATOR
from core.people.names import clean
from deliveries.handing_in import GivenList, Wishes, hand_in
from deliveries.importing.taking import Way
from deliveries.push import PREFIX, Token, is_valid, token_of
from deliveries.reading.export import Export, Layout, read_records
from ui.delivery_lists.pushed import NoJson, NotAsDescribed, Pushed, pushed
from ui.portal import entrance
from ui.texts import TEXTS
from ui.texts.push import PushTexts

log = logging.getLogger(__name__)

WAY = "/schnittstelle/lieferungen"
DESCRIPTION = Path(__file__).resolve().parents[2] / "docs" / "openapi-deliveries.yaml"
LARGEST_BODY_MB = 20
LARGEST_BODY = LARGEST_BODY_MB * 2**20
LONGEST_SECRET = 200


class TooLarge(Exception):
    """The body is larger than the portal takes."""


async def take_lines(request: Request) -> Response:
    """Takes a list. Who has no valid token learns nothing else, and nothing of theirs is read."""
    secret = _secret(request)
    if secret is None or not await run_in_threadpool(_is_valid, secret):
        return _refused(401, _texts().not_let_in)
    if not _is_json(request):
        return _refused(415, _texts().no_json_sent)
    try:
        body = await _body(request)
    except TooLarge:
        return _refused(413, _texts().too_large.format(megabytes=LARGEST_BODY_MB))
    except ClientDisconnect:
        return _refused(400, _texts().no_json)  # nobody reads it any more
    return await run_in_threadpool(_answer, secret, body)


def only_post(_request: Request) -> Response:
    """Otherwise Streamlit would answer with its page."""
    return Response(status_code=405, headers={"Allow": "POST"})


def describe(_request: Request) -> Response:
    """The description, for everyone: it holds nothing of this portal."""
    return FileResponse(DESCRIPTION, media_type="application/yaml")


def _answer(secret: str, body: bytes) -> Response:
    try:
        return _taken(secret, body)
    except NoJson:
        return _refused(400, _texts().no_json)
    except NotAsDescribed as error:
        return _refused(422, _texts().not_as_described.format(places=", ".join(error.places)))
    # Only its kind: the error's text can hold names of schools.
    except Exception as error:
        log.error("a list that came by HTTP could not be taken: %s", type(error).__name__)
        return _refused(500, _texts().broken)


def _taken(secret: str, body: bytes) -> Response:
    door, now, given = entrance(), datetime.now(UTC), pushed(body)
    with door.database.write.begin() as db:
        token = token_of(db, secret, now)
    if token is None:  # revoked while the body was on its way
        return _refused(401, _texts().not_let_in)
    wishes = Wishes(given.as_of or local_day(now), given.full, given.older, given.dry_run)
    came = _given(given, body, token)
    handed_in = hand_in(door.database, came, OPERATOR, now, house_of(door.settings), wishes)
    return _told(200 if handed_in.accepted else 422, handed_in.report)


def _given(given: Pushed, body: bytes, token: Token) -> GivenList:
    name = clean(given.name) or token.name
    return GivenList(name, body, Way.HTTP, partial(_read, given, name))


def _read(given: Pushed, name: str, _layouts: Mapping[str, Layout]) -> Export:
    return read_records(given.records(), name, given.as_of)


def _is_valid(secret: str) -> bool:
    with entrance().database.read() as db:
        return is_valid(db, secret)


def _secret(request: Request) -> str | None:
    """Of the header `Authorization: Bearer …`; None where there is none that could be ours."""
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    ours = kind.lower() == "bearer" and secret.startswith(PREFIX) and len(secret) <= LONGEST_SECRET
    return secret if ours else None


def _is_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    packed = request.headers.get("content-encoding", "identity").lower() != "identity"
    return kind == "application/json" and not packed


async def _body(request: Request) -> bytes:
    """Raises TooLarge as soon as it is certain."""
    told = request.headers.get("content-length", "0")
    if not told.isdecimal() or len(told) > 12 or int(told) > LARGEST_BODY:
        raise TooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise TooLarge
    return bytes(body)


def _texts() -> PushTexts:
    return TEXTS[entrance().settings.language].push


def _refused(status: int, why: str) -> Response:
    return _told(status, {"accepted": False, "refusal": why})


def _told(status: int, report: Mapping[str, Any]) -> Response:
    headers = {"Cache-Control": "no-store"} | ({"WWW-Authenticate": "Bearer"} if status == 401 else {})
    return JSONResponse(report, status, headers)


ROUTES = [
    Route(WAY, take_lines, methods=["POST"]),
    Route(WAY, only_post, methods=["GET", "PUT", "PATCH", "DELETE"]),
    Route("/schnittstelle/openapi.yaml", describe, methods=["GET"]),
]
