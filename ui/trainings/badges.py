"""How a person stands to a date, and how full it is, in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.local_time import local_day
from trainings.facts import BookingState, DateKind, DateState, TrainingDate
from trainings.refusals import Closed, HasBegun, NotOpenYet, YouHoldIt
from trainings.seats.listing import Offer
from ui.escaping import as_html
from ui.texts import Texts
from ui.trainings.when import whole_day

FEW = 5


class Tone(StrEnum):
    """A colour, never without its words."""

    GOOD = "good"
    WAITS = "waits"
    FULL = "full"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Badge:
    text: str
    tone: Tone
    short: str = ""  # where there is little room


def badge(offer: Offer, t: Texts) -> Badge:
    """The one thing that matters: one's own standing, else why it is closed, else how many seats are free."""
    return _own(offer, t) or _not_now(offer, t) or _seats(offer, t)


def badge_html(shown: Badge) -> str:
    return f'<span class="seats {shown.tone}">{as_html(shown.text)}</span>'


def where(date: TrainingDate, t: Texts) -> str:
    """ "FabLab, Werkraum 2", "Online", "GS Salbke, Raum 12"."""
    kind, at_school = t.trainings.kinds[date.kind], date.kind is DateKind.SCHOOL
    school = date.school if at_school and date.school not in date.place else ""
    parts = [part for part in (school, date.place) if part]
    named = (at_school and parts) or kind.casefold() in date.place.casefold()
    return ", ".join(parts if named else [kind, *parts])


def _own(offer: Offer, t: Texts) -> Badge | None:
    standing = offer.standing
    if offer.date.state is DateState.CANCELLED or standing is None:
        return None
    match standing.state:
        case BookingState.BOOKED:
            return Badge(t.trainings.is_booked, Tone.GOOD, t.trainings.booked_short)
        case BookingState.OFFERED:
            return Badge(t.trainings.is_offered, Tone.WAITS, t.trainings.offered_short)
        case BookingState.WAITING:
            text = t.trainings.is_waiting.format(place=standing.place or 1)
            return Badge(text, Tone.WAITS, t.trainings.waiting_short)
    return None


def _not_now(offer: Offer, t: Texts) -> Badge | None:
    if offer.date.state is DateState.CANCELLED:
        return Badge(t.trainings.is_cancelled, Tone.FULL)
    match offer.refusal:
        case NotOpenYet(opens_at=opens_at):
            return Badge(t.trainings.opens_on.format(day=whole_day(local_day(opens_at), t)), Tone.CALM)
        case Closed():
            return Badge(t.trainings.is_closed, Tone.CALM)
        case HasBegun():
            return Badge(t.trainings.has_begun, Tone.CALM)
        case YouHoldIt():
            return Badge(t.trainings.you_hold_it, Tone.CALM)
    return None


def _seats(offer: Offer, t: Texts) -> Badge:
    match offer.free, offer.waiting:
        case 0, 0:
            return Badge(t.trainings.full, Tone.FULL, t.trainings.full)
        case 0, waiting:
            pattern = t.trainings.full_and_one_waits if waiting == 1 else t.trainings.full_and_waiting
            text = pattern.format(count=waiting)
            return Badge(text, Tone.FULL, t.trainings.full)
        case 1, _:
            return Badge(t.trainings.one_seat, Tone.GOOD)
        case free, _ if free <= FEW:
            return Badge(t.trainings.few_seats.format(count=free), Tone.GOOD)
        case free, _:
            return Badge(t.trainings.many_seats.format(count=free), Tone.GOOD)
