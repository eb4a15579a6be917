"""Whether a line is late: computed here and nowhere else, from the promise that was valid then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from deliveries.facts import Period

# A list that old says nothing about today: what was open then is judged as of its day.
TELLS_OF_TODAY = timedelta(days=90)


class Standing(StrEnum):
    """How a line stands to what was promised."""

    DONE = "done"  # all pieces have arrived, in time or nobody had promised a time
    CAME_LATE = "came_late"  # all have arrived, after the last day of the promise that was valid then
    ON_TIME = "on_time"
    MOVED = "moved"  # the promise was moved to a later day, which has not come yet
    LATE = "late"  # the promised time is over and pieces are missing
    UNPROMISED = "unpromised"  # no time is promised
    STOPPED = "stopped"  # nothing more is to come: cancelled


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise and the day since which it has been valid; `period` is None from the day on which a promise
    was taken back. `why` is the reason that was given."""

    since: date
    period: Period | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`days` is how many days late: until it came, or until `judged_on`. `period` is the promise that counts,
    `before` the one before its last move, and `why` the reason of that move."""

    standing: Standing
    days: int
    period: Period | None
    before: Period | None
    why: str
    judged_on: date


def judged_on(as_of: date, today: date) -> date:
    """The day on which open pieces are judged: today, or the day of the last list where that is long ago."""
    return today if today - as_of <= TELLS_OF_TODAY else as_of


def judged(
    promises: Sequence[Promise],
    *,
    coming: int,
    wanted: int,
    arrived_on: date | None,
    as_of: date,
    today: date,
) -> Judgement:
    """Judges a line by all promises that were given for it, oldest first. `coming` pieces of `wanted` have
    not arrived; `arrived_on` is the day on which the last of the others did."""
    day = judged_on(as_of, today)
    if wanted == 0:
        return Judgement(Standing.STOPPED, 0, None, None, "", day)
    if coming == 0:
        return _came(promises, arrived_on or as_of, day)
    period, before, why = _moves(promises)
    if period is None:
        return Judgement(Standing.UNPROMISED, 0, None, before, why, day)
    if period.last < day:
        return Judgement(Standing.LATE, (day - period.last).days, period, before, why, day)
    later = before is not None and before.last < period.last
    return Judgement(Standing.MOVED if later else Standing.ON_TIME, 0, period, before, why, day)


def _came(promises: Sequence[Promise], on: date, day: date) -> Judgement:
    valid = [promise for promise in promises if promise.since < on]  # what was here already was never late
    period, before, why = _moves(valid)
    late = (on - period.last).days if period and on > period.last else 0
    return Judgement(Standing.CAME_LATE if late else Standing.DONE, late, period, before, why, day)


def _moves(promises: Sequence[Promise]) -> tuple[Period | None, Period | None, str]:
    """The promise that counts, the other one that counted before it, and why it was moved."""
    if not promises:
        return None, None, ""
    last = promises[-1]
    before = [promise.period for promise in promises[:-1] if not same(promise.period, last.period)]
    earlier = [period for period in before if period]
    return last.period, (earlier[-1] if earlier else None), last.why


def same(one: Period | None, other: Period | None) -> bool:
    """Whether two promises mean the same days, however they were written."""
    if one is None or other is None:
        return one is other
    return (one.first, one.last) == (other.first, other.last)
