"""Dates as calendar files (RFC 5545) that Outlook, Google and Apple take.

An entry is known by its UID for ever, and each file about it counts one further (SEQUENCE). It is sent as a
request first, because only what came as a request can be cancelled later. Times are in UTC: then no calendar
has to know when clocks change here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import parseaddr
from enum import StrEnum
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vCalAddress, vDuration

from core.house import House
from trainings.facts import TrainingDate
from trainings.mails.in_words import where
from trainings.mails.plain_text import lines, one_line

MAKER = "-//Lotse//Fortbildungen//DE"
ASK_AGAIN_AFTER = timedelta(hours=4)
PREPARATION = {"de": "Zur Vorbereitung", "en": "To prepare"}
LED_BY = {"de": "Mit", "en": "With"}
MORE = {"de": "Ihr Termin im Portal", "en": "Your date in the portal"}


class Method(StrEnum):
    """What a calendar is to do with the file."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


def invitation(
    date: TrainingDate, booking_id: int, sequence: int, name: str, email: str, house: House, now: datetime
) -> bytes:
    """The person has a seat: the entry is made, or changed where it is there already."""
    event = _for_one(date, booking_id, sequence, name, email, house, now)
    event.add("status", "CONFIRMED")
    return _written([event], Method.REQUEST)


def cancellation(
    date: TrainingDate, booking_id: int, sequence: int, name: str, email: str, house: House, now: datetime
) -> bytes:
    """The person has no seat any more: the entry goes."""
    event = _for_one(date, booking_id, sequence, name, email, house, now)
    event.add("status", "CANCELLED")
    return _written([event], Method.CANCEL)


def feed(dates: Sequence[tuple[TrainingDate, int, int]], name: str, house: House, now: datetime) -> bytes:
    """A whole calendar called `name`, for programs that ask for it again and again; the numbers beside each
    date are its booking and the last SEQUENCE."""
    events = [_event(date, booking_id, sequence, house, now) for date, booking_id, sequence in dates]
    for event in events:
        event.add("status", "CONFIRMED")
    return _written(events, None, one_line(name))


def uid(booking_id: int, house: House) -> str:
    return f"booking-{booking_id}@{urlsplit(house.portal).hostname}"


def _written(events: Sequence[Event], method: Method | None, name: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if method:
        calendar.add("method", method.value)
    else:
        calendar.add("x-wr-calname", name)
        calendar.add("x-wr-timezone", "Europe/Berlin")
        calendar.add("refresh-interval", vDuration(ASK_AGAIN_AFTER), {"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(ASK_AGAIN_AFTER))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _for_one(
    date: TrainingDate, booking_id: int, sequence: int, name: str, email: str, house: House, now: datetime
) -> Event:
    """The entry with who invites, which must be the sender of the mail, and who is invited."""
    event = _event(date, booking_id, sequence, house, now)
    sender_name, sender = parseaddr(house.sender)
    event.add("organizer", _party(sender_name or "Lotse", sender))
    invited = _party(name, email)
    # The person has booked already; an answer by mail would reach nobody.
    for what, is_ in (("ROLE", "REQ-PARTICIPANT"), ("PARTSTAT", "ACCEPTED"), ("RSVP", "FALSE")):
        invited.params[what] = is_
    event.add("attendee", invited)
    return event


def _event(date: TrainingDate, booking_id: int, sequence: int, house: House, now: datetime) -> Event:
    address = f"{house.portal}/fortbildung?termin={date.id}"
    event = Event()
    event.add("uid", uid(booking_id, house))
    event.add("dtstamp", now)
    event.add("dtstart", date.starts_at)
    event.add("dtend", date.ends_at)
    event.add("sequence", sequence)
    event.add("summary", one_line(date.training.title))
    event.add("location", _location(date, house.language))
    event.add("description", _description(date, address, house.language))
    event.add("url", address)
    event.add("transp", "OPAQUE")
    return event


def _location(date: TrainingDate, language: str) -> str:
    """A link stands alone, so that calendars make a button of it."""
    return one_line(date.link) or where(date, language)


def _description(date: TrainingDate, address: str, language: str) -> str:
    preparation, trainer = lines(date.training.preparation), one_line(date.trainer)
    parts = (
        lines(date.training.aim),
        f"{PREPARATION[language]}: {preparation}" if preparation else "",
        f"{LED_BY[language]}: {trainer}" if trainer else "",
        f"{MORE[language]}: {address}",
    )
    return "\n\n".join(part for part in parts if part)


def _party(name: str, email: str) -> vCalAddress:
    party = vCalAddress(f"mailto:{one_line(email)}")
    party.params["CN"] = one_line(name).replace('"', "'")  # not every calendar knows how to quote a quote
    return party
