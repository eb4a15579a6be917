"""One retrieval: the places for a question and how probable it is that they answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retriever.confidence import evidence, probability
from retriever.index import Vector
from retriever.narrowing import EVERYTHING, Narrowing
from retriever.search import Place, Ranking, rank
from retriever.view import View

# By how many standard deviations a place outside a narrowing must be better to be named beside the answer.
# Of the 57 questions on the starter library, each narrowed to each device: named in 172 of the 191 cases in
# which the right document is outside, and in 5 of the 84 in which it is inside (at 1.0: in 159, and in 3).
CLEARLY_BETTER = 0.5


@dataclass(frozen=True, slots=True)
class Retrieved:
    """`places` are best first; `confidence` is the calibrated probability that the answer is among them.

    `outside` says that a narrowing admits none of them, because what it admits does not answer; `elsewhere`
    is the place that it does not admit and that answers clearly better.
    """

    places: tuple[Place, ...]
    confidence: float
    outside: bool = False
    elsewhere: Place | None = None


def retrieve(
    view: View,
    question: str,
    vector: Vector,
    limit: int,
    narrowing: Narrowing = EVERYTHING,
    threshold: float = 0.0,
) -> Retrieved:
    """At most `limit` places; the confidence does not depend on `limit`.

    With a narrowing, from what it admits if that answers with `threshold`; otherwise from all else if that
    does; where neither does, the nearest of all.
    """
    if not narrowing:
        ranking = rank(view, question, vector)
        return _found(ranking.places(), ranking, question, limit)
    within = view.admitted(narrowing)
    return _narrowed(rank(view, question, vector, within), within, question, limit, threshold)


def _narrowed(
    ranking: Ranking, within: NDArray[np.bool_], question: str, limit: int, threshold: float
) -> Retrieved:
    inside = _found(ranking.places(within), ranking, question, limit)
    outside = _found(ranking.places(~within), ranking, question, limit)
    if inside.places and inside.confidence >= threshold:
        better = _clearly_better(inside, outside, threshold)
        return Retrieved(inside.places, inside.confidence, elsewhere=better)
    if outside.places and outside.confidence >= threshold:
        return Retrieved(outside.places, outside.confidence, outside=True)
    return _found(ranking.places(), ranking, question, limit)


def _clearly_better(inside: Retrieved, outside: Retrieved, threshold: float) -> Place | None:
    if not outside.places or outside.confidence < threshold:
        return None
    ahead = outside.places[0].best.score - inside.places[0].best.score
    return outside.places[0] if ahead >= CLEARLY_BETTER else None


def _found(places: Sequence[Place], ranking: Ranking, question: str, limit: int) -> Retrieved:
    if not places:
        return Retrieved((), 0.0)
    return Retrieved(tuple(places[:limit]), probability(evidence(ranking.view, question, places)))
