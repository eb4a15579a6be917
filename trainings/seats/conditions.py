"""Why a seat cannot be booked: one chain of small conditions, the first that speaks decides.

Pages, buttons and the command line ask the same chain, so that they never say different things.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from trainings.facts import BookingState, DateState, Standing, TrainingDate
from trainings.refusals import (
    AlreadyBooked,
    AlreadyWaiting,
    Closed,
    DateCancelled,
    Full,
    HasBegun,
    HasOffer,
    NoSuchDate,
    NotOpenYet,
    OnlyForSchool,
    Overlaps,
    Refusal,
    SchoolFull,
    SeatsFree,
    YouHoldIt,
)


@dataclass(frozen=True, slots=True)
class Look:
    """All that the conditions look at. `taken` counts seats that are booked or offered, `waiting` the list,
    `of_school` the seats of the person's school; `school_id` is that school, `school_ids` are all schools of
    the person. `others` are the person's other dates with a seat. Who was `invited`, because the date grew
    out of their wish, may book before it opens. Who plans trainings `sees_all`, also dates of one school."""

    date: TrainingDate
    now: datetime
    person_id: int
    school_id: int | None
    school_ids: frozenset[int]
    standing: Standing | None
    taken: int
    waiting: int
    of_school: int
    others: Sequence[tuple[int, str, datetime, datetime]] = ()
    invited: bool = False
    sees_all: bool = False


Condition = Callable[[Look], Refusal | None]


def why_not(look: Look, *, despite_overlap: bool = False) -> Refusal | None:
    """Why the person cannot book a seat; None where they can."""
    chain = BOOKING if despite_overlap else (*BOOKING, _overlaps)
    return next((refusal for condition in chain if (refusal := condition(look))), None)


def why_not_wait(look: Look) -> Refusal | None:
    """Why the person cannot go on the waiting list; None where they can."""
    refusal = next((refusal for condition in OPEN if (refusal := condition(look))), None)
    return refusal or (None if _no_seat(look) or _school_full(look) else SeatsFree())


def cap_ends_at(date: TrainingDate) -> datetime:
    """From when on a school may have more seats than its share."""
    return date.starts_at - timedelta(days=date.school_cap_days)


def capped(date: TrainingDate, school_id: int | None, of_school: int, now: datetime) -> bool:
    """Whether the school has its share of seats already."""
    share = date.school_cap
    return share is not None and school_id is not None and of_school >= share and now < cap_ends_at(date)


def _for_others(look: Look) -> Refusal | None:
    if look.date.school_id is None or look.date.school_id in look.school_ids:
        return None
    return OnlyForSchool(look.date.school) if look.sees_all else NoSuchDate()


def _cancelled(look: Look) -> Refusal | None:
    return DateCancelled(look.date.cancel_reason) if look.date.state is DateState.CANCELLED else None


def _begun(look: Look) -> Refusal | None:
    return HasBegun(look.date.starts_at) if look.now >= look.date.starts_at else None


def _holds_it(look: Look) -> Refusal | None:
    return YouHoldIt() if look.date.trainer_id == look.person_id else None


def _has_seat(look: Look) -> Refusal | None:
    match look.standing:
        case Standing(state=BookingState.BOOKED):
            return AlreadyBooked()
        case Standing(state=BookingState.OFFERED, offer_ends_at=datetime() as until):
            return HasOffer(until)
        case Standing(state=BookingState.WAITING, place=place):
            return AlreadyWaiting(place or 1)
    return None


def _not_open(look: Look) -> Refusal | None:
    opens_at = look.date.opens_at
    return NotOpenYet(opens_at) if opens_at and look.now < opens_at and not look.invited else None


def _closed(look: Look) -> Refusal | None:
    return Closed(look.date.closes_at) if look.now >= look.date.closes_at else None


def _no_seat(look: Look) -> Refusal | None:
    return Full(look.waiting) if look.taken >= look.date.seats else None


def _school_full(look: Look) -> Refusal | None:
    if capped(look.date, look.school_id, look.of_school, look.now):
        return SchoolFull(look.date.school_cap or 0, cap_ends_at(look.date))
    return None


def _overlaps(look: Look) -> Refusal | None:
    for date_id, title, starts_at, ends_at in look.others:
        if starts_at < look.date.ends_at and look.date.starts_at < ends_at:
            return Overlaps(title, starts_at, date_id)
    return None


OPEN: tuple[Condition, ...] = (_for_others, _cancelled, _begun, _holds_it, _has_seat, _not_open, _closed)
BOOKING: tuple[Condition, ...] = (*OPEN, _no_seat, _school_full)
