"""Calendar files: one date to take along, and the personal calendar that programs ask for by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.database import LARGEST
from core.house import House
from core.people.own_account import language_of
from core.people.person import NotAllowed, Person
from trainings.calendars.address import person_of
from trainings.calendars.entries import entries, entry
from trainings.calendars.files import Method, feed, invitation
from trainings.refusals import NoSuchBooking
from ui.portal import entrance
from ui.texts import TEXTS
from ui.trainings.house import house


def personal_calendar(request: Request) -> Response:
    """The dates of whoever the address belongs to. 404 for every address that is none, or none any more."""
    door, now = entrance(), datetime.now(UTC)
    with door.database.read() as db:
        person = person_of(db, request.path_params["token"], door.signer)
        if person is None:
            raise HTTPException(404)
        own = _house_of(db, person)
        file = feed(entries(db, person, now), TEXTS[own.language].post.calendar, own, now)
    return _as_file(file, "lotse.ics", "inline")


def one_date(request: Request) -> Response:
    """One's own seat in a date. 404 for whoever has none there, or has not signed in."""
    door, now = entrance(), datetime.now(UTC)
    person = door.visitor(request.cookies, request.headers, now)
    number = request.path_params["id"]
    if person is None or number > LARGEST:
        raise HTTPException(404)
    try:
        with door.database.read() as db:
            date, booking_id, sequence = entry(db, number, person)
            own = _house_of(db, person)
    except (NotAllowed, NoSuchBooking) as refusal:
        raise HTTPException(404) from refusal
    file = invitation(date, booking_id, sequence, person.name, person.email, own, now)
    return _as_file(file, f"termin-{number}.ics", "attachment", Method.REQUEST)


def _house_of(db: Session, person: Person) -> House:
    """The house, speaking the person's language."""
    there = house()
    return replace(there, language=language_of(db, person) or there.language)


def _as_file(file: bytes, name: str, disposition: str, method: Method | None = None) -> Response:
    kind = "text/calendar; charset=utf-8" + (f"; method={method}" if method else "")
    headers = {
        "Content-Disposition": f'{disposition}; filename="{name}"',
        "Cache-Control": "private, no-cache" if disposition == "inline" else "no-store",
        "X-Robots-Tag": "noindex",
    }
    return Response(file, media_type=kind, headers=headers)


ROUTES = [
    Route("/kalender/{token}.ics", personal_calendar, methods=["GET"]),
    Route("/fortbildung/{id:int}/termin.ics", one_date, methods=["GET"]),
]
