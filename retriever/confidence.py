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
INTERCEPT = -22.05
WEIGHTS = {"similarity": 23.81, "standing": 0.43, "words": 10.02}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer.

    `similarity`: the cosine of question and first place; `standing`: by how many standard deviations that is
    above the library's mean; `words`: the share, by rarity, of the question's letter groups in a first place.
    """

    similarity: float
    standing: float
    words: float


def evidence(index: Index, question: str, places: Sequence[Place]) -> Evidence:
    """Looks at the first places; there is at least one."""
    most = (K1 + 1) * sum(index.grams.rarity(gram) for gram in distinct(grams(question)))
    scores = index.grams.scores(question)
    words = max(float(scores[place.best.row]) for place in places[:3]) / most if most else 0.0
    best = places[0].best
    return Evidence(best.dense, best.standing, words)


def probability(found: Evidence) -> float:
    """Between 0 and 1."""
    total = INTERCEPT + sum(weight * getattr(found, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))
