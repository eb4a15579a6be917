"""The index: the snapshot's vectors in FAISS and its words in BM25, built together and replaced together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import faiss
import numpy as np
from numpy.typing import NDArray

from retriever.keyword import Field, Scores
from retriever.snapshot import Snapshot

Vector = NDArray[np.float32]

TEXT_K1, TEXT_B = 1.2, 0.75
CONTEXT_K1, CONTEXT_B = 1.2, 0.5
CONTEXT_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Index:
    """Safe for threads, because nothing in it changes."""

    snapshot: Snapshot
    nearest: faiss.IndexFlatIP
    text: Field
    context: Field

    def closest(self, question: Vector, count: int) -> list[int]:
        """The passages whose vectors are closest to the question's, best first."""
        _, found = self.nearest.search(question[np.newaxis, :], min(count, len(self.snapshot.passages)))
        return [int(index) for index in found[0] if index >= 0]

    def similarity(self, question: Vector) -> Scores:
        """The cosine of each passage with the question."""
        return np.asarray(self.snapshot.vectors @ question, dtype=np.float32)

    def keyword_scores(self, question: Sequence[str]) -> Scores:
        """BM25 of each passage, its place counted beside its text."""
        return self.text.scores(question) + CONTEXT_WEIGHT * self.context.scores(question)

    def rarity(self, term: str) -> float:
        """How much a word of a question says about its subject: large for rare words."""
        return self.text.rarity(term)


def build_index(snapshot: Snapshot) -> Index:
    """Builds all parts; takes about a second for ten thousand passages."""
    nearest = faiss.IndexFlatIP(snapshot.vectors.shape[1])
    nearest.add(snapshot.vectors)
    text = Field((passage.text for passage in snapshot.passages), TEXT_K1, TEXT_B)
    context = Field((passage.section.context for passage in snapshot.passages), CONTEXT_K1, CONTEXT_B)
    return Index(snapshot, nearest, text, context)
