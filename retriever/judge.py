"""How much of a question stands in a sentence, row or item."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass

from retriever.analysis import terms

# What the numbers are worth is measured in benchmarks/answers.md.
PART_OF_COMPOUND = 0.6
SHORTEST_PART = 5
HEADING_SHARE = 0.3

Rarity = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs text against a question. Words that the headings say already count less: they hold for the whole
    section."""

    weights: dict[str, float]

    def weigh(self, text: str) -> float:
        """0 where no word of the question occurs, 1 where all do."""
        found = set(terms(text))
        total = sum(self.weights.values())
        matched = sum(weight * _match(term, found) for term, weight in self.weights.items())
        return matched / total if total else 0.0


def judge(question: str, headings: str, rarity: Rarity) -> Judge:
    """A judge for one question and one place; rare words weigh more."""
    said = set(terms(headings))
    shares = {term: HEADING_SHARE if _match(term, said) else 1.0 for term in terms(question)}
    return Judge({term: share * rarity(term) for term, share in shares.items()})


def _match(term: str, found: Set[str]) -> float:
    if term in found:
        return 1.0
    return PART_OF_COMPOUND if any(_within(term, other) or _within(other, term) for other in found) else 0.0


def _within(part: str, whole: str) -> bool:
    return len(part) >= SHORTEST_PART and part in whole
