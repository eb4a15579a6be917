"""A document to print: all its words on white paper, with the way back to what is up to date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from knowledge.codes import as_typed
from knowledge.kinds import DocumentKind
from retriever.catalogue import Manual
from ui.library import labels
from ui.library.outline import Part, outline
from ui.library.ways import PRINT, manual_way, scanned_way, short_way
from ui.places import day
from ui.plain.page import not_there, page, reader
from ui.plain.public_address import root_of
from ui.portal import portal
from ui.rendering import blocks_html
from ui.sign_in.screens import texts_of
from ui.texts import Texts

HERE = Path(__file__).resolve().parent
STYLE, SCRIPT = f"{PRINT}aussehen.css", f"{PRINT}drucken.js"
KEPT = {"Cache-Control": "no-cache"}


def printed(request: Request) -> Response:
    """The document with this code, or only the section that the address names."""
    person = reader(request)
    if isinstance(person, Response):
        return person
    target = portal().target(as_typed(request.path_params["code"]), person)
    manual = portal().manual(target.document, person) if target else None
    if target is None or manual is None:
        return not_there(request, person)
    wanted = as_typed(request.query_params.get("abschnitt", "")) or target.section
    return page(request, "print.html", **_shown(request, manual, wanted, texts_of(request)[1]))


def style(_request: Request) -> Response:
    return FileResponse(HERE / "print.css", media_type="text/css", headers=KEPT)


def script(_request: Request) -> Response:
    return FileResponse(HERE / "print.js", media_type="text/javascript", headers=KEPT)


def _shown(request: Request, manual: Manual, wanted: str | None, t: Texts) -> dict[str, Any]:
    document, today = manual.document, datetime.now(UTC).date()
    every = list(outline(manual, t))
    parts = [part for part in every if part.chapter.code == wanted] or every
    code = parts[0].chapter.code if len(parts) < len(every) else document.code
    checked, long_ago = labels.checked(document, today, t)
    return {
        "document": document,
        "about": labels.about(document, t),
        "checked": checked,
        "long_ago": long_ago,
        "parts": list(_printed(parts, t)),
        "is_part": len(parts) < len(every),
        "file": f"/documents/{document.id}/file" if document.kind is DocumentKind.PDF else None,
        "today": day(today, t),
        "address": root_of(request) + short_way(code),
        "picture": f"{scanned_way(code)}.svg",
        "back": manual_way(document.code, code if code != document.code else None),
        "whole": PRINT + document.code,
        "style": STYLE,
        "script": SCRIPT,
    }


def _printed(parts: list[Part], t: Texts) -> Iterator[tuple[int, str, Markup]]:
    """Level, heading and text of each part; the text is HTML that is escaped already."""
    for part in parts:
        yield part.level, part.heading, Markup(blocks_html(part.chapter.blocks, (), t.table))  # noqa: S704


ROUTES = [
    Route(STYLE, style, methods=["GET"]),
    Route(SCRIPT, script, methods=["GET"]),
    Route(f"{PRINT}{{code}}", printed, methods=["GET"]),
]
