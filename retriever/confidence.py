"""How probable it is that the library holds the answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retriever.analysis import distinct, terms
from retriever.question import language
from retriever.search import Place
from retriever.view import View

# Logistic regression; how it was fitted and on what stands in benchmarks/confidence.md.
INTERCEPT = -20.51
WEIGHTS = {"similarity": 24.29, "unknown": -0.38, "lead": 0.87}
# By how much the cosine is smaller where question and passage are in two languages: the same 25 questions in
# German and in English with the passages that answer them (benchmarks/confidence.md).
OTHER_LANGUAGE = 0.037


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an answer.

    `similarity`: the cosine of question and first place, as if both were in one language; `unknown`: the
    share, by rarity, of the question's words that the library does not know at all; `lead`: by how much the
    first place is better than the second, in the units of Place's scores: what answers stands out, what is
    only near does not.
    """

    similarity: float
    unknown: float
    lead: float


def evidence(view: View, question: str, places: Sequence[Place]) -> Evidence:
    """Looks at the first places; there is at least one."""
    best = places[0].best
    second = places[1].best.score if len(places) > 1 else best.score
    foreign = language(question) != language(best.passage.text)
    similarity = best.dense + OTHER_LANGUAGE * foreign
    return Evidence(similarity, _unknown(view, question), best.score - second)


def _unknown(view: View, question: str) -> float:
    rarities = {term: view.rarity(term) for term in distinct(terms(question))}
    total = sum(rarities.values())
    return sum(rarity for term, rarity in rarities.items() if not view.knows(term)) / total if total else 0.0


def probability(found: Evidence) -> float:
    """Between 0 and 1."""
    total = INTERCEPT + sum(weight * getattr(found, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))
