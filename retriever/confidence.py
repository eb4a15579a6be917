"""How probable it is that the library holds the answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retriever.analysis import distinct, grams
from retriever.keyword import K1
from retriever.question import language
from retriever.search import Place
from retriever.view import View

# Logistic regression; how it was fitted and on what stands in benchmarks/confidence.md.
INTERCEPT = -28.12
WEIGHTS = {"similarity": 31.3, "standing": 0.23, "words": 11.79, "foreign": 1.8}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer.

    `similarity`: the cosine of question and first place; `standing`: by how many standard deviations that is
    above the mean of what the reader may read; `words`: the share, by rarity, of the question's letter groups
    in a first place; `foreign`: 1 where the two are in different languages, so that words cannot speak for
    the place, else 0.
    """

    similarity: float
    standing: float
    words: float
    foreign: float


def evidence(view: View, question: str, places: Sequence[Place]) -> Evidence:
    """Looks at the first places; there is at least one."""
    most = (K1 + 1) * sum(view.rarity_of_gram(gram) for gram in distinct(grams(question)))
    words = max(place.best.grams for place in places[:3]) / most if most else 0.0
    best = places[0].best
    foreign = float(language(question) != language(best.passage.text))
    return Evidence(best.dense, best.standing, words, foreign)


def probability(found: Evidence) -> float:
    """Between 0 and 1."""
    total = INTERCEPT + sum(weight * getattr(found, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))
