"""Trainings, dates and bookings as the rest of the house sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.people.person import SchoolKind

# The reason of a date that was cancelled by itself, because fewer than its minimum had booked.
TOO_FEW = "too_few"


class ResourceKind(StrEnum):
    ROOM = "room"
    MACHINE = "machine"


class DateKind(StrEnum):
    """Where a date takes place."""

    FABLAB = "fablab"
    ONLINE = "online"
    SCHOOL = "school"


class DateState(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"


class BookingState(StrEnum):
    BOOKED = "booked"
    OFFERED = "offered"  # a seat is kept for the person until the offer ends
    WAITING = "waiting"
    GONE = "gone"


class GoneAs(StrEnum):
    """Why somebody no longer has a seat or a place in the list."""

    CANCELLED = "cancelled"
    CANCELLED_LATE = "cancelled_late"
    LEFT = "left"  # the waiting list
    REFUSED = "refused"  # an offer
    EXPIRED = "expired"  # an offer that nobody answered
    DATE_CANCELLED = "date_cancelled"
    REMOVED = "removed"  # by trainer or team
    OVER = "over"  # the date began while the person was still waiting


@dataclass(frozen=True, slots=True)
class Resource:
    id: int
    name: str
    kind: ResourceKind
    place: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Training:
    """`audience` are kinds of school, none means all. `devices` are names of knowledge.devices."""

    id: int
    title: str
    aim: str
    audience: tuple[SchoolKind, ...]
    level: str
    devices: tuple[str, ...]
    topics: tuple[str, ...]
    minutes: int
    preparation: str
    certificate_minutes: int
    authorises: Resource | None = None
    authorises_months: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class TrainingDate:
    """`link` is empty for whoever has no seat. `school` is the school for which alone the date is held."""

    id: int
    training: Training
    series: str | None
    starts_at: datetime
    ends_at: datetime
    kind: DateKind
    place: str
    link: str
    trainer_id: int | None
    trainer: str
    seats: int
    minimum: int
    opens_at: datetime | None
    closes_at: datetime
    cancel_until: datetime
    decide_at: datetime
    school_cap: int | None
    school_cap_days: int
    school_id: int | None
    school: str
    state: DateState
    cancel_reason: str
    resources: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person stands to a date. `place` is the place in the waiting list, from 1."""

    booking_id: int
    state: BookingState
    place: int | None = None
    offer_ends_at: datetime | None = None
    short_notice: bool = False
    gone_as: GoneAs | None = None
    attended: bool | None = None
    certificate: str | None = None
    feedback_given: bool = False


def each(words: Sequence[str]) -> tuple[str, ...]:
    """The words, cleaned, each once and none empty."""
    return tuple(dict.fromkeys(word for word in (" ".join(word.split()) for word in words) if word))
