"""Search by words: BM25 over what a text is made of, stems or letter groups."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable

import bm25s
import numpy as np
from numpy.typing import NDArray

from retriever.analysis import distinct

Scores = NDArray[np.float32]
Analysis = Callable[[str], list[str]]

K1, B = 1.0, 0.75


class Keywords:
    """BM25 over one analysis of all passages (Robertson; Lucene's variant as in bm25s)."""

    def __init__(self, texts: Iterable[str], analysis: Analysis) -> None:
        found = [analysis(text) for text in texts]
        self._analysis = analysis
        self._size = len(found)
        self._passages_with = Counter(term for passage in found for term in set(passage))
        self._ranker = bm25s.BM25(k1=K1, b=B)
        if self._passages_with:
            self._ranker.index(found, show_progress=False)

    def scores(self, question: str) -> Scores:
        """A score for each passage, 0 where no term of the question occurs; each term counts once."""
        asked = [term for term in distinct(self._analysis(question)) if self.knows(term)]
        if not asked:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._ranker.get_scores(asked), dtype=np.float32)

    def knows(self, term: str) -> bool:
        return term in self._passages_with

    def rarity(self, term: str) -> float:
        """The inverse document frequency: the rarer the term, the larger; an unknown one is rarest."""
        return math.log(1 + (self._size + 1) / (self._passages_with[term] + 0.5))
