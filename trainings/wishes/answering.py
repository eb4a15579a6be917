"""What the team makes of wishes: a date of which all who wished are told first, or a no with a reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.house import House
from core.people.actor import Actor, demand_of
from core.people.roles import Right
from core.people.tables import PersonRow
from trainings.facts import DateState
from trainings.mails.letters import Letter, write_to
from trainings.planning.kept_texts import needed_text
from trainings.reading import as_date
from trainings.refusals import DateCancelled, HasBegun, NoSuchDate, NoSuchWish
from trainings.seats.holding import hold
from trainings.tables import DateRow
from trainings.wishes.facts import TeamWish, WishGroup, WishState
from trainings.wishes.rows import joins_of, open_wishes, school_names, together
from trainings.wishes.tables import WishRow


def wishes_for_team(db: Session, by: Actor) -> list[WishGroup]:
    """The open wishes in the groups in which they were joined: those of most people first, then the oldest.
    Raises NotAllowed."""
    demand_of(by, Right.PLAN_TRAININGS)
    rows = open_wishes(db)
    known = {wish.id: wish for wish in _team_wishes(db, rows)}
    groups = together(known, joins_of(db, list(known)))
    found = [WishGroup(tuple(known[number] for number in sorted(group))) for group in groups]
    return sorted(found, key=lambda group: (-group.people, group.wishes[0].id))


def plan_wishes(
    db: Session, wish_ids: Collection[int], date_id: int, by: Actor, now: datetime, house: House
) -> int:
    """The wishes, and all that go together with them, become this date: whoever wished is told and may book
    before it opens. Returns how many wishes they were. Raises NotAllowed, NoSuchWish, NoSuchDate (also where
    the date is for another school alone), DateCancelled and HasBegun."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    date = _coming(db, date_id, now)
    rows = _whole_groups(db, wish_ids)
    if date.school_id and any(row.school_id != date.school_id for row in rows):
        raise NoSuchDate
    told = as_date(db, date)
    for row in rows:
        row.state, row.date_id = WishState.PLANNED.value, date.id
        record(db, actor, Action.WISH_ANSWERED, f"wish {row.id} planned as date {date.id}", now)
        write_to(db, Letter.WISH_PLANNED, row.person_id, now, house, date=told, topic=row.topic)
    return len(rows)


def decline_wish(db: Session, wish_id: int, answer: str, by: Actor, now: datetime, house: House) -> None:
    """The wish cannot be fulfilled; whoever wished is told why. Raises NotAllowed, NoSuchWish, TextMissing
    and TextTooLong."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    said = needed_text(answer, "answer")
    row = next((row for row in open_wishes(db, kept=True) if row.id == wish_id), None)
    if row is None:
        raise NoSuchWish
    row.state, row.answer = WishState.DECLINED.value, said
    record(db, actor, Action.WISH_ANSWERED, f"wish {row.id} declined", now)
    write_to(db, Letter.WISH_DECLINED, row.person_id, now, house, topic=row.topic, answer=said)


def _coming(db: Session, date_id: int, now: datetime) -> DateRow:
    if not 0 < date_id <= LARGEST:
        raise NoSuchDate
    date = hold(db, date_id)
    if date.state != DateState.PLANNED:
        raise DateCancelled(date.cancel_reason)
    if date.starts_at <= now:
        raise HasBegun(date.starts_at)
    return date


def _whole_groups(db: Session, wish_ids: Collection[int]) -> list[WishRow]:
    """The open wishes with these numbers and all that go together with them, kept from all others."""
    rows = {row.id: row for row in open_wishes(db, kept=True)}
    if not wish_ids or not rows.keys() >= set(wish_ids):
        raise NoSuchWish
    groups = together(rows, joins_of(db, list(rows)))
    wanted = {number for group in groups if group & set(wish_ids) for number in group}
    return [row for number, row in rows.items() if number in wanted]


def _team_wishes(db: Session, rows: Sequence[WishRow]) -> list[TeamWish]:
    schools = school_names(db, rows)
    numbers = {row.person_id for row in rows}
    found = db.execute(select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(numbers)))
    people = {row.id: row.name for row in found}
    return [
        TeamWish(
            row.id,
            row.topic,
            row.details,
            row.people,
            row.times,
            people[row.person_id],
            row.school_id,
            schools.get(row.school_id, ""),
            row.created_at,
        )
        for row in rows
    ]
