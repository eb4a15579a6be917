"""Wishing for a training: one's own wishes, and those of others that mean the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.house import House
from core.people.names import fold
from core.people.person import Person, demand
from core.people.roles import Right
from trainings.facts import TrainingDate
from trainings.mails.letters import Letter, write_to
from trainings.planning.kept_texts import kept_text, needed_line
from trainings.reading import as_dates
from trainings.refusals import NoSuchWish, NumberWrong
from trainings.seats.booking import school_of
from trainings.tables import DateRow
from trainings.wishes.facts import JoinRequest, Near, OtherWish, Wish, WishDraft, WishState
from trainings.wishes.rows import (
    OPEN,
    as_other,
    group_of,
    held_wishes,
    joins_of,
    open_wishes,
    school_names,
)
from trainings.wishes.tables import JoinRow, WishRow

MOST_PEOPLE = 500
MOST_COMPARED = 500  # the latest ones
MOST_ALIKE = 5


def add_wish(db: Session, draft: WishDraft, by: Person, now: datetime) -> int:
    """The number of the wish. Who wishes for the same topic again changes the open wish. Raises NotAllowed,
    TextMissing, TextTooLong and NumberWrong."""
    person = demand(by, Right.BOOK_TRAININGS)
    topic = needed_line(draft.topic, "topic")
    if not 0 < draft.people <= MOST_PEOPLE:
        raise NumberWrong("people")
    row = _same_topic(db, topic, person) or WishRow(person_id=person.id, created_at=now)
    row.topic, row.people, row.school_id = topic, draft.people, school_of(person)
    row.details, row.times = kept_text(draft.details, "details"), kept_text(draft.times, "times")
    db.add(row)
    db.flush()
    return row.id


def my_wishes(db: Session, by: Person) -> list[Wish]:
    """Those not withdrawn, the newest first. Raises NotAllowed."""
    person = demand(by, Right.BOOK_TRAININGS)
    kept = (WishRow.person_id == person.id) & (WishRow.state != WishState.WITHDRAWN.value)
    rows = list(db.scalars(select(WishRow).where(kept).order_by(WishRow.id.desc())))
    around = _around(db, rows)
    dates = _dates(db, rows)
    return [_wish(row, around, dates) for row in rows]


def withdraw_wish(db: Session, wish_id: int, by: Person, now: datetime, house: House) -> None:
    """Takes a wish out of the person's list, whatever became of it. Whoever had asked to go together with it
    is told that it is not to be. Raises NotAllowed and NoSuchWish."""
    person = demand(by, Right.BOOK_TRAININGS)
    [row] = held_wishes(db, [wish_id])
    if row.person_id != person.id or row.state == WishState.WITHDRAWN:
        raise NoSuchWish
    waits = row.state == WishState.OPEN
    row.state = WishState.WITHDRAWN.value
    for join in joins_of(db, [row.id]):
        if waits and join.asked_id == row.id and join.accepted is None:
            join.accepted = False
            tell_asking(db, join, now, house)


def equal_wishes(db: Session, wish_id: int, by: Person, near: Near) -> list[OtherWish]:
    """Open wishes of others that mean the same as the person's, the nearest first; not those with which it
    goes together or one of the two was asked already. Raises NotAllowed and NoSuchWish."""
    person = demand(by, Right.BOOK_TRAININGS)
    rows = open_wishes(db)
    row = next((row for row in rows if row.id == wish_id and row.person_id == person.id), None)
    if row is None:
        raise NoSuchWish
    others = _not_asked(db, row, rows)[-MOST_COMPARED:]
    likeness = near(text_of(row), [text_of(other) for other in others])
    alike = [(-value, other) for value, other in zip(likeness, others, strict=True) if value > 0]
    nearest = [other for _, other in sorted(alike, key=lambda pair: pair[0])[:MOST_ALIKE]]
    schools = school_names(db, nearest)
    return [as_other(other, schools) for other in nearest]


def text_of(row: WishRow) -> str:
    """What a wish is about."""
    return f"{row.topic}\n{row.details}".strip()


def tell_asking(db: Session, join: JoinRow, now: datetime, house: House) -> None:
    """Writes to whoever asked what the answer was."""
    asking = db.get(WishRow, join.asking_id)
    if asking is not None and asking.state == WishState.OPEN:
        answer = bool(join.accepted)
        write_to(db, Letter.WISH_JOINED, asking.person_id, now, house, topic=asking.topic, answer=answer)


def _same_topic(db: Session, topic: str, person: Person) -> WishRow | None:
    own = db.scalars(
        select(WishRow).where(OPEN, WishRow.person_id == person.id).order_by(WishRow.id).with_for_update()
    )
    return next((row for row in own if fold(row.topic) == fold(topic)), None)


def _not_asked(db: Session, row: WishRow, rows: Sequence[WishRow]) -> list[WishRow]:
    joins = joins_of(db, [other.id for other in rows])
    known = group_of(row.id, [other.id for other in rows], joins)
    for join in joins:
        if row.id in (join.asking_id, join.asked_id):
            known |= {join.asking_id, join.asked_id}
    return [other for other in rows if other.person_id != row.person_id and other.id not in known]


@dataclass(frozen=True, slots=True)
class _Around:
    """The open wishes and what was asked among them."""

    wishes: Mapping[int, OtherWish]
    joins: Sequence[JoinRow]


def _around(db: Session, own: Sequence[WishRow]) -> _Around:
    if not any(row.state == WishState.OPEN for row in own):
        return _Around({}, ())
    rows = open_wishes(db)
    schools = school_names(db, rows)
    wishes = {row.id: as_other(row, schools) for row in rows}
    return _Around(wishes, joins_of(db, list(wishes)))


def _dates(db: Session, rows: Sequence[WishRow]) -> dict[int | None, TrainingDate]:
    numbers = [row.date_id for row in rows if row.date_id]
    found = db.scalars(select(DateRow).where(DateRow.id.in_(numbers))).all()
    return {date.id: replace(date, link="") for date in as_dates(db, found)}


def _wish(row: WishRow, around: _Around, dates: Mapping[int | None, TrainingDate]) -> Wish:
    open_, pending = around.wishes, [join for join in around.joins if join.accepted is None]
    group = sorted(group_of(row.id, open_, around.joins) - {row.id}) if row.id in open_ else []
    asked = [join.asked_id for join in pending if join.asking_id == row.id]
    requests = [join for join in pending if join.asked_id == row.id and row.id in open_]
    return Wish(
        id=row.id,
        topic=row.topic,
        details=row.details,
        people=row.people,
        times=row.times,
        state=WishState(row.state),
        answer=row.answer,
        date=dates.get(row.date_id),
        created_at=row.created_at,
        together=tuple(open_[number] for number in group),
        asked=tuple(open_[number] for number in asked if number in open_),
        requests=tuple(
            JoinRequest(join.id, open_[join.asking_id]) for join in requests if join.asking_id in open_
        ),
    )
