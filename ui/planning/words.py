"""Days and distances in words, as plans need them; the rest stands in `when`."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from core.local_time import local_day
from trainings.facts import Training
from ui.texts import Texts
from ui.trainings.when import clock, duration, whole_day

DAY = timedelta(days=1)


def short_day(day: date, t: Texts) -> str:
    """ "Di, 24.11.2026"."""
    return f"{t.planning.short_weekdays.split()[day.weekday()]}, {day:%d.%m.%Y}"


def from_to(starts_at: datetime, ends_at: datetime, t: Texts) -> str:
    """ "Dienstag, 24. November 2026, 14:00 bis 16:00 Uhr"."""
    day = whole_day(local_day(starts_at), t)
    return t.trainings.span.format(day=day, start=clock(starts_at), end=clock(ends_at))


def ahead(distance: timedelta, t: Texts) -> str:
    """How long before the start: "bis zum Beginn", "2 Stunden vorher", "3 Tage vorher"."""
    days, rest = distance // DAY, int((distance % DAY).total_seconds()) // 60
    told = [counted(days, t.planning.one_day, t.planning.days)] if days > 0 else []
    told += [duration(rest, t)] if rest else []
    return t.planning.before_it.format(distance=" ".join(told)) if told else t.planning.until_the_start


def counted(number: int, one: str, many: str) -> str:
    """The sentence for one or for several, with the number filled in."""
    return one if number == 1 else many.format(count=number)


def about_training(training: Training, t: Texts) -> list[str]:
    """How long it takes, for whom it is, what it is about: short facts."""
    audience = ", ".join(training.audience) or t.planning.for_all_kinds
    subjects = ", ".join([*training.devices, *training.topics])
    return [duration(training.minutes, t), training.level, audience, subjects]
