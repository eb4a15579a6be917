"""Who comes to a date, as a file for spreadsheet programs and as a list on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.people.person import NotAllowed
from core.people.roles import Right
from core.spreadsheets import Cell, as_csv, as_xlsx
from trainings.courses.attendance import Participant, Participants, participants
from trainings.facts import BookingState
from trainings.mails.in_words import where
from trainings.refusals import NoSuchDate
from ui.moments import written_moment
from ui.papers import screens
from ui.papers.certificate_words import span
from ui.papers.screens import number_in, shown, who, words
from ui.plain import print_routes
from ui.plain.page import not_there
from ui.portal import entrance
from ui.sign_in.screens import asked_language, texts_of
from ui.sign_in.ways import way
from ui.texts import Texts
from ui.texts.certificates import CertificateTexts

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Written = Callable[[Sequence[str], Sequence[Sequence[Cell]]], bytes]


def as_table(request: Request) -> Response:
    return _file(request, as_csv, "text/csv; charset=utf-8", "csv")


def as_workbook(request: Request) -> Response:
    return _file(request, as_xlsx, XLSX, "xlsx")


def as_list(request: Request) -> Response:
    """On paper: names and room for signatures."""
    found = _found(request)
    if isinstance(found, Response):
        return found
    date, language, c = found.date, texts_of(request)[0], words(request)
    held_by = c.held_by.format(name=date.trainer) if date.trainer else ""
    return shown(
        request,
        "course_list.html",
        date=date,
        about=[span(date.starts_at, date.ends_at, language), where(date, language), held_by],
        come=found.in_state(BookingState.BOOKED),
        wait=[*found.in_state(BookingState.OFFERED), *found.in_state(BookingState.WAITING)],
        back=way("/kurse", termin=str(date.id), lang=asked_language(request)),
        style=print_routes.STYLE,
        script=print_routes.SCRIPT,
    )


def _file(request: Request, written: Written, media_type: str, ending: str) -> Response:
    found = _found(request)
    if isinstance(found, Response):
        return found
    t, c = texts_of(request)[1], words(request)
    table = written(c.columns, [_row(each, c, t) for each in found.rows])
    headers = {
        "Content-Disposition": f'attachment; filename="{c.file_name}-{found.date.id}.{ending}"',
        "Cache-Control": "no-store",
    }
    return Response(table, media_type=media_type, headers=headers)


def _found(request: Request) -> Participants | Response:
    """Those of the date, for whoever runs it; for all others there is no such date."""
    person = who(request, Right.HOLD_TRAININGS)
    if isinstance(person, Response):
        return person
    try:
        with entrance().database.read() as db:
            return participants(db, number_in(request, "id"), person, datetime.now(UTC))
    except (NoSuchDate, NotAllowed):
        return not_there(request, person)


def _row(each: Participant, c: CertificateTexts, t: Texts) -> list[Cell]:
    attended = {True: c.yes, False: c.no, None: ""}[each.attended]
    came = written_moment(each.checked_in_at, t) if each.checked_in_at else ""
    return [each.name, each.school, each.email, c.states[each.state], each.place, attended, came]


ROUTES = [
    *screens.ROUTES,
    Route("/kurse/{id}/teilnehmende.csv", as_table, methods=["GET"]),
    Route("/kurse/{id}/teilnehmende.xlsx", as_workbook, methods=["GET"]),
    Route("/kurse/{id}/liste", as_list, methods=["GET"]),
]
