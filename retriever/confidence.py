"""How probable it is that the library holds the answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retriever.analysis import distinct, grams
from retriever.index import Index
from retriever.keyword import K1
from retriever.search import Place

# Logistic regression; how it was fitted and on what stands in benchmarks/confidence.md.
INTERCEPT = -60.0
WEIGHTS = {"similarity": 66.0, "standing": 0.0, "words": 3.0, "known": 2.0}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer.

    `similarity`: the cosine of question and first place; `standing`: by how many standard deviations that is
    above the library's mean; `words`: the share, by rarity, of the question's letter groups that a first
    place has; `known`: the same share for what stands anywhere in the library.
    """

    similarity: float
    standing: float
    words: float
    known: float


def evidence(index: Index, question: str, places: Sequence[Place]) -> Evidence:
    """Looks at the first places, which are not empty."""
    asked = distinct(grams(question))
    weights = {gram: index.grams.rarity(gram) for gram in asked}
    total = sum(weights.values()) or 1.0
    known = sum(weight for gram, weight in weights.items() if index.grams.knows(gram))
    scores = index.grams.scores(question)
    most = total * (K1 + 1)
    words = max(float(scores[place.best.row]) for place in places[:3]) / most
    best = places[0].best
    return Evidence(best.dense, best.standing, words, known / total)


def probability(found: Evidence) -> float:
    """Between 0 and 1."""
    total = INTERCEPT + sum(weight * getattr(found, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))
