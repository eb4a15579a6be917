"""Once a week: one mail to each person who wants it, about all of their schools, where something has
changed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import Database
from core.house import House
from core.local_time import local_day
from core.people.people import as_person
from core.people.person import may
from core.people.roles import Right
from core.people.tables import PersonRow
from deliveries.facts import Field
from deliveries.mails.letters import Letter, reader_of, write_to
from deliveries.notices.items import item
from deliveries.notices.news import LineNews, news, own_lines, told_changes
from deliveries.notices.times import week_begins
from deliveries.tables import LineChangeRow, NoticeChoiceRow
from deliveries.words.sentences import change_sentence

# A list that is being taken when the week begins is told of a week later: it is not there yet as a whole.
STILL_COMING_IN = timedelta(minutes=10)
TOLD = (Field.CREATED, Field.ORDERED, Field.STAGE, Field.DELIVERED, Field.PROMISE)


def tell_of_the_week(database: Database, now: datetime, house: House) -> int:
    """How many mails were written. Each person in a transaction of their own."""
    until = week_begins(now) - STILL_COMING_IN
    due = select(NoticeChoiceRow.person_id).where(NoticeChoiceRow.weekly, NoticeChoiceRow.told_until < until)
    with database.read() as db:
        people = list(db.scalars(due.order_by(NoticeChoiceRow.person_id)))
    told = 0
    for person_id in people:
        with database.write.begin() as db:
            told += _tell(db, person_id, until, now, house)
    return told


def _tell(db: Session, person_id: int, until: datetime, now: datetime, house: House) -> bool:
    choice = db.get(NoticeChoiceRow, person_id, with_for_update=True, populate_existing=True)
    if choice is None or not choice.weekly or choice.told_until >= until:
        return False  # stopped, or told by another process
    since, choice.told_until = choice.told_until, until
    reader, row = reader_of(db, person_id, house), db.get(PersonRow, person_id)
    person = as_person(row) if row else None
    if reader is None or person is None or not may(person, Right.SEE_DELIVERIES):
        return False
    window = LineChangeRow.at > since, LineChangeRow.at <= until
    schools = news(db, person, told_changes(db, own_lines(person), *window), local_day(now))
    if not schools:
        return False
    shown = [
        (school, [item(line, reader.language, said(line, reader.language)) for line in school.lines])
        for school in schools
    ]
    return write_to(db, Letter.WEEKLY, reader, now, house, schools=shown)


def said(line: LineNews, language: str) -> list[str]:
    """What is different, in sentences; of a line that is new only that."""
    fields = (Field.CREATED,) if Field.CREATED in line.changes else TOLD
    return [change_sentence(line.changes[field], language) for field in fields if field in line.changes]
