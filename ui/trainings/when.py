"""When a date is, as people say it: "Dienstag, 24. November 2026, 14:00 bis 16:00 Uhr"."""

from __future__ import annotations

from datetime import date, datetime

from core.local_time import HERE, local_day
from trainings.facts import TrainingDate
from ui.texts import Texts

HOUR = 60


def weekday(when: date, t: Texts) -> str:
    return t.trainings.weekdays.split()[when.weekday()]


def month(when: date, t: Texts) -> str:
    """ "November 2026"."""
    return t.trainings.month.format(month=month_name(when, t), year=when.year)


def month_name(when: date, t: Texts) -> str:
    return t.months.split()[when.month - 1]


def whole_day(when: date, t: Texts) -> str:
    """ "Dienstag, 24. November 2026"."""
    day = t.day.format(day=when.day, month=month_name(when, t), year=when.year)
    return t.trainings.weekday_and_day.format(weekday=weekday(when, t), day=day)


def moment(when: datetime, t: Texts) -> str:
    """ "Dienstag, 24. November 2026, 14:00 Uhr"."""
    return t.trainings.moment.format(day=whole_day(local_day(when), t), time=clock(when))


def span(date: TrainingDate, t: Texts) -> str:
    """From start to end; the day once, where it is one."""
    return between(date.starts_at, date.ends_at, t)


def between(starts_at: datetime, ends_at: datetime, t: Texts) -> str:
    """The same for two moments."""
    first, last = local_day(starts_at), local_day(ends_at)
    if first != last:
        return t.trainings.span_of_days.format(start=moment(starts_at, t), end=moment(ends_at, t))
    return t.trainings.span.format(day=whole_day(first, t), start=clock(starts_at), end=clock(ends_at))


def clock(when: datetime) -> str:
    """ "14:00"."""
    return f"{when.astimezone(HERE):%H:%M}"


def duration(minutes: int, t: Texts) -> str:
    """ "45 Minuten", "1 Stunde", "1 Stunde 30 Minuten"."""
    hours, rest = divmod(minutes, HOUR)
    parts = [_counted(hours, t.trainings.one_hour, t.trainings.hours)] if hours else []
    parts += [t.trainings.minutes.format(count=rest)] if rest or not hours else []
    return " ".join(parts)


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)
