"""How far the city is, as a table for the council."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.people.actor import Actor, demand_of
from core.people.names import fold
from core.people.roles import Right
from core.people.schools import all_schools
from core.spreadsheets import Cell
from deliveries.city.counted import HERE, IN_HAND, WANTED
from deliveries.city.headings import COUNCIL
from deliveries.city.overview import late_and_blocked
from deliveries.facts import Line, ReasonKind, Subproject
from deliveries.status.found import LineStatus
from deliveries.tables import OrderLineRow
from deliveries.words.names import reason_word, subproject_word
from deliveries.words.periods import cell_day

Table = tuple[tuple[str, ...], list[tuple[Cell, ...]]]
Part = tuple[int, Subproject]  # of the work at a school
Sums = tuple[int, int, int, date]
PARTS = {part: place for place, part in enumerate(Subproject)}


def council_table(db: Session, by: Actor, today: date, language: str) -> Table:
    """For each school and part of the work: ordered, here, usable, late, blocked, and why. What was cancelled
    does not count. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    late, blocked = late_and_blocked(db, by, today)
    pressing = _by_part(late), _by_part(blocked)
    names = {school.id: school.name for school in all_schools(db)}
    parts = sorted(_sums(db).items(), key=lambda item: (fold(names[item[0][0]]), PARTS[item[0][1]]))
    return COUNCIL[language], [
        (names[part[0]], *_council_row(part, sums, pressing[0][part], pressing[1][part], language))
        for part, sums in parts
    ]


def _by_part(lines: Iterable[LineStatus]) -> defaultdict[Part, list[LineStatus]]:
    parts: defaultdict[Part, list[LineStatus]] = defaultdict(list)
    for status in lines:
        parts[status.line.school.id, status.line.subproject].append(status)
    return parts


def _sums(db: Session) -> dict[Part, Sums]:
    line = OrderLineRow
    pieces = func.sum(WANTED), func.sum(HERE), func.sum(IN_HAND)
    sums = select(line.school_id, line.subproject, pieces[0], pieces[1], pieces[2], func.max(line.as_of))
    rows = db.execute(sums.where(WANTED > 0).group_by(line.school_id, line.subproject))
    return {
        (school_id, Subproject(part)): (int(wanted), int(here), int(usable), as_of)
        for school_id, part, wanted, here, usable, as_of in rows
    }


def _council_row(
    part: Part, sums: Sums, late: list[LineStatus], blocked: list[LineStatus], language: str
) -> tuple[Cell, ...]:
    *pieces, as_of = sums
    return (
        subproject_word(part[1], language),
        *pieces,
        sum(status.line.pieces.coming for status in late),
        max((status.judgement.days for status in late), default=None),
        len(blocked),
        _reasons([*late, *blocked], language),
        cell_day(as_of, language),
    )


def _reasons(lines: Iterable[LineStatus], language: str) -> str:
    """Each reason once; where there is no word for it, as the list says it."""
    told = (_reason(status.line, language) for status in lines)
    return "; ".join(dict.fromkeys(reason for reason in told if reason))


def _reason(line: Line, language: str) -> str:
    kind = line.reason_kind
    known = kind is not None and kind is not ReasonKind.OTHER
    return reason_word(kind, language) if kind and known else line.reason
