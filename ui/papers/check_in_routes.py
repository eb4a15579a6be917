"""Checking in: the person shows a code on their phone, the trainer scans it and taps once."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from core.local_time import HERE
from core.people.person import NotAllowed, Person
from core.people.roles import Right
from core.settings import load_settings
from core.signing import TokenRefused
from trainings.courses.attendance import EARLY, Participant, arrival, check_in, mark, own_seat
from trainings.facts import TrainingDate
from trainings.refusals import NoSuchBooking, NotOverYet
from ui.papers.certificate_words import span
from ui.papers.screens import number_in, said, shown, who, words
from ui.plain.public_address import root_of
from ui.plain.qr import svg
from ui.portal import entrance
from ui.sign_in.forms import ForeignForm, own_form
from ui.sign_in.screens import asked_language, texts_of
from ui.sign_in.ways import way
from ui.texts.certificates import CertificateTexts

PURPOSE = "check-in"
WAY = "/einchecken/"
NOT_THERE = "doch-nicht"  # the field of the form that takes it back


def check_in_address(booking_id: int) -> str:
    """What the person's code leads to; worth something only to whoever runs the date."""
    return load_settings().public_url + check_in_way(booking_id)


def check_in_way(booking_id: int) -> str:
    return WAY + entrance().signer.sign(PURPOSE, booking_id)


def show(request: Request) -> Response:
    """Who it is, and for what, with one big button."""
    person = who(request, Right.OWN_ACCOUNT)
    return person if isinstance(person, Response) else _shown(request, person)


async def do(request: Request) -> Response:
    """Checks in, or takes it back, and shows the same page again."""
    try:
        form = await own_form(request)
    except ForeignForm:
        return await run_in_threadpool(_refused, request)
    return await run_in_threadpool(_done, request, NOT_THERE in form)


def picture(request: Request) -> Response:
    """The code of one's own seat."""
    person = who(request, Right.BOOK_TRAININGS)
    if isinstance(person, Response):
        raise HTTPException(404)
    try:
        with entrance().database.read() as db:
            booking_id = own_seat(db, number_in(request, "date_id"), person)
    except NoSuchBooking as refusal:
        raise HTTPException(404) from refusal
    drawn = svg(root_of(request) + check_in_way(booking_id))
    return Response(drawn, media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


def _done(request: Request, not_there: bool) -> Response:
    person, now = who(request, Right.OWN_ACCOUNT), datetime.now(UTC)
    if isinstance(person, Response):
        return person
    try:
        with entrance().database.write.begin() as db:
            if not_there:
                mark(db, _booking_in(request), None, person, now)
            else:
                check_in(db, _booking_in(request), person, now)
    except (NotAllowed, NoSuchBooking, NotOverYet, TokenRefused):
        return _shown(request, person)  # which says what is the matter
    return RedirectResponse(way(request.url.path, lang=asked_language(request)), 303)


def _refused(request: Request) -> Response:
    """A form of another site has done nothing; the page says so and has the own form."""
    person = who(request, Right.OWN_ACCOUNT)
    foreign = texts_of(request)[1].sign_in.foreign
    return person if isinstance(person, Response) else _shown(request, person, foreign, 403)


def _shown(request: Request, person: Person, problem: str = "", status: int = 200) -> Response:
    c, now = words(request), datetime.now(UTC)
    try:
        with entrance().database.read() as db:
            date, participant = arrival(db, _booking_in(request), person, now)
    except NotAllowed:
        return said(request, c.for_trainers, c.for_trainers_explained, 403)
    except (NoSuchBooking, TokenRefused):
        return _no_such_code(request, person)
    return shown(
        request,
        "check_in.html",
        status,
        problem=problem,
        date=date,
        when=span(date.starts_at, date.ends_at, texts_of(request)[0]),
        participant=participant,
        state=_state(participant, c),
        early=_is_early(date, now),
        own=request.url.path,
        not_there=NOT_THERE,
        course=way("/kurse", termin=str(date.id), lang=asked_language(request)),
    )


def _no_such_code(request: Request, person: Person) -> Response:
    """What a teacher is told says nothing of whether the code is one."""
    c = words(request)
    if Right.HOLD_TRAININGS not in person.rights:
        return said(request, c.for_trainers, c.for_trainers_explained, 403)
    return said(request, c.no_such_code, c.no_such_code_explained, 404)


def _state(participant: Participant, c: CertificateTexts) -> str:
    if participant.attended and participant.checked_in_at:
        return c.came_at.format(time=f"{participant.checked_in_at.astimezone(HERE):%H:%M}")
    return {True: c.was_there, False: c.was_away, None: ""}[participant.attended]


def _is_early(date: TrainingDate, now: datetime) -> bool:
    return now < date.starts_at - EARLY


def _booking_in(request: Request) -> int:
    """Raises TokenRefused."""
    booking_id = entrance().signer.read(PURPOSE, request.path_params["token"])
    if not isinstance(booking_id, int):
        raise TokenRefused
    return booking_id


ROUTES = [
    Route(f"{WAY}{{token}}", show, methods=["GET"]),
    Route(f"{WAY}{{token}}", do, methods=["POST"]),
    Route("/fortbildung/{date_id}/einchecken.svg", picture, methods=["GET"]),
]
