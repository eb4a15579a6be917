"""The index: the snapshot's vectors in FAISS and its words in BM25, built together and replaced together."""

from __future__ import annotations

from dataclasses import dataclass

import faiss
import numpy as np
from numpy.typing import NDArray

from retriever.analysis import grams, terms
from retriever.keyword import Keywords, Scores
from retriever.snapshot import Snapshot
from retriever.spelling import Vocabulary, vocabulary

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Index:
    """Safe for threads, because nothing in it changes."""

    snapshot: Snapshot
    nearest: faiss.IndexFlatIP
    stems: Keywords
    grams: Keywords
    vocabulary: Vocabulary

    def similarity(self, question: Vector) -> Scores:
        """The cosine of each passage with the question, in the order of the passages."""
        count = len(self.snapshot.passages)
        found, rows = self.nearest.search(question[np.newaxis, :], count)
        similarity = np.empty(count, dtype=np.float32)
        similarity[rows[0]] = found[0]
        return similarity

    def rarity(self, term: str) -> float:
        """How much a word of a question says about its subject: large for rare words."""
        return self.stems.rarity(term)


def build_index(snapshot: Snapshot) -> Index:
    """Builds all parts; a passage is searched together with the place where it stands."""
    nearest = faiss.IndexFlatIP(snapshot.vectors.shape[1])
    nearest.add(snapshot.vectors)
    texts = [f"{passage.section.context}\n{passage.text}" for passage in snapshot.passages]
    return Index(snapshot, nearest, Keywords(texts, terms), Keywords(texts, grams), vocabulary(texts))
