"""What was wrong with a list, as a table for whoever made the list."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from core.people.person import NotAllowed
from core.people.roles import Right
from core.spreadsheets import as_csv
from deliveries.importing.imports import past_import
from deliveries.refusals import NoSuchImport
from ui.delivery_lists.past import fault_rows
from ui.delivery_lists.ways import LISTS
from ui.papers.screens import number_in, who
from ui.plain.page import not_there
from ui.portal import entrance
from ui.sign_in.screens import texts_of


def faults(request: Request) -> Response:
    """For whoever reads lists in; for all others there is no such list."""
    person = who(request, Right.MANAGE_DELIVERIES)
    if isinstance(person, Response):
        return person
    try:
        with entrance().database.read() as db:
            past = past_import(db, number_in(request, "id"), person)
    except (NoSuchImport, NotAllowed):
        return not_there(request, person)
    language, t = texts_of(request)
    said = t.lists
    headers = {
        "Content-Disposition": f'attachment; filename="{said.file_name}-{past.id}.csv"',
        "Cache-Control": "no-store",
    }
    table = as_csv(said.report_row, fault_rows(past.report, language))
    return Response(table, media_type="text/csv; charset=utf-8", headers=headers)


ROUTES = [Route(f"{LISTS}{{id}}/fehler.csv", faults, methods=["GET"])]
