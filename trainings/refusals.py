"""Why something about trainings cannot be done: facts. Their sentences, and what to do instead, stand in the
interface's texts.

They are not frozen: Python itself writes the traceback into an exception that passes through `with`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(unsafe_hash=True)
class Refusal(Exception):
    """The parent of all of them; two are equal when they say the same."""


class NoSuchDate(Refusal):
    """There is no such date, or it is not for this person."""


class NoSuchTraining(Refusal):
    pass


class NoSuchResource(Refusal):
    pass


class NoSuchBooking(Refusal):
    """The person has no seat, offer or place in the list there, or may not touch this one."""


@dataclass(unsafe_hash=True)
class DateCancelled(Refusal):
    reason: str


@dataclass(unsafe_hash=True)
class OnlyForSchool(Refusal):
    """The person sees the date, because they plan or hold trainings, but it is held for one school alone."""

    school: str


@dataclass(unsafe_hash=True)
class HasBegun(Refusal):
    starts_at: datetime


@dataclass(unsafe_hash=True)
class NotOpenYet(Refusal):
    opens_at: datetime


@dataclass(unsafe_hash=True)
class Closed(Refusal):
    closed_at: datetime


class YouHoldIt(Refusal):
    """The trainer of the date needs no seat."""


class AlreadyBooked(Refusal):
    pass


@dataclass(unsafe_hash=True)
class AlreadyWaiting(Refusal):
    place: int


@dataclass(unsafe_hash=True)
class HasOffer(Refusal):
    """A seat is kept for the person: to be accepted, not booked."""

    until: datetime


@dataclass(unsafe_hash=True)
class Overlaps(Refusal):
    """The person has booked something else at that time; may be done all the same."""

    title: str
    starts_at: datetime
    date_id: int


@dataclass(unsafe_hash=True)
class SchoolFull(Refusal):
    """The person's school has as many seats as one school may have until then."""

    cap: int
    until: datetime


@dataclass(unsafe_hash=True)
class Full(Refusal):
    waiting: int


class SeatsFree(Refusal):
    """Nobody needs to wait: a seat can be booked."""


@dataclass(unsafe_hash=True)
class SeriesBlocked(Refusal):
    """One date of the series cannot be booked, so none was; `refusal` says why."""

    starts_at: datetime
    refusal: Refusal


@dataclass(unsafe_hash=True)
class OfferExpired(Refusal):
    ended_at: datetime


@dataclass(unsafe_hash=True)
class TooLate(Refusal):
    """After the deadline only with a word to the trainer, or not at all once it has begun."""

    deadline: datetime


@dataclass(unsafe_hash=True)
class Clash(Refusal):
    """A room, a machine or a trainer is taken at that time by another date."""

    what: str
    title: str
    starts_at: datetime
    ends_at: datetime
    trainer: bool = False


@dataclass(unsafe_hash=True)
class FewerSeatsThanTaken(Refusal):
    taken: int


@dataclass(unsafe_hash=True)
class TimesWrong(Refusal):
    """`field` names the time that does not fit: ends_at, opens_at, closes_at, cancel_until, decide_at,
    starts_at (in the past)."""

    field: str


@dataclass(unsafe_hash=True)
class NumberWrong(Refusal):
    """`field`: seats, minimum, minutes, certificate_minutes, school_cap, authorises_months, people
    or rating."""

    field: str


@dataclass(unsafe_hash=True)
class TextMissing(Refusal):
    field: str


@dataclass(unsafe_hash=True)
class TextTooLong(Refusal):
    field: str
    longest: int


@dataclass(unsafe_hash=True)
class TitleTaken(Refusal):
    title: str


class StillUsed(Refusal):
    """It cannot be deleted, because dates hang on it; it can be put out of use."""


class NoTrainer(Refusal):
    """Whoever is to hold it is no trainer, nor of the team."""


class NotOverYet(Refusal):
    """Attendance is known only once the date has begun, a certificate once it has ended."""


class NoSuchWish(Refusal):
    pass


class NotAttended(Refusal):
    """Only who was there can say how it was, or gets a certificate."""


class AlreadyGiven(Refusal):
    """Feedback is given once."""


class NoCertificate(Refusal):
    """The training gives none."""


class LinkWrong(Refusal):
    """It is no address that begins with https."""


class NoSuchHoliday(Refusal):
    pass
