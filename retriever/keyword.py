"""Search by words: BM25 over the text of passages and, as a field of its own, over where they stand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

from retriever.analysis import distinct, terms

Scores = NDArray[np.float32]


class Field:
    """BM25 over one text of each passage (Robertson; Lucene's variant as in bm25s)."""

    def __init__(self, texts: Iterable[str], k1: float, b: float) -> None:
        found = [terms(text) for text in texts]
        self._size = len(found)
        self._passages_with = Counter(term for passage in found for term in set(passage))
        self._ranker = bm25s.BM25(k1=k1, b=b)
        if self._passages_with:
            self._ranker.index(found, show_progress=False)

    def scores(self, question: Sequence[str]) -> Scores:
        """A score for each passage, 0 where no term occurs; `question` are terms as `analysis.terms` gives
        them."""
        asked = [term for term in question if term in self._passages_with]
        if not asked:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._ranker.get_scores(asked), dtype=np.float32)

    def knows(self, term: str) -> bool:
        return term in self._passages_with

    def rarity(self, term: str) -> float:
        """The inverse document frequency: the rarer the term, the larger; an unknown one is rarest."""
        return math.log(1 + (self._size + 1) / (self._passages_with[term] + 0.5))


def question_terms(question: str) -> list[str]:
    """What a question is searched by: each of its terms once."""
    return distinct(terms(question))
