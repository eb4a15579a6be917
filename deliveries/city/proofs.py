"""Tables of a school's lines and for funding bodies: headings and rows. That for the council is beside."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.actor import Actor, demand_of
from core.people.names import fold
from core.people.roles import Right
from core.spreadsheets import Cell
from deliveries.city.council import Table, council_table
from deliveries.city.headings import AT_THE_LATEST, FUNDING, LINES, PROOF
from deliveries.facts import Field, Line
from deliveries.promises import Standing
from deliveries.status.found import LineStatus, found
from deliveries.tables import LineChangeRow, OrderLineRow
from deliveries.words.devices import category_of
from deliveries.words.names import stage_word, subproject_word
from deliveries.words.periods import cell_day, period_words

__all__ = ["Table", "council_table", "lines_table", "programmes", "proof_table"]


def lines_table(lines: Iterable[LineStatus], language: str, funding: bool) -> Table:
    """One row for each line; who pays only where `funding`, and only of lines whose reader may know it."""
    headings = LINES[language] + (FUNDING[language] if funding else ())
    rows = [
        _line(status, language) + (_funding(status.line, language) if funding else ()) for status in lines
    ]
    return headings, rows


def programmes(db: Session, by: Actor) -> tuple[str, ...]:
    """The funding programmes of which there are lines, each once however lists write it. Raises
    NotAllowed."""
    _demand_all(by)
    once = {fold(programme): programme for programme in reversed(_all_programmes(db))}
    return tuple(once[folded] for folded in sorted(once))


def proof_table(db: Session, programme: str, by: Actor, language: str) -> Table:
    """Each line that a programme pays, by measure: what, where, how many, when it was delivered and usable,
    and until when it is earmarked. What was here already when it was first told of came by that day at the
    latest. Raises NotAllowed."""
    _demand_all(by)
    any_day = date.max  # a proof says when things came, not how late
    spellings = [one for one in _all_programmes(db) if fold(one) == fold(programme)]
    lines = found(db, by, any_day, OrderLineRow.programme.in_(spellings))
    rows = sorted((status.line for status in lines if status.line.pieces.wanted), key=_by_measure)
    began = _began(db, spellings)
    return PROOF[language], [_proof_row(line, began.get(line.id), language) for line in rows]


def _all_programmes(db: Session) -> list[str]:
    """As they are written."""
    wanted = select(OrderLineRow.programme).where(OrderLineRow.programme != "").distinct()
    return sorted(db.scalars(wanted))


def _demand_all(by: Actor) -> None:
    demand_of(by, Right.MANAGE_DELIVERIES)
    demand_of(by, Right.SEE_FUNDING)


def _line(status: LineStatus, language: str) -> tuple[Cell, ...]:
    line, judgement = status.line, status.judgement
    late = judgement.days if judgement.standing is Standing.LATE else None
    return (
        line.school.name,
        line.order,
        line.position,
        subproject_word(line.subproject, language),
        category_of(line.device),
        str(line.device),
        line.room,
        line.ordered,
        line.pieces.arrived,
        line.pieces.usable,
        line.pieces.cancelled,
        stage_word(line.stage, language),
        period_words(line.promise, language) if line.promise else "",
        late,
        line.reason,
        cell_day(line.as_of, language),
    )


def _funding(line: Line, language: str) -> tuple[Cell, ...]:
    funding = line.funding
    if funding is None:
        return ("", "", "")
    return (funding.programme, funding.measure, cell_day(funding.earmarked_until, language))


def _by_measure(line: Line) -> tuple[str, str, str, str, int]:
    measure = line.funding.measure if line.funding else ""
    return fold(measure), measure, fold(line.school.name), line.order, line.position


def _began(db: Session, spellings: Collection[str]) -> dict[int, date]:
    """By line, the day of which was told first."""
    change = LineChangeRow
    paid = select(OrderLineRow.id).where(OrderLineRow.programme.in_(spellings))
    first = select(change.line_id, change.as_of).where(
        change.line_id.in_(paid), change.field == Field.CREATED
    )
    return {line_id: day for line_id, day in db.execute(first)}


def _since(day: date | None, began: date | None, language: str) -> str:
    told = cell_day(day, language)
    return AT_THE_LATEST[language].format(day=told) if day and day == began else told


def _proof_row(line: Line, began: date | None, language: str) -> tuple[Cell, ...]:
    funding = line.funding
    return (
        funding.measure if funding else "",
        line.school.name,
        line.room,
        category_of(line.device),
        str(line.device),
        line.pieces.wanted,
        line.pieces.arrived,
        line.pieces.usable,
        _since(line.delivered_on, began, language),
        _since(line.usable_on, began, language),
        cell_day(funding.earmarked_until if funding else None, language),
        line.order,
        line.position,
    )
