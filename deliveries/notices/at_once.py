"""Mails at once: only when a promise moves by more than two weeks, or pieces can be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.house import House
from core.local_time import local_day
from core.people.people import as_person
from core.people.person import Person, may
from core.people.roles import Right
from core.people.tables import PersonRow
from deliveries.facts import Change, Field
from deliveries.kept import kept_period, kept_pieces
from deliveries.mails.letters import Letter, reader_of, write_to
from deliveries.notices.items import item
from deliveries.notices.news import LineNews, SchoolNews, news, parts, told_changes
from deliveries.promises import TELLS_OF_TODAY
from deliveries.tables import LineChangeRow, NoticeChoiceRow, OrderLineRow
from deliveries.words.sentences import change_sentence

FAR = timedelta(days=14)
WATCHED = (Field.PROMISE, Field.PIECES)
Changes = Mapping[int, Mapping[Field, Change]]


def tell(db: Session, changes: Sequence[int], now: datetime, house: House) -> int:
    """Writes one mail to each person who wants such mails and at whose schools these changes (numbers of
    `line_changes`) matter that much; says how many. In the caller's transaction."""
    people = _people(db) if changes else []
    schools = {school.id for person in people for school in person.schools}
    found = _by_school(db, _that_matter(db, changes, schools, now)) if schools else {}
    known: dict[int, tuple[SchoolNews, ...]] = {}  # the same for all people of a school
    for person in people:
        for school in person.schools:
            if school.id in found and school.id not in known:
                known[school.id] = news(db, person, found[school.id], local_day(now))
    return sum(_tell(db, person, known, now, house) for person in people)


def _people(db: Session) -> list[Person]:
    wanted = select(PersonRow).join(NoticeChoiceRow, NoticeChoiceRow.person_id == PersonRow.id)
    rows = db.scalars(wanted.where(NoticeChoiceRow.at_once, PersonRow.active).order_by(PersonRow.id))
    return [person for row in rows if may(person := as_person(row), Right.SEE_DELIVERIES)]


def _that_matter(db: Session, numbers: Sequence[int], schools: set[int], now: datetime) -> Changes:
    """By line; what is told of a time long ago is no news."""
    here = OrderLineRow.school_id.in_(schools)
    recent = LineChangeRow.as_of >= local_day(now) - TELLS_OF_TODAY
    watched = LineChangeRow.field.in_(WATCHED)
    by_line: dict[int, dict[Field, Change]] = {}
    for part in parts(sorted(set(numbers))):
        these = LineChangeRow.id.in_(part)
        for line_id, changes in told_changes(db, here, recent, watched, these).items():
            by_line.setdefault(line_id, {}).update(changes)
    elsewhere = _were_elsewhere(db, now) if by_line else set()
    kept = {line_id: _kept(changes) for line_id, changes in by_line.items() if line_id not in elsewhere}
    return {line_id: changes for line_id, changes in kept.items() if changes}


def _by_school(db: Session, changes: Changes) -> dict[int, dict[int, Mapping[Field, Change]]]:
    found: dict[int, dict[int, Mapping[Field, Change]]] = {}
    for part in parts(sorted(changes)):
        lines = select(OrderLineRow.id, OrderLineRow.school_id).where(OrderLineRow.id.in_(part))
        for line_id, school_id in db.execute(lines):
            found.setdefault(school_id, {})[line_id] = changes[line_id]
    return found


def _were_elsewhere(db: Session, now: datetime) -> set[int]:
    """Lines that have just come from another school: how they were before is told to nobody."""
    moved = LineChangeRow.field == Field.SCHOOL.value, LineChangeRow.old.is_not(None)
    return set(db.scalars(select(LineChangeRow.line_id).where(LineChangeRow.at == now, *moved)))


def _kept(changes: Mapping[Field, Change]) -> dict[Field, Change]:
    return {field: change for field, change in changes.items() if matters(change)}


def matters(change: Change) -> bool:
    """Whether people want to know it at once. What is new in a list has neither moved nor become usable."""
    if change.old is None or change.new is None:
        return False
    if change.field is Field.PIECES:
        return kept_pieces(change.new).usable > kept_pieces(change.old).usable
    before, after = kept_period(change.old), kept_period(change.new)
    return before is not None and after is not None and abs(after.last - before.last) > FAR


def _tell(
    db: Session, person: Person, known: Mapping[int, Sequence[SchoolNews]], now: datetime, house: House
) -> bool:
    schools = [each for school in person.schools for each in known.get(school.id, ())]
    reader = reader_of(db, person.id, house) if schools else None
    if reader is None:
        return False
    shown = [
        (school, [item(line, reader.language, _said(line, reader.language)) for line in school.lines])
        for school in schools
    ]
    usable = _any(Field.PIECES, schools)
    return write_to(
        db,
        Letter.AT_ONCE,
        reader,
        now,
        house,
        schools=shown,
        usable=usable,
        moved=_any(Field.PROMISE, schools),
    )


def _said(line: LineNews, language: str) -> list[str]:
    moved = line.changes.get(Field.PROMISE)
    return [change_sentence(moved, language)] if moved else []


def _any(field: Field, schools: Sequence[SchoolNews]) -> bool:
    return any(field in line.changes for school in schools for line in school.lines)
