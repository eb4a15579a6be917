"""One answer in large letters, for in front of the class."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from core.people.person import Person, may
from core.people.roles import Right
from core.settings import load_settings
from knowledge.codes import as_typed
from knowledge.reading.section import Block, BlockKind
from retriever.catalogue import Chapter, Manual, Target
from ui.library.ways import CLASS_VIEW, SCANNED, manual_way
from ui.plain.class_screens import MOST_DIGITS, Screen, at, chosen_block, screens, told
from ui.plain.page import not_there, page, reader
from ui.portal import portal
from ui.sign_in.screens import texts_of
from ui.sign_in.ways import own_way
from ui.texts import Texts

HERE = Path(__file__).resolve().parent
STYLE, SCRIPT = f"{CLASS_VIEW}aussehen.css", f"{CLASS_VIEW}blaettern.js"


def class_view(request: Request) -> Response:
    """A block of a section, a few steps at a time; for whoever may ask or read the library."""
    person = _who(request)
    if isinstance(person, Response):
        return person
    where = portal().target(as_typed(request.path_params["code"]), person)
    manual = portal().manual(where.document, person) if where else None
    chapter = _chapter(where, manual) if where and manual else None
    if manual is None or chapter is None:
        return not_there(request, person)
    return _shown(request, person, manual, chapter)


def style(_request: Request) -> Response:
    return FileResponse(HERE / "class_view.css", media_type="text/css", headers={"Cache-Control": "no-cache"})


def script(_request: Request) -> Response:
    headers = {"Cache-Control": "no-cache"}
    return FileResponse(HERE / "class_view.js", media_type="text/javascript", headers=headers)


def _who(request: Request) -> Person | Response | None:
    person = reader(request)
    return reader(request, Right.ASK) if isinstance(person, Response) else person


def _chapter(where: Target, manual: Manual) -> Chapter | None:
    """The section of the code; of a document's code its first with words."""
    if where.section is None:
        return next((chapter for chapter in manual.chapters if chapter.blocks), None)
    return next((chapter for chapter in manual.chapters if chapter.code == where.section), None)


def _shown(request: Request, person: Person | None, manual: Manual, chapter: Chapter) -> Response:
    number = chosen_block(chapter.blocks, _number(request.query_params.get("block", "")))
    block = told(chapter.blocks, number) if number is not None else None
    shown = screens(block) if block else ()
    here = at(shown, request.query_params.get("ab", ""))
    return page(
        request,
        "class.html",
        heading=chapter.heading_path[-1] if chapter.heading_path else manual.document.title,
        spoken=manual.document.language,
        block=block,
        screen=shown[here] if shown else None,
        before=shown[here - 1] if here else None,
        after=shown[here + 1] if here + 1 < len(shown) else None,
        counted=_counted(block, shown, here, texts_of(request)[1]) if block and shown else None,
        own=f"{CLASS_VIEW}{chapter.code}",
        kept={name: request.query_params.get(name) for name in ("block", "zurueck")},
        dark=bool(request.query_params.get("dunkel")),
        closing=_closing(request, manual, chapter),
        picture=f"{SCANNED}{chapter.code}.svg" if _may_scan(person) else None,
        style=STYLE,
        script=SCRIPT,
    )


def _counted(block: Block, shown: Sequence[Screen], here: int, t: Texts) -> str:
    """ "Schritt 1–3 von 7"."""
    first, last, total = shown[here].first, shown[here].last, shown[-1].last
    steps = block.kind is BlockKind.STEPS
    several, one = (
        (t.narrowing.steps, t.narrowing.one_step) if steps else (t.narrowing.parts, t.narrowing.one_part)
    )
    return (several if last > first else one).format(first=first, last=last, total=total)


def _closing(request: Request, manual: Manual, chapter: Chapter) -> str:
    """Where the visitor came from, else the document at this section."""
    wanted = request.query_params.get("zurueck")
    return own_way(wanted) if wanted else manual_way(manual.document.code, chapter.code)


def _may_scan(person: Person | None) -> bool:
    return may(person, Right.READ_LIBRARY, load_settings().opened)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None


ROUTES = [
    Route(STYLE, style, methods=["GET"]),
    Route(SCRIPT, script, methods=["GET"]),
    Route(CLASS_VIEW + "{code}", class_view, methods=["GET"]),
]
