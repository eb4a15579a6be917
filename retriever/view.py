"""The index as one reader sees it: as though the library held only what the reader may read.

Whatever a search works out it works out from these passages alone: candidates, means and deviations, how
rare a word is, counts. Of all the others only the mean length of a passage, one number for the whole library,
has a part in the scores of words. In a large library the lists in which vectors lie (retriever.nearest) were
drawn around all of them: they have a part in which passages are looked at, and none in what these score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.people.person import Person
from retriever.index import Index, Part, Vector, Vectors
from retriever.keyword import Asked, Readable, Rows, Scores
from retriever.narrowing import Narrowing
from retriever.nearest import best
from retriever.snapshot import IndexedDocument, IndexedPassage

Typical = slice | NDArray[np.bool_]
ALL = slice(None)
STANDS_OUT = 1.0
# What a question is held against in a large library: so many passages that are near, so many with its words,
# and those of so many documents with questions like it. Measured in benchmarks/size.md.
NEAR = 1000
WITH_WORDS = 300
FORESEEN = 50
PICKED = 4  # how many times dearer it is to fetch one vector than to read on to the next


@dataclass(frozen=True, slots=True)
class Pool:
    """The rows of the snapshot that a question is held against, rising, all of them readable; `typical` are
    those among them that stand for all that the reader may read."""

    rows: Rows
    typical: Typical


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Which foreseen questions are readable, and how near the question is to each, in standard deviations
    above what stands out; 0 where it is not."""

    asked: Rows
    ahead: Scores


@dataclass(frozen=True, slots=True)
class View:
    """Passages have a number in the view, in the library's order, and a row in the snapshot. Scores have one
    value for each of the given rows."""

    index: Index
    part: Part

    def __len__(self) -> int:
        return len(self.part.rows)

    @property
    def documents(self) -> int:
        return self.part.documents

    def passage(self, number: int) -> IndexedPassage:
        return self.index.snapshot.passages[int(self.part.rows[number])]

    def coded(self, code: str) -> IndexedDocument | None:
        """The document that has this short code, or a section with it."""
        row, readable = self.index.snapshot.codes.get(code), self.part.readable
        if row is None or (readable is not None and not readable[row]):
            return None
        return self.index.snapshot.passages[row].section.document

    def vectors(self, numbers: list[int]) -> Vectors:
        return np.asarray(self.index.snapshot.vectors[self.part.rows[numbers]])

    def numbers(self, rows: Rows) -> Rows:
        """The numbers of readable rows."""
        return rows if self.part.readable is None else np.searchsorted(self.part.rows, rows)

    def pool(
        self, question: Vector, words: Sequence[Asked], foreseen: Foreseen, within: Readable | None
    ) -> Pool:
        """What a question is held against: all that may be read, or where that is too much what may become
        the best of it, of what lies `within` a narrowing and of all else, and some by chance."""
        readable, nearest, sample = self.part.readable, self.index.nearest, self.part.sample
        if nearest is None or sample is None:
            return Pool(self.part.rows, ALL)
        found = [sample, self._answering(foreseen)]
        spoken = [asked.rare() for asked in words]
        for among in _sides(readable, within):
            found.append(nearest.rows(question, NEAR, among))
            found += [best(scores, WITH_WORDS, among) for scores in spoken]
        rows = np.unique(np.concatenate(found))
        return Pool(rows, np.isin(rows, sample, assume_unique=True))

    def similarity(self, question: Vector, rows: Rows) -> Scores:
        """The cosine of each passage with the question."""
        return _cosines(self.index.snapshot.vectors, rows, question)

    def subject(self, question: Vector, rows: Rows) -> Scores:
        """The cosine of each passage's whole document with the question."""
        subjects = self.index.subjects
        return _cosines(subjects.means, subjects.document_of[rows], question)

    def foreseen(self, question: Vector) -> Foreseen:
        """The questions that readable documents say they answer, held against this one."""
        subjects, readable = self.index.subjects, self.part.readable
        among = (
            np.arange(len(subjects.asked))
            if readable is None
            else np.flatnonzero(readable[subjects.asked_at])
        )
        if not len(among):
            return Foreseen(among, np.zeros(0, np.float32))
        near = _cosines(subjects.asked, among, question)
        ahead = np.maximum((near - near.mean()) / (near.std() + 1e-6) - STANDS_OUT, 0)
        return Foreseen(among, ahead.astype(np.float32))

    def answering(self, foreseen: Foreseen, rows: Rows) -> Scores:
        """How far ahead the question is that the passage's document says it answers; and that once more for
        the passage that answers it. 0 where nothing does."""
        subjects = self.index.subjects
        documents = np.zeros(len(subjects.means), np.float32)
        passages = np.zeros(len(subjects.document_of), np.float32)
        np.maximum.at(documents, subjects.asked_of[foreseen.asked], foreseen.ahead)
        np.maximum.at(passages, subjects.asked_at[foreseen.asked], foreseen.ahead)
        return documents[subjects.document_of[rows]] + passages[rows]

    def named(self, question: str, rows: Rows) -> Scores:
        """How many names of the question each passage has, or the path of its document."""
        found = np.zeros(len(rows), np.float32)
        for name in self.index.names.named(question):
            found += self.index.names.with_name(name)[rows]
        return found

    def foreign(self, spoken: str, rows: Rows | None = None) -> NDArray[np.bool_]:
        """Which passages are in another language than the question; without rows, of all in the view."""
        looked_at = self.part.rows if rows is None else rows
        return np.asarray(self.index.subjects.languages[looked_at] != spoken)

    def words(self, question: str) -> tuple[Asked, Asked]:
        """The question's stems and its letter groups, held against what may be read."""
        readable = self.part.readable
        return self.index.stems.asked(question, readable), self.index.grams.asked(question, readable)

    def stems(self, question: str) -> Scores:
        """For each passage of the view."""
        return self.index.stems.scores(question, self.part.readable)[self.part.rows]

    def knows(self, term: str) -> bool:
        """Whether a word stands in anything that may be read."""
        return self.index.stems.knows(term, self.part.readable)

    def rarity(self, term: str) -> float:
        """How much a word of a question says about its subject: large for rare words."""
        return self.index.stems.rarity(term, self.part.readable)

    def admitted(self, narrowing: Narrowing) -> NDArray[np.bool_]:
        """For each row of the snapshot whether the narrowing admits it."""
        return self.index.admitted(narrowing)

    def _answering(self, foreseen: Foreseen) -> Rows:
        """The passages of the documents that are furthest ahead."""
        subjects = self.index.subjects
        chosen = np.zeros(len(subjects.means), bool)
        chosen[subjects.asked_of[foreseen.asked[best(foreseen.ahead, FORESEEN)]]] = True
        return np.flatnonzero(chosen[subjects.document_of]) if chosen.any() else np.zeros(0, np.intp)


def _sides(readable: Readable | None, within: Readable | None) -> tuple[Readable | None, ...]:
    if within is None:
        return (readable,)
    return (within, ~within) if readable is None else (within & readable, ~within & readable)


def _cosines(vectors: Vectors, rows: Rows, question: Vector) -> Scores:
    if PICKED * len(rows) < len(vectors):
        return np.asarray(vectors[rows] @ question)
    return np.asarray((vectors @ question)[rows])


def view_of(index: Index, person: Person | None, everything: bool = False) -> View:
    """What the person may read; `everything` is for the operator, who has the documents anyway."""
    audiences = enumerate(index.audiences)
    admitted = frozenset(number for number, who in audiences if everything or who.admits(person))
    return View(index, index.part(admitted))
