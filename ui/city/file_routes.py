"""The city's tables as files for spreadsheet programs."""

from __future__ import annotations

import re
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.people.names import fold
from core.people.person import Person
from core.people.roles import Right
from core.spreadsheets import as_csv, as_xlsx
from deliveries.city.proofs import Table, council_table, programmes, proof_table
from ui.city.acting import today
from ui.city.ways import COUNCIL, CSV, PROGRAMME, PROOF, XLSX
from ui.papers.list_routes import XLSX as WORKBOOK
from ui.papers.screens import who
from ui.plain.page import not_there
from ui.portal import entrance
from ui.sign_in.screens import texts_of

WRITERS = {CSV: (as_csv, "text/csv; charset=utf-8"), XLSX: (as_xlsx, WORKBOOK)}


def council(request: Request) -> Response:
    """For each school and part of the work how it stands; for whoever looks after all schools."""
    person = who(request, Right.MANAGE_DELIVERIES)
    if isinstance(person, Response):
        return person
    language, t = texts_of(request)
    day = today()
    with entrance().database.read() as db:
        table = council_table(db, person, day, language)
    return _file(request, table, f"{t.city.council_file}-{day}")


def proof(request: Request) -> Response:
    """What a funding programme has paid; a programme that no line names does not exist."""
    person = who(request, Right.MANAGE_DELIVERIES)
    if isinstance(person, Response):
        return person
    programme = request.query_params.get(PROGRAMME, "")
    table = _proof(programme, person, texts_of(request)[0])
    if table is None:
        return not_there(request, person)
    return _file(request, table, _proof_name(request, programme, today()))


def _proof(programme: str, person: Person, language: str) -> Table | None:
    with entrance().database.read() as db:
        known = programme in programmes(db, person)
        return proof_table(db, programme, person, language) if known else None


def _proof_name(request: Request, programme: str, day: date) -> str:
    """In letters that every system takes."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(programme)).strip("-")
    return "-".join(part for part in (texts_of(request)[1].city.proof_file, plain, str(day)) if part)


def _file(request: Request, table: Table, name: str) -> Response:
    ending = CSV if request.url.path.endswith(CSV) else XLSX
    written, media_type = WRITERS[ending]
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{ending}"',
        "Cache-Control": "no-store",
    }
    return Response(written(*table), media_type=media_type, headers=headers)


ROUTES = [
    *(Route(f"{COUNCIL}.{ending}", council, methods=["GET"]) for ending in (CSV, XLSX)),
    *(Route(f"{PROOF}.{ending}", proof, methods=["GET"]) for ending in (CSV, XLSX)),
]
