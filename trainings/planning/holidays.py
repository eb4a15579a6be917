"""School holidays: offers of seats do not run out in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.roles import Right
from trainings.planning.kept_texts import needed_line
from trainings.refusals import NoSuchHoliday, TimesWrong
from trainings.tables import HolidayRow

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Holiday:
    """From the first to the last day, both among them."""

    id: int
    name: str
    first_day: date
    last_day: date


def holidays_of(db: Session, by: Actor) -> list[Holiday]:
    """All school holidays, the earliest first. Raises NotAllowed."""
    demand_of(by, Right.PLAN_TRAININGS)
    rows = db.scalars(select(HolidayRow).order_by(HolidayRow.first_day, HolidayRow.id))
    return [Holiday(row.id, row.name, row.first_day, row.last_day) for row in rows]


def add_holiday(db: Session, name: str, first_day: date, last_day: date, by: Actor, now: datetime) -> Holiday:
    """Raises NotAllowed, TextMissing, TextTooLong and TimesWrong (last_day)."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    kept = needed_line(name, "name", LONGEST_NAME)
    if last_day < first_day:
        raise TimesWrong("last_day")
    row = HolidayRow(name=kept, first_day=first_day, last_day=last_day)
    db.add(row)
    db.flush()
    record(db, actor, Action.HOLIDAY_ADDED, f"holiday {row.id}", now)
    return Holiday(row.id, kept, first_day, last_day)


def remove_holiday(db: Session, holiday_id: int, by: Actor, now: datetime) -> None:
    """Raises NotAllowed and NoSuchHoliday."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = db.get(HolidayRow, holiday_id, with_for_update=True) if 0 < holiday_id <= LARGEST else None
    if row is None:
        raise NoSuchHoliday
    db.delete(row)
    record(db, actor, Action.HOLIDAY_REMOVED, f"holiday {holiday_id}", now)
