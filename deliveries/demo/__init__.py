"""Deliveries of a demonstration, after a city's public answer of early 2024, so that nothing is empty on the
first start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.house import House
from core.people.actor import OPERATOR
from core.people.people import person_by_email
from core.people.school_import import import_schools, read_schools
from core.people.schools import find_school
from deliveries.city.milestones import add_milestone
from deliveries.demo.told import DAYS, MILESTONES, RECEIPTS, SCHOOLS, SOURCE, TEAM, ToldMilestone, ToldReceipt
from deliveries.importing.taking import Way, import_export
from deliveries.reading.export import Export, read_export
from deliveries.receipts import confirm, settle_remark
from deliveries.tables import OrderLineRow, ReceiptRow

FOLDER = Path(__file__).resolve().parent


def make_demo_deliveries(db: Session, now: datetime, house: House) -> None:
    """Hands in the lists of the demonstration, one after the other, where there are no deliveries yet; its
    people must be there already."""
    if db.scalar(select(OrderLineRow.id).limit(1)) is not None:
        return
    import_schools(db, read_schools((FOLDER / SCHOOLS).read_bytes()), OPERATOR, now)
    for day in DAYS:
        import_export(db, demo_list(day), Way.COMMAND, OPERATOR, now, house, as_of=day)
    for milestone in MILESTONES:
        _promise(db, milestone, now)
    for receipt in RECEIPTS:
        _confirm(db, receipt, now, house)


def demo_list(day: date) -> Export:
    """The list that tells of this day. Its name says on every page where the figures come from."""
    file = FOLDER / f"lieferstand-{day.isoformat()}.csv"
    return replace(read_export(file.read_bytes(), file.name), name=SOURCE.format(day=f"{day:%d.%m.%Y}"))


def _promise(db: Session, milestone: ToldMilestone, now: datetime) -> None:
    schools = [find_school(db, name) for name in milestone.schools]
    numbers = tuple(school.id for school in schools if school)
    add_milestone(db, replace(milestone.draft, schools=numbers), OPERATOR, now)


def _confirm(db: Session, told: ToldReceipt, now: datetime, house: House) -> None:
    """Where somebody of the demonstration has been given another school, it stays unconfirmed."""
    line = OrderLineRow
    known = (line.order_number == told.order) & (line.position == told.position)
    row = db.execute(select(line.id, line.school_id).where(known)).one()
    person = person_by_email(db, told.by)
    if person is None or row.school_id not in {school.id for school in person.schools}:
        return
    confirm(db, row.id, told.missing, told.remarks, person, now, house)
    if told.answer and (team := person_by_email(db, TEAM)):
        receipt = db.scalars(select(ReceiptRow.id).where(ReceiptRow.line_id == row.id)).one()
        settle_remark(db, receipt, told.answer, team, now, house)
