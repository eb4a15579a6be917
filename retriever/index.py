"""The index: the snapshot's vectors in FAISS and its words in BM25, built together and replaced together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

import faiss
import numpy as np
from numpy.typing import NDArray

from retriever.analysis import grams, terms
from retriever.keyword import Keywords, Scores
from retriever.snapshot import IndexedSection, Snapshot
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
    """Builds all parts; words are searched in a passage together with the place where it stands."""
    nearest = faiss.IndexFlatIP(snapshot.vectors.shape[1])
    nearest.add(snapshot.vectors)
    texts = [f"{_place(passage.section)}\n{passage.text}" for passage in snapshot.passages]
    # Not of the files' names: those are often written without umlauts.
    words = vocabulary(f"{passage.section.context}\n{passage.text}" for passage in snapshot.passages)
    return Index(snapshot, nearest, Keywords(texts, terms), Keywords(texts, grams), words)


def _place(section: IndexedSection) -> str:
    """The headings, and what file and folder are called: people name files by their subject."""
    path = PurePosixPath(section.document.name)
    return f"{path.parent.name} {path.stem} {section.context}".replace("_", " ")
