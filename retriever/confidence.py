"""How probable it is that the library holds the answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from retriever.extract import judge
from retriever.index import Index
from retriever.search import Place

# Logistic regression; how it was fitted and on what stands in benchmarks/confidence.md.
INTERCEPT = -60.0
WEIGHTS = {"similarity": 66.0, "coverage": 3.0, "known": 2.0}


@dataclass(frozen=True, slots=True)
class Evidence:
    """`similarity`: the best cosine among the places; `coverage`: the share of the question's words, by
    rarity, in the best place; `known`: the share of them that the library knows at all."""

    similarity: float
    coverage: float
    known: float


def evidence(index: Index, question: str, places: Sequence[Place]) -> Evidence:
    """What speaks for an answer among `places`, which are not empty."""
    whole = judge(question, "", index.rarity)
    coverage = max(whole.weigh(f"{place.section.context}\n{place.text}") for place in places[:3])
    known = sum(w for term, w in whole.weights.items() if index.stems.knows(term))
    total = sum(whole.weights.values())
    similarity = max(place.best.dense for place in places)
    return Evidence(similarity, coverage, known / total if total else 0.0)


def probability(found: Evidence) -> float:
    """Between 0 and 1."""
    total = INTERCEPT + sum(weight * getattr(found, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-total))
