"""The mails about receipts: to the team, and back to the school."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.house import House
from core.local_time import local_day
from core.people.people import as_person
from core.people.person import Person, may
from core.people.roles import Right, Role
from core.people.tables import PersonRow, SchoolRow
from deliveries.mails.letters import Letter, reader_of, write_to
from deliveries.status.lines_of_rows import device_of
from deliveries.tables import OrderLineRow, ReceiptRow

VIEW = "rueckmeldungen"  # of the page about all schools


def tell_team(db: Session, line: OrderLineRow, missing: int, told: str, now: datetime, house: House) -> None:
    """What a school has said on receipt, to each member of the team."""
    school = db.get_one(SchoolRow, line.school_id)
    people = select(PersonRow.id).where(PersonRow.role == Role.TEAM.value, PersonRow.active)
    for person_id in db.scalars(people.order_by(PersonRow.id)).all():
        reader = reader_of(db, person_id, house)
        if reader:
            write_to(
                db, Letter.REMARKED, reader, now, house, school=school.name, device=str(device_of(line)),
                ordered=line.ordered, order=line.order_number, position=line.position, missing=missing,
                remarks=told, line_id=line.id, view=VIEW,
            )  # fmt: skip


def tell_school(db: Session, row: ReceiptRow, now: datetime, house: House) -> None:
    """Whoever confirmed, where they still may see the line."""
    line, person = db.get_one(OrderLineRow, row.line_id), db.get(PersonRow, row.person_id or 0)
    reader = reader_of(db, person.id, house) if person else None
    if person is None or reader is None or not _sees(as_person(person), line.school_id):
        return
    school = db.get_one(SchoolRow, line.school_id)
    write_to(
        db, Letter.SETTLED, reader, now, house, school=school.name, device=str(device_of(line)),
        confirmed_on=local_day(row.at), word=row.settled_word, line_id=line.id,
    )  # fmt: skip


def _sees(person: Person, school_id: int) -> bool:
    own = {school.id for school in person.schools}
    return may(person, Right.SEE_DELIVERIES) and school_id in own
