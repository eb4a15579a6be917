"""The index as one reader sees it: as though the library held only what the reader may read.

Whatever a search works out it works out from these passages alone: candidates, means and deviations, how
rare a word is, counts. Of all the others only the mean length of a passage, one number for the whole library,
has a part in the scores of words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.people.person import Person
from retriever.index import Index, Part, Vector, Vectors
from retriever.keyword import Scores
from retriever.snapshot import IndexedDocument, IndexedPassage

STANDS_OUT = 1.0


@dataclass(frozen=True, slots=True)
class View:
    """Scores have one value for each passage of the view, in the library's order."""

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

    def similarity(self, question: Vector) -> Scores:
        """The cosine of each passage with the question."""
        return self._own(self.index.similarity(question))

    def subject(self, question: Vector) -> Scores:
        """The cosine of each passage's whole document with the question."""
        subjects = self.index.subjects
        return self._own((subjects.means @ question)[subjects.document_of])

    def foreseen(self, question: Vector) -> tuple[Scores, Scores]:
        """How near the question is to one that the passage's document says it answers, in standard deviations
        above what stands out; and the same only for the passage that answers it. 0 where nothing does."""
        subjects, count = self.index.subjects, len(self.index.snapshot.passages)
        readable = self.part.readable
        among = (
            np.flatnonzero(readable[subjects.asked_at])
            if readable is not None
            else np.arange(len(subjects.asked))
        )
        documents, passages = np.zeros(len(subjects.means), np.float32), np.zeros(count, np.float32)
        if len(among):
            near = subjects.asked[among] @ question
            ahead = np.maximum((near - near.mean()) / (near.std() + 1e-6) - STANDS_OUT, 0).astype(np.float32)
            np.maximum.at(documents, subjects.asked_of[among], ahead)
            np.maximum.at(passages, subjects.asked_at[among], ahead)
        return self._own(documents[subjects.document_of]), self._own(passages)

    def foreign(self, spoken: str) -> NDArray[np.bool_]:
        """Which passages are in another language than the question."""
        return np.asarray(self.index.subjects.languages[self.part.rows] != spoken)

    def stems(self, question: str) -> Scores:
        return self._own(self.index.stems.scores(question, self.part.readable))

    def grams(self, question: str) -> Scores:
        return self._own(self.index.grams.scores(question, self.part.readable))

    def rarity(self, term: str) -> float:
        """How much a word of a question says about its subject: large for rare words."""
        return self.index.stems.rarity(term, self.part.readable)

    def rarity_of_gram(self, gram: str) -> float:
        return self.index.grams.rarity(gram, self.part.readable)

    def _own(self, scores: Scores) -> Scores:
        return scores if self.part.readable is None else scores[self.part.rows]


def view_of(index: Index, person: Person | None, everything: bool = False) -> View:
    """What the person may read; `everything` is for the operator, who has the documents anyway."""
    audiences = enumerate(index.audiences)
    admitted = frozenset(number for number, who in audiences if everything or who.admits(person))
    return View(index, index.part(admitted))
