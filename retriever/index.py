"""The index: the snapshot's vectors in FAISS and its words in BM25, built together and replaced together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

import faiss
import numpy as np
from numpy.typing import NDArray

from knowledge.audience import Audience
from retriever.analysis import grams, terms
from retriever.keyword import Keywords, Readable, Scores
from retriever.snapshot import IndexedSection, Snapshot
from retriever.spelling import Vocabulary, vocabulary
from retriever.subjects import Subjects, subjects

Vector = NDArray[np.float32]
Vectors = NDArray[np.float32]
PARTS_KEPT = 100  # a part of 8,000 passages takes 72 KB


@dataclass(frozen=True, slots=True)
class Part:
    """The passages that are read by those whom the same audiences admit: their `rows` in the snapshot, and
    for each passage of the snapshot whether it is among them, None where all are."""

    rows: NDArray[np.intp]
    readable: Readable | None
    documents: int


@dataclass(frozen=True, slots=True)
class Index:
    """Safe for threads, because nothing in it changes. `audiences` are all that occur, each once; `part`
    gives the passages of those with the given numbers. A question looks at a retriever.view.View."""

    snapshot: Snapshot
    nearest: faiss.IndexFlatIP
    stems: Keywords
    grams: Keywords
    vocabulary: Vocabulary
    subjects: Subjects
    audiences: tuple[Audience, ...]
    part: Callable[[frozenset[int]], Part]

    def similarity(self, question: Vector) -> Scores:
        """The cosine of each passage with the question, in the order of the passages."""
        count = len(self.snapshot.passages)
        found, rows = self.nearest.search(question[np.newaxis, :], count)
        similarity = np.empty(count, dtype=np.float32)
        similarity[rows[0]] = found[0]
        return similarity


def build_index(snapshot: Snapshot) -> Index:
    """Builds all parts; words are searched in a passage together with the place where it stands."""
    nearest = faiss.IndexFlatIP(snapshot.vectors.shape[1])
    nearest.add(snapshot.vectors)
    texts = [f"{_place(passage.section)}\n{passage.text}" for passage in snapshot.passages]
    audiences = tuple(dict.fromkeys(passage.section.document.audience for passage in snapshot.passages))
    parts = lru_cache(PARTS_KEPT)(lambda admitted: _part(snapshot, audiences, admitted))
    return Index(
        snapshot,
        nearest,
        Keywords(texts, terms),
        Keywords(texts, grams),
        _words(snapshot),
        subjects(snapshot),
        audiences,
        parts,
    )


def _words(snapshot: Snapshot) -> Vocabulary:
    """Of open documents only: mending tells by what it does to a question which words it knows. Not of the
    files' names: those are often written without umlauts."""
    return vocabulary(
        f"{passage.section.context}\n{passage.text}"
        for passage in snapshot.passages
        if passage.section.document.audience.open_to_all
    )


def _part(snapshot: Snapshot, audiences: tuple[Audience, ...], admitted: frozenset[int]) -> Part:
    if len(admitted) == len(audiences):
        return Part(np.arange(len(snapshot.passages)), None, snapshot.documents)
    readers = {audiences[number] for number in admitted}
    documents = [passage.section.document for passage in snapshot.passages]
    readable = np.fromiter((document.audience in readers for document in documents), bool, len(documents))
    rows = np.flatnonzero(readable)
    return Part(rows, readable, len({documents[row].id for row in rows}))


def _place(section: IndexedSection) -> str:
    """The headings, and what file and folder are called: people name files by their subject."""
    path = PurePosixPath(section.document.name)
    return f"{path.parent.name} {path.stem} {section.context}".replace("_", " ")
