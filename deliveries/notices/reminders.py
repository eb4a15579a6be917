"""Reminders to confirm what has been set up: to the heads of the school, at most two for a line, all lines of
a day in one mail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.database import Database
from core.house import House
from core.local_time import local_day
from core.people.people import as_person
from core.people.person import Person
from core.people.roles import Role
from core.people.tables import MembershipRow, PersonRow
from deliveries.mails.letters import Letter, reader_of, write_to
from deliveries.notices.items import item
from deliveries.notices.news import news
from deliveries.notices.times import is_daytime
from deliveries.tables import OrderLineRow, ReceiptRow

FIRST, SECOND = timedelta(days=7), timedelta(days=21)
# Who is reminded for the first time later than this is reminded once: the second would follow at its heels.
LATE = timedelta(days=14)
FORGOTTEN = timedelta(days=60)


def remind(database: Database, now: datetime, house: House) -> int:
    """How many mails were written."""
    if not is_daytime(now):
        return 0
    due = _due(local_day(now))
    with database.read() as db:
        if db.scalar(select(OrderLineRow.id).where(due).limit(1)) is None:
            return 0
    with database.write.begin() as db:
        # Held, so that two processes remind of nothing twice.
        rows = db.scalars(select(OrderLineRow).where(due).order_by(OrderLineRow.id).with_for_update()).all()
        return _remind(db, rows, now, house)


def _due(today: date) -> ColumnElement[bool]:
    line = OrderLineRow
    confirmed = select(ReceiptRow.id).where(ReceiptRow.line_id == line.id).exists()
    never = (line.reminded == 0) & (line.usable_on <= today - FIRST)
    once = (line.reminded == 1) & (line.usable_on <= today - SECOND)
    return ~confirmed & (never | once) & (line.usable_on > today - FORGOTTEN)


def _remind(db: Session, rows: Sequence[OrderLineRow], now: datetime, house: House) -> int:
    today, due = local_day(now), {row.id for row in rows}
    heads = _heads(db, {row.school_id for row in rows})
    written = sum(_write(db, head, due, now, house) for head in heads)
    told = {school.id for head in heads for school in head.schools}
    for row in rows:
        if row.school_id in told and row.usable_on:
            row.reminded = 1 if row.reminded == 0 and today - row.usable_on < LATE else 2
    return written


def _heads(db: Session, schools: set[int]) -> list[Person]:
    there = select(MembershipRow.person_id).where(MembershipRow.school_id.in_(schools))
    heads = (PersonRow.role == Role.HEAD.value) & PersonRow.active & PersonRow.id.in_(there)
    return [as_person(row) for row in db.scalars(select(PersonRow).where(heads).order_by(PersonRow.id))]


def _write(db: Session, head: Person, due: set[int], now: datetime, house: House) -> bool:
    schools = news(db, head, {line_id: {} for line_id in due}, local_day(now))
    reader = reader_of(db, head.id, house)
    if reader is None or not schools:
        return False
    shown = [(school, [item(line, reader.language) for line in school.lines]) for school in schools]
    return write_to(db, Letter.CONFIRM, reader, now, house, schools=shown)
