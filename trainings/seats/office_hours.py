"""When people can be expected to read a mail: by day, on school days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import holidays
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.local_time import HERE
from trainings.tables import HolidayRow

MORNING, EVENING = time(8), time(18)
SATURDAY = 5
# Counted by office hours: somebody who is asked on Friday afternoon has until Monday evening.
TO_ANSWER = timedelta(hours=12)
TO_ANSWER_LATE = timedelta(hours=2)
LATE = timedelta(hours=48)
# Who is next must still be able to come.
LEFT_FOR_THE_NEXT = timedelta(hours=24)
REMINDERS = (1, 3)  # days before the start
FARTHEST = 200  # days to look ahead


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """The days on which there is school: `free` are the first and last days of holidays, `state` the one
    whose public holidays count."""

    state: str
    free: tuple[tuple[date, date], ...] = field(default=())

    def has(self, day: date) -> bool:
        within = any(first <= day <= last for first, last in self.free)
        return day.weekday() < SATURDAY and not within and day not in _public(self.state, day.year)


def school_days(db: Session, state: str) -> SchoolDays:
    rows = db.execute(select(HolidayRow.first_day, HolidayRow.last_day).order_by(HolidayRow.first_day))
    return SchoolDays(state, tuple((row.first_day, row.last_day) for row in rows))


def is_late(now: datetime, starts_at: datetime) -> bool:
    """Whether a seat that becomes free now comes too late for a long list."""
    return starts_at - now < LATE


def offer_ends_at(now: datetime, starts_at: datetime, days: SchoolDays) -> datetime:
    """Until when an offered seat is kept: twelve office hours; fewer where a day must be left for the next
    one, and two where it is late. In office hours, unless the date itself begins outside them. Never beyond
    the start."""
    at_least = min(after(now, TO_ANSWER_LATE, days), starts_at)
    if is_late(now, starts_at):
        return at_least
    latest = _last_opening(now, starts_at - LEFT_FOR_THE_NEXT, days)
    return max(at_least, min(after(now, TO_ANSWER, days), latest))


def _last_opening(now: datetime, until: datetime, days: SchoolDays) -> datetime:
    """The last moment of office hours up to then; now where there is none."""
    last = now
    for opens, closes in _openings(now, days):
        if opens >= until:
            break
        last = min(closes, until)
    return last


def reminder_due(now: datetime, starts_at: datetime) -> int | None:
    """The reminder whose time has come, in days before the start; None where it is too early for any."""
    return next((days for days in REMINDERS if starts_at - now <= timedelta(days=days)), None)


def after(now: datetime, hours: timedelta, days: SchoolDays) -> datetime:
    """The moment at which so many office hours have gone by; clock changes move no office hour."""
    left = hours
    for opens, closes in _openings(now, days):
        begins = max(opens, now)
        if closes - begins >= left:
            return begins + left
        left -= closes - begins
    return now + timedelta(days=FARTHEST)


def _openings(now: datetime, days: SchoolDays) -> Iterator[tuple[datetime, datetime]]:
    """When there are office hours from now on; in UTC, where hours can be counted."""
    today = now.astimezone(HERE).date()
    for ahead in range(FARTHEST):
        day = today + timedelta(days=ahead)
        closes = datetime.combine(day, EVENING, HERE).astimezone(UTC)
        if days.has(day) and closes > now:
            yield datetime.combine(day, MORNING, HERE).astimezone(UTC), closes


@lru_cache(maxsize=50)
def _public(state: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("DE", subdiv=state, years=year))
