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
Readable = NDArray[np.bool_]
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

    def scores(self, question: str, readable: Readable | None = None) -> Scores:
        """A score for each passage, 0 where no term of the question occurs; each term counts once. Those that
        are not `readable` get 0 and have no part in how rare a term is."""
        asked = [term for term in distinct(self._analysis(question)) if self.knows(term)]
        if not asked:
            return np.zeros(self._size, dtype=np.float32)
        if readable is None:
            return np.asarray(self._ranker.get_scores(asked), dtype=np.float32)
        return self._readable_scores(asked, readable)

    def knows(self, term: str) -> bool:
        return term in self._passages_with

    def rarity(self, term: str, readable: Readable | None = None) -> float:
        """The inverse document frequency: the rarer the term, the larger; an unknown one is rarest."""
        if readable is None:
            return math.log(1 + (self._size + 1) / (self._passages_with[term] + 0.5))
        passages = int(readable[self._postings(term)[0]].sum()) if self.knows(term) else 0
        return math.log(1 + (int(readable.sum()) + 1) / (passages + 0.5))

    def _readable_scores(self, asked: list[str], readable: Readable) -> Scores:
        """The ranker's scores, with each term's frequency among all passages replaced by that among these."""
        scores = np.zeros(self._size, dtype=np.float32)
        size = int(readable.sum())
        for term in asked:
            rows, found = self._postings(term)
            kept = readable[rows]
            weight = _weight(size, int(kept.sum())) / _weight(self._size, len(rows))
            scores[rows[kept]] += found[kept] * np.float32(weight)
        return scores

    def _postings(self, term: str) -> tuple[NDArray[np.int32], Scores]:
        """The passages in which a known term occurs, and what it adds to their scores."""
        index, number = self._ranker.scores, self._ranker.vocab_dict[term]
        span = slice(index["indptr"][number], index["indptr"][number + 1])
        return index["indices"][span], index["data"][span]


def _weight(size: int, passages: int) -> float:
    """A term's part in its scores, as the ranker works it out."""
    return math.log(1 + (size - passages + 0.5) / (passages + 0.5))
