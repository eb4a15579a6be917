"""The page with cards to print: A6 each, four on a sheet of A4 or each on its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from core.people.person import Person, may
from core.people.roles import Right
from ui.library.ways import CARDS, LIBRARY
from ui.plain.cards import MOST, Card, cards_of
from ui.plain.coded import right_for
from ui.plain.page import not_there, page, reader
from ui.plain.public_address import root_of
from ui.sign_in.screens import asked_language, texts_of
from ui.sign_in.ways import START, way

HERE = Path(__file__).resolve().parent
STYLE, SCRIPT = f"{CARDS}/aussehen.css", f"{CARDS}/drucken.js"
DEVICES = "/geraete"
ON_A_SHEET = 4


def cards(request: Request) -> Response:
    """The cards for the codes of the address; what the visitor may not read is left out, as what does not
    exist."""
    wanted = request.query_params.getlist("c")[:MOST]
    person = reader(request, _right(wanted))
    if isinstance(person, Response):
        return person
    found = list(cards_of(wanted, person, root_of(request), texts_of(request)[1]))
    if not found:
        return not_there(request, person)
    return page(request, "cards.html", **_shown(request, wanted, found, person))


def _right(wanted: Sequence[str]) -> Right:
    """Of a page with cards for documents and for devices both are asked; the library's is the stricter."""
    rights = {right_for(address.partition("/")[0]) for address in wanted}
    return Right.ASK if rights == {Right.ASK} else Right.READ_LIBRARY


def _shown(
    request: Request, wanted: Sequence[str], found: Sequence[Card], person: Person | None
) -> dict[str, object]:
    small = request.query_params.get("format") == "a6"
    filled = len(found) == 1 and bool(request.query_params.get("viermal")) and not small
    return {
        "sheets": _sheets(list(found) * (ON_A_SHEET if filled else 1), 1 if small else ON_A_SHEET),
        "small": small,
        "count": len(found),
        "missing": len(wanted) - len(found),
        "choices": _choices(wanted, len(found) == 1, asked_language(request)),
        "chosen": "a6" if small else "four" if filled else "a4",
        "back": _way_back(found, person),
        "style": STYLE,
        "script": SCRIPT,
    }


def _sheets(found: Sequence[Card], size: int) -> list[Sequence[Card]]:
    return [found[start : start + size] for start in range(0, len(found), size)]


def _choices(wanted: Sequence[str], single: bool, language: str | None) -> list[tuple[str, str]]:
    """The ways to print the same, each with its address."""
    codes = "&".join(way("", c=code).lstrip("?") for code in wanted if code)
    same = f"{CARDS}?{codes}" + (f"&lang={language}" if language else "")
    four = [("four", f"{same}&viermal=1")] if single else []
    return [("a4", same), *four, ("a6", f"{same}&format=a6")]


def _way_back(found: Sequence[Card], person: Person | None) -> str:
    if all(card.of_device for card in found):
        return DEVICES if may(person, Right.LABEL_DEVICES) else START
    ways = {card.leads for card in found}
    return ways.pop() if len(ways) == 1 else LIBRARY


def style(_request: Request) -> Response:
    return FileResponse(HERE / "cards.css", media_type="text/css", headers={"Cache-Control": "no-cache"})


def script(_request: Request) -> Response:
    return FileResponse(
        HERE / "cards.js", media_type="text/javascript", headers={"Cache-Control": "no-cache"}
    )


ROUTES = [
    Route(CARDS, cards, methods=["GET"]),
    Route(STYLE, style, methods=["GET"]),
    Route(SCRIPT, script, methods=["GET"]),
]
