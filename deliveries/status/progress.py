"""How far a school's equipment is, in pieces."""

from __future__ import annotations

from collections.abc import Iterable

from deliveries.facts import Subproject
from deliveries.pieces import Pieces
from deliveries.status.found import LineStatus
from deliveries.words.devices import category_of


def by_category(lines: Iterable[LineStatus]) -> dict[str, Pieces]:
    """The pieces of each kind of device ("Display", "Tablet"), in the order of the lines; "" where no list
    has said which kind it is."""
    pieces: dict[str, Pieces] = {}
    for status in lines:
        name = category_of(status.line.device)
        pieces[name] = pieces.get(name, Pieces()) + status.line.pieces
    return pieces


def by_subproject(lines: Iterable[LineStatus]) -> dict[Subproject, Pieces]:
    """The pieces of each part of the work for which there are lines, in the order of the parts."""
    pieces: dict[Subproject, Pieces] = {}
    for status in lines:
        part = status.line.subproject
        pieces[part] = pieces.get(part, Pieces()) + status.line.pieces
    return {part: pieces[part] for part in Subproject if part in pieces}
