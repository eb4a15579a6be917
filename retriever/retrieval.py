"""One retrieval: the places for a question and how probable it is that they answer it."""

from __future__ import annotations

from dataclasses import dataclass

from retriever.confidence import evidence, probability
from retriever.index import Vector
from retriever.search import Place, search
from retriever.view import View


@dataclass(frozen=True, slots=True)
class Retrieved:
    """`places` are best first; `confidence` is the calibrated probability that the answer is among them."""

    places: tuple[Place, ...]
    confidence: float


def retrieve(view: View, question: str, vector: Vector, limit: int) -> Retrieved:
    """At most `limit` places; the confidence does not depend on `limit`."""
    places = search(view, question, vector)
    return Retrieved(tuple(places[:limit]), probability(evidence(view, question, places)))
