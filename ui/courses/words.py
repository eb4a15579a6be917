"""When a date is, who holds it and how full it is, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from core.local_time import local_day
from trainings.facts import TrainingDate
from ui.escaping import as_html
from ui.staff.fields import joined
from ui.texts import Texts
from ui.trainings.when import clock, span


def span_from(date: TrainingDate, now: datetime, t: Texts) -> str:
    """As `span`, but "Heute, 14:00 bis 16:00 Uhr" on the day itself."""
    if {local_day(date.starts_at), local_day(date.ends_at)} != {local_day(now)}:
        return span(date, t)
    return t.courses.span_today.format(start=clock(date.starts_at), end=clock(date.ends_at))


def held_by(date: TrainingDate, person_id: int, t: Texts) -> str:
    """Who holds it, unless it is the reader."""
    if date.trainer_id == person_id:
        return ""
    return t.courses.of_trainer.format(name=date.trainer) if date.trainer else t.courses.without_trainer


def how_full(date: TrainingDate, taken: int, waiting: int, t: Texts) -> str:
    """Seats, minimum, waiting list: what there is to say of each."""
    return joined(_how_full(date, taken, waiting, t))


def _how_full(date: TrainingDate, taken: int, waiting: int, t: Texts) -> Iterator[str]:
    pattern = t.courses.full if taken >= date.seats else t.courses.taken
    yield pattern.format(taken=taken, seats=date.seats)
    if taken < date.minimum:
        yield t.courses.below_minimum.format(count=date.minimum - taken)
    if waiting:
        yield counted(waiting, "", t.courses.one_waits, t.courses.many_wait)


def counted(count: int, none: str, one: str, many: str) -> str:
    return {0: none, 1: one}.get(count, many).format(count=count)


def paragraphs(lines: Iterable[str]) -> str:
    """As HTML, without those that are empty."""
    return "".join(f"<p>{as_html(line)}</p>" for line in lines if line)
