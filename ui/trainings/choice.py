"""By what dates are narrowed when somebody looks for a training, and how many are left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.local_time import local_day
from core.people.person import SchoolKind
from trainings.facts import BookingState, TrainingDate
from trainings.refusals import Overlaps
from trainings.seats.listing import Offer
from ui.trainings.facets import Facet

WITH_A_SEAT = frozenset({BookingState.BOOKED, BookingState.OFFERED})


Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted: of each facet one of its words; only what can be booked (`free`), only what is for a
    kind of school, only one day."""

    words: Mapping[Facet, Collection[str]] = field(default_factory=dict)
    free: bool = False
    kind: SchoolKind | None = None
    day: date | None = None

    def __bool__(self) -> bool:
        return any(self.words.values()) or self.free or self.kind is not None or self.day is not None


def words_of(date: TrainingDate, facet: Facet) -> tuple[str, ...]:
    """What the date has of a facet."""
    match facet:
        case Facet.TOPIC:
            return date.training.topics
        case Facet.DEVICE:
            return date.training.devices
        case Facet.LEVEL:
            return (date.training.level,) if date.training.level else ()
        case Facet.PLACE:
            return (date.kind.value,)


def can_be_booked(offer: Offer) -> bool:
    """Whether there is a seat for the person, or they have one."""
    has_seat = offer.standing is not None and offer.standing.state in WITH_A_SEAT
    return has_seat or offer.refusal is None or isinstance(offer.refusal, Overlaps)


def narrowed(offers: Iterable[Offer], choice: Choice) -> list[Offer]:
    """What fits all of the choice, in order."""
    plain = [offer for offer in offers if _fits(offer, choice)]
    wanted = {facet: set(words) for facet, words in choice.words.items() if words}
    return [offer for offer in plain if _has(offer, wanted)]


def counted(offers: Sequence[Offer], choice: Choice) -> dict[Facet, Counts]:
    """For each facet its words and how many dates each would show beside all else that is chosen: the most
    frequent first, none without dates except what is chosen."""
    plain = [offer for offer in offers if _fits(offer, choice)]
    return {facet: _counts(plain, choice, facet) for facet in Facet}


def _counts(offers: Sequence[Offer], choice: Choice, facet: Facet) -> Counts:
    others = {other: set(words) for other, words in choice.words.items() if words and other is not facet}
    found = Counter(word for offer in offers if _has(offer, others) for word in words_of(offer.date, facet))
    everything = {**{word: found[word] for word in choice.words.get(facet, ())}, **found}
    return dict(sorted(everything.items(), key=lambda item: (-item[1], item[0].casefold())))


def _fits(offer: Offer, choice: Choice) -> bool:
    audience = offer.date.training.audience
    return (
        (not choice.free or can_be_booked(offer))
        and (choice.kind is None or not audience or choice.kind in audience)
        and (choice.day is None or local_day(offer.date.starts_at) == choice.day)
    )


def _has(offer: Offer, wanted: Mapping[Facet, set[str]]) -> bool:
    return all(words.intersection(words_of(offer.date, facet)) for facet, words in wanted.items())
