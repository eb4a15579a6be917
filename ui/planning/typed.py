"""What stands in the form of a date, and the draft that it makes. Times are those of the clock on the wall:
a deadline three days before is at the same hour, also across a change of the clocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from core.local_time import HERE
from trainings.facts import DateKind
from trainings.planning.dates import DateDraft

DAY = timedelta(days=1)
CLOSES, CANCEL, DECIDE = DAY, 3 * DAY, 3 * DAY
AFTERNOON, EVENING, MORNING = time(14), time(16), time(8)
LATEST = 23 * 60 + 45


@dataclass(frozen=True, slots=True)
class Typed:
    """`over_days` is how many days later it ends; `closes`, `cancel` and `decide` are how long before the
    start; `opens_on` is None where it is open at once. `cap` is None where a school may have as many seats as
    there are."""

    training_id: int | None = None
    day: date | None = None
    begins: time = AFTERNOON
    ends: time = EVENING
    over_days: int = 0
    kind: DateKind = DateKind.FABLAB
    place: str = ""
    link: str = ""
    resource_ids: tuple[int, ...] = ()
    trainer_id: int | None = None
    school_id: int | None = None
    seats: int = 12
    minimum: int = 4
    cap: int | None = None
    cap_days: int = 7
    opens_on: date | None = None
    opens_at: time = MORNING
    closes: timedelta = CLOSES
    cancel: timedelta = CANCEL
    decide: timedelta = DECIDE


def moment(day: date, clock: time) -> datetime:
    """The moment at which clocks in the city show it on that day."""
    return datetime.combine(day, clock, HERE).astimezone(UTC)


def before(starts_at: datetime, distance: timedelta) -> datetime:
    """So long before the start, by the clock on the wall."""
    return (_wall(starts_at) - distance).replace(tzinfo=HERE).astimezone(UTC)


def distance(earlier: datetime, starts_at: datetime) -> timedelta:
    """How long before the start a moment is, by the clock on the wall."""
    return _wall(starts_at) - _wall(earlier)


def fitting(wanted: timedelta, starts_at: datetime, now: datetime) -> timedelta:
    """The distance, or as many days of it as leave people a day from now; none where there is no such."""
    days = range(wanted // DAY, 0, -1)
    return next((count * DAY for count in days if before(starts_at, count * DAY) >= now + DAY), 0 * DAY)


def later(clock: time, minutes: int) -> time:
    """So many minutes later on the same day, at most until a quarter to midnight."""
    hours, rest = divmod(min(clock.hour * 60 + clock.minute + minutes, LATEST), 60)
    return time(hours, rest)


def minutes_between(begins: time, ends: time) -> int:
    return (ends.hour - begins.hour) * 60 + ends.minute - begins.minute


def draft(typed: Typed, training_id: int, day: date) -> DateDraft:
    """What the form says; place, rooms and link only where the kind of date has them."""
    starts_at = moment(day, typed.begins)
    online = typed.kind is DateKind.ONLINE
    return DateDraft(
        training_id=training_id,
        starts_at=starts_at,
        ends_at=moment(day + typed.over_days * DAY, typed.ends),
        kind=typed.kind,
        place="" if online else typed.place,
        link=typed.link.strip() if online else "",
        trainer_id=typed.trainer_id,
        seats=typed.seats,
        minimum=typed.minimum,
        opens_at=moment(typed.opens_on, typed.opens_at) if typed.opens_on else None,
        closes_at=before(starts_at, typed.closes),
        cancel_until=before(starts_at, typed.cancel),
        decide_at=before(starts_at, typed.decide),
        school_cap=typed.cap,
        school_cap_days=typed.cap_days if typed.cap else 0,
        school_id=typed.school_id,
        resource_ids=() if online else typed.resource_ids,
    )


def typed_of(draft: DateDraft) -> Typed:
    """What the form of a date begins with."""
    begins, ends = draft.starts_at.astimezone(HERE), draft.ends_at.astimezone(HERE)
    opens = draft.opens_at.astimezone(HERE) if draft.opens_at else None
    return Typed(
        training_id=draft.training_id,
        day=begins.date(),
        begins=begins.time(),
        ends=ends.time(),
        over_days=(ends.date() - begins.date()).days,
        kind=DateKind(draft.kind),
        place=draft.place,
        link=draft.link,
        resource_ids=tuple(draft.resource_ids),
        trainer_id=draft.trainer_id,
        school_id=draft.school_id,
        seats=draft.seats,
        minimum=draft.minimum,
        cap=draft.school_cap,
        cap_days=draft.school_cap_days,
        opens_on=opens.date() if opens else None,
        opens_at=opens.time() if opens else MORNING,
        closes=distance(draft.closes_at, draft.starts_at),
        cancel=distance(draft.cancel_until, draft.starts_at),
        decide=distance(draft.decide_at, draft.starts_at),
    )


def on_days(typed: Typed, training_id: int, days: Sequence[date]) -> list[DateDraft]:
    """The same date on each of the days."""
    return [draft(replace(typed, day=day), training_id, day) for day in days]


def news(now: DateDraft, wanted: DateDraft) -> bool:
    """Whether people with a seat must be told: another training, time, place, link or trainer."""
    told = ("training_id", "starts_at", "ends_at", "kind", "place", "link", "trainer_id")
    return any(getattr(now, name) != getattr(wanted, name) for name in told)


def _wall(moment: datetime) -> datetime:
    return moment.astimezone(HERE).replace(tzinfo=None)
