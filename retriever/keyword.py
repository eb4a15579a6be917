"""Search by words: BM25 over what a text is made of, stems or letter groups."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from retriever.analysis import distinct

Scores = NDArray[np.float32]
Readable = NDArray[np.bool_]
Rows = NDArray[np.intp]
Analysis = Callable[[str], list[str]]
Counts = tuple[NDArray[np.int32], NDArray[np.int32], Scores]  # terms, passages, how often

K1, B = 1.0, 0.75
CHUNK = 10_000  # passages that are counted at a time
# The rarest terms of a question, in so many passages together, say which passages are the best; measured in
# benchmarks/size.md.
ENOUGH = 500_000
LOOK_UP = 10  # how many times dearer it is to look up one passage than to read on to the next


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a question: the `rows` in which it occurs, rising, what it adds to the score of each, and by
    what that must be multiplied because only so many `passages` of them are readable."""

    rows: NDArray[np.int32]
    scores: Scores
    passages: int
    factor: np.float32

    def add(self, scores: Scores, readable: Readable | None) -> None:
        if readable is None:
            scores[self.rows] += self.scores
        else:
            kept = readable[self.rows]
            scores[self.rows[kept]] += self.scores[kept] * self.factor

    def add_at(self, rows: Rows, scores: Scores) -> None:
        """Only for these rows; all of them are readable."""
        at = np.minimum(np.searchsorted(self.rows, rows.astype(np.int32)), len(self.rows) - 1)
        hit = np.flatnonzero(self.rows[at] == rows)
        scores[hit] += self.scores[at[hit]] * self.factor


@dataclass(frozen=True, slots=True)
class Asked:
    """The terms of a question, held against all passages or those that are readable. Those that are not have
    score 0 and no part in how rare a term is."""

    terms: tuple[Term, ...]
    size: int
    readable: Readable | None

    def all(self) -> Scores:
        """A score for each passage, 0 where no term of the question occurs."""
        return self._sum(self.terms)

    def at(self, rows: Rows) -> Scores:
        """The scores of these passages, which are readable, in rising order."""
        if sum(len(term.rows) for term in self.terms) + self.size < LOOK_UP * len(rows) * len(self.terms):
            return self.all()[rows]
        scores = np.zeros(len(rows), dtype=np.float32)
        for term in self.terms:
            term.add_at(rows, scores)
        return scores

    def rare(self) -> Scores:
        """As `all`, but of the rarest terms alone, for so long as they are in few passages."""
        rarest = sorted(self.terms, key=lambda term: term.passages)
        so_far = np.cumsum([term.passages for term in rarest])
        return self._sum(rarest[: max(int(np.searchsorted(so_far, ENOUGH, "right")), 1)])

    def _sum(self, terms: Iterable[Term]) -> Scores:
        scores = np.zeros(self.size, dtype=np.float32)
        for term in terms:
            term.add(scores, self.readable)
        return scores


