"""The history of a line: all that was ever said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.actor import Actor
from core.people.tables import PersonRow, SchoolRow
from deliveries.access import own_schools, seen_by, sees_funding
from deliveries.facts import Change, Field
from deliveries.refusals import NoSuchLine
from deliveries.status.found import FUNDING_FIELDS
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow


def history(db: Session, line_id: int, by: Actor) -> tuple[Change, ...]:
    """The changes of a line, the newest first. Who may not see the funding does not see its changes; who may
    not see the school at which the line once was sees nothing from that time. In changes of the school `old`
    and `new` are names, empty for a school that the reader may not see. Raises NotAllowed and NoSuchLine."""
    known = select(OrderLineRow.id).where(seen_by(by), OrderLineRow.id == line_id)
    if not 0 < line_id <= LARGEST or db.scalar(known) is None:
        raise NoSuchLine
    change = LineChangeRow
    wanted = (
        select(change, ImportRow.name, PersonRow.name)
        .outerjoin(ImportRow, change.import_id == ImportRow.id)
        .outerjoin(PersonRow, change.by_id == PersonRow.id)
        .where(change.line_id == line_id)
        .order_by(change.id.desc())
    )
    if not sees_funding(by):
        wanted = wanted.where(change.field.not_in(FUNDING_FIELDS))
    rows = [(row, source or "", name or "") for row, source, name in db.execute(wanted)]
    schools = _schools(db, [row for row, _source, _name in rows], by)
    since = _began(own_schools(by), (row for row, _source, _name in rows))
    came = next((row.at for row, _source, _name in rows if row.id == since), None)
    changes = (as_change(*row, schools) for row in rows if row[0].id >= since)
    told = (_told_anew(change) if change.at == came else change for change in changes)
    return tuple(change for change in told if (change.old, change.new) != (None, None))


def _told_anew(change: Change) -> Change:
    """Without how it was before, at another school."""
    return change if change.field is Field.SCHOOL else replace(change, old=None, backwards=False)


def _schools(db: Session, rows: Iterable[LineChangeRow], by: Actor) -> Mapping[str, str]:
    """The names of the schools that the changes tell of and the reader may see, by number."""
    numbers = {int(kept) for row in rows if row.field == Field.SCHOOL for kept in (row.old, row.new) if kept}
    seen = own_schools(by)
    wanted = numbers if seen is None else numbers & seen
    named = select(SchoolRow.id, SchoolRow.name).where(SchoolRow.id.in_(wanted))
    return {str(number): name for number, name in db.execute(named)}


def _began(seen: frozenset[int] | None, newest_first: Iterable[LineChangeRow]) -> int:
    """The change with which the line last came from a school that the reader may not see, else any."""
    moves = (row for row in newest_first if row.field == Field.SCHOOL and row.old)
    return next((row.id for row in moves if seen is not None and int(row.old or 0) not in seen), 0)


def as_change(row: LineChangeRow, source: str, name: str, schools: Mapping[str, str] | None = None) -> Change:
    """`schools` are the names of those that the reader may know, by number."""
    old, new = row.old, row.new
    if row.field == Field.SCHOOL:
        old, new = ((schools or {}).get(kept, "") if kept else None for kept in (old, new))
    return Change(
        id=row.id,
        line_id=row.line_id,
        at=row.at,
        as_of=row.as_of,
        field=Field(row.field),
        old=old,
        new=new,
        why=row.why,
        source=source,
        by="" if row.import_id else name,
        backwards=row.backwards,
    )
