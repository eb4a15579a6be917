"""Dates whose training is what somebody typed: by meaning, the best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trainings.facts import Training
from trainings.seats.listing import Offer
from ui.portal import portal

TOGETHER = 3


def found(words: str, offers: Sequence[Offer]) -> list[Offer]:
    """Of each training that fits its next dates first; its later ones come behind those of all others, so
    that nothing is hidden by many dates of the same."""
    trainings = {offer.date.training.id: offer.date.training for offer in offers}
    ranks = {number: rank for rank, number in enumerate(_ranked(words, list(trainings.values())))}
    seen: Counter[int] = Counter()
    order: list[tuple[int, int, int]] = []
    for place, offer in enumerate(offers):
        number = offer.date.training.id
        if number in ranks:
            order.append((seen[number] // TOGETHER, ranks[number], place))
            seen[number] += 1
    return [offers[place] for _, _, place in sorted(order)]


def _ranked(words: str, trainings: Sequence[Training]) -> list[int]:
    return portal().rank_trainings(words, trainings)
