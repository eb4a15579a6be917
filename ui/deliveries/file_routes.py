"""A school's lines on paper and as files for spreadsheet programs: what the page shows, and no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from core.local_time import local_day
from core.people.person import NotAllowed, Person
from core.people.roles import Right
from core.spreadsheets import Cell, as_csv, as_xlsx
from deliveries.access import sees_funding
from deliveries.city.proofs import lines_table
from deliveries.refusals import NoDeliveriesThere
from deliveries.status.lines import LineStatus, SchoolStatus, school_status
from ui.deliveries.choice import KIND, STATE, Choice, chosen, narrowed
from ui.deliveries.paper import on_paper
from ui.deliveries.schools import school_meant
from ui.deliveries.ways import AS_CSV, AS_XLSX, PRINTED, SCHOOL, STYLE
from ui.plain.page import POLICY, reader
from ui.portal import entrance
from ui.sign_in.screens import asked_language, notice, texts_of
from ui.sign_in.ways import sign_in_way

HERE = Path(__file__).resolve().parent
TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NUMBER, MOST_KINDS = 9, 20
Written = Callable[[Sequence[str], Sequence[Sequence[Cell]]], bytes]
Found = tuple[Person, SchoolStatus, list[LineStatus]]


def as_table(request: Request) -> Response:
    return _file(request, as_csv, "text/csv; charset=utf-8", "csv")


def as_workbook(request: Request) -> Response:
    return _file(request, as_xlsx, XLSX, "xlsx")


def printed(request: Request) -> Response:
    found = _found(request)
    if isinstance(found, Response):
        return found
    _person, shown, lines = found
    language, t = texts_of(request)
    values = on_paper(request, shown, lines, _choice(request), local_day(datetime.now(UTC)))
    page = TEMPLATES.get_template("school.html").render(t=t, d=t.deliveries, language=language, **values)
    headers = {
        "Cache-Control": "no-store",
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "same-origin",
    }
    return HTMLResponse(page, headers=headers)


def style(_request: Request) -> Response:
    return FileResponse(HERE / "paper.css", media_type="text/css", headers={"Cache-Control": "no-cache"})


def _file(request: Request, written: Written, media_type: str, ending: str) -> Response:
    found = _found(request)
    if isinstance(found, Response):
        return found
    person, shown, lines = found
    language, t = texts_of(request)
    headings, rows = lines_table(lines, language, sees_funding(person))
    name = f"{t.deliveries.file_name}-{shown.school.id}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(written(headings, rows), media_type=media_type, headers=headers)


def _found(request: Request) -> Found | Response:
    """The lines of the school in the address, else of the person's own, narrowed as the address says; a
    school that is not theirs does not exist."""
    person = reader(request, Right.SEE_DELIVERIES)
    if person is None:  # no setting opens what is a school's own; should one ever, nobody comes in here
        return RedirectResponse(sign_in_way(request.url.path, asked_language(request)), 303)
    if isinstance(person, Response):
        return person
    with entrance().database.read() as db:
        try:
            wanted = school_meant(_number(request), person)
            shown = school_status(db, wanted or 0, person, local_day(datetime.now(UTC)))
        except (NoDeliveriesThere, NotAllowed):
            d = texts_of(request)[1].deliveries
            return notice(request, d.not_there, d.not_there_explained, 404)
    return person, shown, narrowed(shown.lines, _choice(request))


def _choice(request: Request) -> Choice:
    kinds = dict.fromkeys(kind for kind in request.query_params.getlist(KIND) if kind)
    return chosen(request.query_params.get(STATE, ""), tuple(kinds)[:MOST_KINDS])


def _number(request: Request) -> int | None:
    """None where the address names no school; -1, which no school has, where it is no number."""
    text = request.query_params.get(SCHOOL, "")
    plain = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER and int(text)
    return (int(text) if plain else -1) if text else None


ROUTES = [
    Route(STYLE, style, methods=["GET"]),
    Route(PRINTED, printed, methods=["GET"]),
    Route(AS_CSV, as_table, methods=["GET"]),
    Route(AS_XLSX, as_workbook, methods=["GET"]),
]
