"""Dates as those see them who plan or hold them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.actor import Actor, Operator, demand_of
from core.people.roles import Right
from trainings.facts import BookingState, TrainingDate
from trainings.reading import dates_where
from trainings.refusals import NoSuchDate
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow


@dataclass(frozen=True, slots=True)
class Overview:
    """A date and how many have booked, are asked whether they want a seat, and wait."""

    date: TrainingDate
    booked: int
    offered: int
    waiting: int

    @property
    def free(self) -> int:
        return max(0, self.date.seats - self.booked - self.offered)


def planned_dates(db: Session, by: Actor, now: datetime, *, past: bool = False) -> list[Overview]:
    """Dates that have not ended, the next first; with `past` those that have, the latest first. Those that
    were cancelled are among them. Who plans sees all, a trainer their own. Raises NotAllowed."""
    if past:
        return _overviews(db, within_reach(by) & (DateRow.ends_at <= now))[::-1]
    return _overviews(db, within_reach(by) & (DateRow.ends_at > now))


def planned_date(db: Session, date_id: int, by: Actor) -> Overview:
    """One of them. Raises NotAllowed and NoSuchDate."""
    reach = within_reach(by)
    found = _overviews(db, reach & (DateRow.id == date_id)) if 0 < date_id <= LARGEST else []
    if not found:
        raise NoSuchDate
    return found[0]


def within_reach(by: Actor) -> ColumnElement[bool]:
    """The dates that somebody may look after. Raises NotAllowed."""
    number = demand_of(by, Right.HOLD_TRAININGS)
    if isinstance(by, Operator) or Right.PLAN_TRAININGS in by.rights:
        return true()
    return DateRow.trainer_id == number


def _overviews(db: Session, which: ColumnElement[bool]) -> list[Overview]:
    counts = _counts(db, which)
    return [_overview(date, counts[date.id]) for date in dates_where(db, which)]


def _overview(date: TrainingDate, counts: Counter[str]) -> Overview:
    booked, offered = counts[BookingState.BOOKED.value], counts[BookingState.OFFERED.value]
    return Overview(date, booked, offered, counts[BookingState.WAITING.value])


def _counts(db: Session, which: ColumnElement[bool]) -> defaultdict[int, Counter[str]]:
    counted = (
        select(BookingRow.date_id, BookingRow.state, func.count())
        .join(DateRow, DateRow.id == BookingRow.date_id)
        .where(which)
        .group_by(BookingRow.date_id, BookingRow.state)
    )
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for date_id, state, count in db.execute(counted):
        counts[date_id][state] = count
    return counts
