"""A certificate as a PDF, and the page where anybody can check one."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from core.people.person import NotAllowed
from core.people.roles import Right
from trainings.courses.certificate_pdf import pdf
from trainings.courses.certificates import certificate_of, verified
from trainings.refusals import NoCertificate, NoSuchBooking, NotAttended, NotOverYet, Refusal
from ui.papers.certificate_words import words_of
from ui.papers.screens import number_in, said, shown, who, words
from ui.plain.page import not_there
from ui.plain.public_address import root_of
from ui.portal import entrance
from ui.sign_in.screens import asked_language, texts_of
from ui.sign_in.ways import way

CHECK = "/nachweis"
LONGEST_CODE = 100


def paper(request: Request) -> Response:
    """The certificate of a booking, for the person and for whoever runs the date."""
    person = who(request, Right.BOOK_TRAININGS)
    if isinstance(person, Response):
        return person
    try:
        with entrance().database.write.begin() as db:
            certificate = certificate_of(db, number_in(request, "booking_id"), person, datetime.now(UTC))
    except (NoSuchBooking, NotAllowed):
        return not_there(request, person)
    except (NotOverYet, NotAttended, NoCertificate) as refusal:
        return _none(request, refusal)
    address = f"{root_of(request)}{CHECK}/{certificate.shown_code}"
    drawn = pdf(certificate, address, words_of(certificate, texts_of(request)[0]))
    return _as_file(drawn, certificate.shown_code)


def form(request: Request) -> Response:
    """Where the code is typed; what was typed leads on to its own address, which can be handed on."""
    return _told(request, request.query_params.get("code", ""))


def checked(request: Request) -> Response:
    """What the certificate with this code says, or that there is none."""
    return _told(request, request.path_params["code"])


def _told(request: Request, code: str) -> Response:
    with entrance().database.read() as db:
        certificate = verified(db, code)
    if certificate is None:
        typed = code.strip()[:LONGEST_CODE]
        return shown(request, "check.html", 404 if typed else 200, code=typed, certificate=None)
    own = f"{CHECK}/{certificate.shown_code}"
    if request.url.path != own:
        return RedirectResponse(way(own, lang=asked_language(request)), 303)
    said_on_it = words_of(certificate, texts_of(request)[0])
    return shown(
        request,
        "check.html",
        code=certificate.shown_code,
        certificate=certificate,
        facts=said_on_it.facts,
        issued=said_on_it.issued,
    )


def _none(request: Request, refusal: Refusal) -> Response:
    c = words(request)
    why = {NotOverYet: c.not_over, NotAttended: c.not_attended, NoCertificate: c.none_given}
    return said(request, c.none_yet, why[type(refusal)], 404)


def _as_file(drawn: bytes, code: str) -> Response:
    headers = {
        "Content-Disposition": f'inline; filename="lotse-{code}.pdf"',
        "Cache-Control": "no-store",
    }
    return Response(drawn, media_type="application/pdf", headers=headers)


ROUTES = [
    Route("/bescheinigung/{booking_id}.pdf", paper, methods=["GET"]),
    Route(CHECK, form, methods=["GET"]),
    Route(f"{CHECK}/{{code:path}}", checked, methods=["GET"]),
]
