"""What is kept about a person, as a file: for the person, and for the administration when it is asked."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.database import LARGEST
from core.people.own_data import export
from core.people.people import NoSuchPerson
from core.people.person import NotAllowed
from ui.portal import entrance


def own_data(request: Request) -> Response:
    """Everything about the person who asks. 404 for somebody who has not signed in."""
    return _as_file(request, None)


def data_of(request: Request) -> Response:
    """Everything about another person; 404 where there is none, or for whoever may not see it."""
    return _as_file(request, request.path_params["id"])


def _as_file(request: Request, person_id: int | None) -> Response:
    door, now = entrance(), datetime.now(UTC)
    person = door.visitor(request.cookies, request.headers, now)
    if person is None:
        raise HTTPException(404)
    number = person.id if person_id is None else person_id
    if number > LARGEST:
        raise HTTPException(404)
    try:
        with door.database.write.begin() as db:
            data = export(db, number, person, now)
    except (NotAllowed, NoSuchPerson) as refusal:
        raise HTTPException(404) from refusal
    return Response(
        json.dumps(data, ensure_ascii=False, indent=1),
        media_type="application/json",
        headers={
            "Content-Disposition": f'attachment; filename="lotse-{number}.json"',
            "Cache-Control": "no-store",
        },
    )


ROUTES = [
    Route("/konto/daten.json", own_data, methods=["GET"]),
    Route("/personen/{id:int}/daten.json", data_of, methods=["GET"]),
]
