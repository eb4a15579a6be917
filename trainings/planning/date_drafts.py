"""What can be said of a date, and whether it fits together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from core.local_time import HERE
from trainings.facts import DateKind, TrainingDate
from trainings.planning.kept_texts import kept_line
from trainings.refusals import LinkWrong, NumberWrong, TextMissing, TimesWrong

LONGEST_LINK = 500
LONGEST = timedelta(days=14)
MOST_SEATS = 1000
MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class DateDraft:
    """See trainings.tables.DateRow."""

    training_id: int
    starts_at: datetime
    ends_at: datetime
    kind: DateKind
    place: str
    link: str
    trainer_id: int | None
    seats: int
    minimum: int
    opens_at: datetime | None
    closes_at: datetime
    cancel_until: datetime
    decide_at: datetime
    school_cap: int | None = None
    school_cap_days: int = 0
    school_id: int | None = None
    resource_ids: tuple[int, ...] = ()


def draft_of(date: TrainingDate) -> DateDraft:
    return DateDraft(
        training_id=date.training.id,
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        kind=date.kind,
        place=date.place,
        link=date.link,
        trainer_id=date.trainer_id,
        seats=date.seats,
        minimum=date.minimum,
        opens_at=date.opens_at,
        closes_at=date.closes_at,
        cancel_until=date.cancel_until,
        decide_at=date.decide_at,
        school_cap=date.school_cap,
        school_cap_days=date.school_cap_days,
        school_id=date.school_id,
        resource_ids=tuple(sorted(resource.id for resource in date.resources)),
    )


def moved(draft: DateDraft, starts_at: datetime) -> DateDraft:
    """The same at another time: end and deadlines keep their distance and their time of day, also where the
    clocks are changed in between."""

    def along(moment: datetime) -> datetime:
        # Within one zone Python counts by the clock on the wall.
        distance = moment.astimezone(HERE) - draft.starts_at.astimezone(HERE)
        return (starts_at.astimezone(HERE) + distance).astimezone(UTC)

    return replace(
        draft,
        starts_at=starts_at,
        ends_at=along(draft.ends_at),
        opens_at=along(draft.opens_at) if draft.opens_at else None,
        closes_at=along(draft.closes_at),
        cancel_until=along(draft.cancel_until),
        decide_at=along(draft.decide_at),
    )


def kept_draft(draft: DateDraft, now: datetime, before: DateDraft | None = None) -> DateDraft:
    """The draft as it is kept; `before` is what it changes. Raises TimesWrong, NumberWrong, TextMissing,
    TextTooLong and LinkWrong."""
    _demand_order(draft)
    _demand_ahead(draft, now, before)
    _demand_numbers(draft)
    place = kept_line(draft.place, "place")
    if draft.kind is DateKind.SCHOOL and not place and draft.school_id is None:
        raise TextMissing("place")
    resources = tuple(sorted(set(draft.resource_ids)))
    return replace(draft, place=place, link=_kept_link(draft.link), resource_ids=resources)


def _demand_order(draft: DateDraft) -> None:
    start = draft.starts_at
    wrong = {
        "ends_at": not start < draft.ends_at <= start + LONGEST,
        "closes_at": draft.closes_at > start,
        "opens_at": draft.opens_at is not None and draft.opens_at >= draft.closes_at,
        "cancel_until": draft.cancel_until > start,
        "decide_at": draft.decide_at > start,
    }
    for field in (field for field, is_wrong in wrong.items() if is_wrong):
        raise TimesWrong(field)


def _demand_ahead(draft: DateDraft, now: datetime, before: DateDraft | None) -> None:
    """Nobody could book a new date that has closed, and one whose minimum is looked at in the past would be
    cancelled at once."""
    if draft.starts_at <= now:
        raise TimesWrong("starts_at")
    if before is None and draft.closes_at <= now:
        raise TimesWrong("closes_at")
    is_new = before is None or draft.decide_at != before.decide_at
    if is_new and draft.minimum > 0 and draft.decide_at <= now:
        raise TimesWrong("decide_at")


def _demand_numbers(draft: DateDraft) -> None:
    share = draft.school_cap
    wrong = {
        "seats": not 0 < draft.seats <= MOST_SEATS,
        "minimum": not 0 <= draft.minimum <= draft.seats,
        "school_cap": share is not None and not 0 < share <= MOST_SEATS,
        "school_cap_days": not 0 <= draft.school_cap_days <= MOST_DAYS,
    }
    for field in (field for field, is_wrong in wrong.items() if is_wrong):
        raise NumberWrong(field)


def _kept_link(link: str) -> str:
    kept = kept_line(link, "link", LONGEST_LINK)
    if kept and (" " in kept or not _is_https(kept)):
        raise LinkWrong
    return kept


def _is_https(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname)
