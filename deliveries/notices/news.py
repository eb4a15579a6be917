"""What of changed lines goes into a mail: never what pays for them, and never another school's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.people.person import Person, School
from deliveries.access import seen_by
from deliveries.facts import Change, Field
from deliveries.status.found import FUNDING_FIELDS, LineStatus, found
from deliveries.status.lines import in_order
from deliveries.tables import LineChangeRow, OrderLineRow

MOST = 20  # lines of one school in one mail; the page has them all


@dataclass(frozen=True, slots=True)
class LineNews:
    """How a line stands, and what is different by field: the first `old` and the last `new` of the time."""

    status: LineStatus
    changes: Mapping[Field, Change]


@dataclass(frozen=True, slots=True)
class SchoolNews:
    """At most `MOST` lines, the most urgent first; `more` are not told."""

    school: School
    lines: tuple[LineNews, ...]
    more: int


def own_lines(person: Person) -> ColumnElement[bool]:
    """Holds for lines of the schools where the person works; for who looks after all schools, too. Raises
    NotAllowed."""
    return seen_by(person) & OrderLineRow.school_id.in_([school.id for school in person.schools])


def told_changes(db: Session, *where: ColumnElement[bool]) -> dict[int, dict[Field, Change]]:
    """By line what is different by field, without what came back to what it was."""
    joined = select(LineChangeRow).join(OrderLineRow, OrderLineRow.id == LineChangeRow.line_id)
    told = LineChangeRow.field.not_in(FUNDING_FIELDS)
    rows = db.scalars(joined.where(told, *where).order_by(LineChangeRow.id))
    by_line: dict[int, list[Change]] = {}
    for row in rows:
        by_line.setdefault(row.line_id, []).append(_as_change(row))
    net = {line_id: _net(changes) for line_id, changes in by_line.items()}
    return {line_id: changes for line_id, changes in net.items() if changes}


def news(
    db: Session, person: Person, changes: Mapping[int, Mapping[Field, Change]], today: date
) -> tuple[SchoolNews, ...]:
    """The changed lines as they stand now, for each of the person's schools. Raises NotAllowed."""
    numbers = sorted(changes)
    statuses = [
        status
        for part in parts(numbers)
        for status in found(db, person, today, own_lines(person), OrderLineRow.id.in_(part))
    ]
    told = [LineNews(status, _shown(changes[status.line.id])) for status in in_order(statuses)]
    schools = sorted({each.status.line.school for each in told}, key=lambda school: school.name)
    return tuple(_of_school(school, told) for school in schools)


def _as_change(row: LineChangeRow) -> Change:
    """Without who said it: mails name nobody."""
    field = Field(row.field)
    return Change(
        row.id, row.line_id, row.at, row.as_of, field, row.old, row.new, row.why, "", "", row.backwards
    )


def _net(changes: Iterable[Change]) -> dict[Field, Change]:
    net: dict[Field, Change] = {}
    for change in changes:
        first = net.get(change.field)
        net[change.field] = replace(change, old=first.old) if first else change
    return {field: change for field, change in net.items() if change.old != change.new}


def _shown(changes: Mapping[Field, Change]) -> Mapping[Field, Change]:
    """Of a line that comes from another school nothing is told of how it was there."""
    return {} if Field.SCHOOL in changes and Field.CREATED not in changes else changes


def _of_school(school: School, told: Sequence[LineNews]) -> SchoolNews:
    own = [each for each in told if each.status.line.school == school]
    return SchoolNews(school, tuple(own[:MOST]), max(0, len(own) - MOST))


def parts(numbers: Sequence[int], size: int = 1000) -> Iterable[Collection[int]]:
    """Databases take only so many values in one statement."""
    return (numbers[start : start + size] for start in range(0, len(numbers), size))