class Keywords:
    """BM25 over one analysis of all passages (Robertson; Lucene's variant). Kept for each term: its passages
    and what it adds to their scores, 8 bytes for each pair of passage and term."""

    def __init__(self, texts: Iterable[str], analysis: Analysis) -> None:
        self._analysis = analysis
        self._numbers, lengths, chunks = _counted(texts, analysis)
        self._size = len(lengths)
        self._begins, self._rows, self._scores = _scored(len(self._numbers), lengths, chunks)

    def scores(self, question: str, readable: Readable | None = None) -> Scores:
        """A score for each passage; each term of the question counts once."""
        return self.asked(question, readable).all()

    def asked(self, question: str, readable: Readable | None = None) -> Asked:
        """The question's terms that are known at all."""
        known = [term for term in distinct(self._analysis(question)) if self.knows(term)]
        size = self._size if readable is None else int(np.count_nonzero(readable))
        return Asked(tuple(self._term(term, size, readable) for term in known), self._size, readable)

    def knows(self, term: str, readable: Readable | None = None) -> bool:
        if term not in self._numbers or readable is None:
            return term in self._numbers
        return _readable_among(self._postings(term)[0], readable) > 0

    def containing(self, part: str) -> NDArray[np.bool_]:
        """For each passage whether one of its terms has this part. Looks at every term."""
        found = np.zeros(self._size, dtype=bool)
        for term in self._numbers:
            if part in term:
                found[self._postings(term)[0]] = True
        return found

    def rarity(self, term: str, readable: Readable | None = None) -> float:
        """The inverse document frequency: the rarer the term, the larger; an unknown one is rarest."""
        rows = self._postings(term)[0] if self.knows(term) else np.zeros(0, np.int32)
        size = self._size if readable is None else int(np.count_nonzero(readable))
        return math.log(1 + (size + 1) / (_readable_among(rows, readable) + 0.5))

    def _term(self, term: str, size: int, readable: Readable | None) -> Term:
        rows, scores = self._postings(term)
        passages = _readable_among(rows, readable)
        factor = _weight(size, passages) / _weight(self._size, len(rows))
        return Term(rows, scores, passages, np.float32(factor))

    def _postings(self, term: str) -> tuple[NDArray[np.int32], Scores]:
        """The passages in which a known term occurs, and what it adds to their scores."""
        number = self._numbers[term]
        span = slice(self._begins[number], self._begins[number + 1])
        return self._rows[span], self._scores[span]


def _readable_among(rows: NDArray[np.int32], readable: Readable | None) -> int:
    return len(rows) if readable is None else int(np.count_nonzero(readable[rows]))


def _weight(size: int, passages: int) -> float:
    """A term's part in its scores: how rare it is."""
    return math.log(1 + (size - passages + 0.5) / (passages + 0.5))


def _counted(
    texts: Iterable[str], analysis: Analysis
) -> tuple[dict[str, int], NDArray[np.int64], deque[Counts]]:
    """A number for each term, the length of each passage, and how often each term is in each passage: a chunk
    of passages at a time, because the terms of all would take many times the memory."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    lengths: list[int] = []
    chunks: deque[Counts] = deque()
    for some in _in_chunks(texts):
        terms, first = array("q"), len(lengths)
        for text in some:
            found = analysis(text)
            terms.extend(map(numbers.__getitem__, found))
            lengths.append(len(found))
        chunks.append(_chunk(np.array(terms, dtype=np.int64), lengths[first:], first))
    numbers.default_factory = None
    return numbers, np.array(lengths, dtype=np.int64), chunks


def _in_chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while some := list(islice(rest, CHUNK)):
        yield some


def _chunk(terms: NDArray[np.int64], lengths: list[int], first: int) -> Counts:
    """In the order of the terms, and for each in that of the passages."""
    passages = np.repeat(np.arange(len(lengths)), lengths)
    both, times = np.unique(terms * CHUNK + passages, return_counts=True)
    of, rows = np.divmod(both, CHUNK)
    return of.astype(np.int32), (rows + first).astype(np.int32), times.astype(np.float32)


def _scored(
    terms: int, lengths: NDArray[np.int64], chunks: deque[Counts]
) -> tuple[NDArray[np.int64], NDArray[np.int32], Scores]:
    """All chunks as one, term by term; a chunk is let go as soon as it has been taken over."""
    passages = sum((np.bincount(of, minlength=terms) for of, _, _ in chunks), np.zeros(terms, np.int64))
    begins = np.concatenate([[0], np.cumsum(passages)])
    rarity = np.log(1 + (len(lengths) - passages + 0.5) / (passages + 0.5)).astype(np.float32)
    norm = K1 * ((1 - B) + B * lengths / max(lengths.mean() if len(lengths) else 1.0, 1e-9))
    rows, scores = np.empty(begins[-1], np.int32), np.empty(begins[-1], np.float32)
    free = begins[:-1].copy()
    while chunks:
        of, here, times = chunks.popleft()
        count = np.bincount(of, minlength=terms)
        at = np.arange(len(of)) + (free - (np.cumsum(count) - count))[of]
        rows[at] = here
        scores[at] = rarity[of] * (times / (norm[here] + times))
        free += count
    return begins, rows, scores
