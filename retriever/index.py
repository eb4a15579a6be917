"""The index: what finds a snapshot's passages by vectors and by words, built together, replaced together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from knowledge.audience import Audience
from retriever import nearest
from retriever.analysis import grams, terms
from retriever.keyword import Keywords, Readable, Rows
from retriever.names import Names, names
from retriever.narrowing import Narrowing
from retriever.nearest import Nearest, Vector, Vectors, drawn
from retriever.snapshot import IndexedDocument, IndexedSection, Snapshot
from retriever.spelling import Vocabulary, vocabulary
from retriever.subjects import Subjects, subjects

__all__ = ["Index", "Part", "Vector", "Vectors", "build_index"]

PARTS_KEPT = 100
ROWS_KEPT = 10_000_000  # in all parts together; a row takes 9 bytes
SAMPLE = 4000


@dataclass(frozen=True, slots=True)
class Part:
    """The passages that are read by those whom the same audiences admit: their `rows` in the snapshot, and
    for each passage of the snapshot whether it is among them, None where all are. `sample` are some of the
    rows by chance where there are too many to look at each, else None."""

    rows: Rows
    readable: Readable | None
    documents: int
    sample: Rows | None


@dataclass(frozen=True, slots=True)
class Index:
    """Safe for threads, because nothing in it changes. `audiences` are all that occur, each once; `part`
    gives the passages of those with the given numbers, `admitted` for each passage whether a narrowing admits
    it. `nearest` is there where the library is large. A question looks at a retriever.view.View."""

    snapshot: Snapshot
    nearest: Nearest | None
    stems: Keywords
    grams: Keywords
    vocabulary: Vocabulary
    names: Names
    subjects: Subjects
    audiences: tuple[Audience, ...]
    part: Callable[[frozenset[int]], Part]
    admitted: Callable[[Narrowing], NDArray[np.bool_]]


def build_index(snapshot: Snapshot) -> Index:
    """Builds all parts; words are searched in a passage together with the place where it stands."""
    count = len(snapshot.passages)
    about = subjects(snapshot)
    _, first = np.unique(about.document_of, return_index=True)
    documents = [snapshot.passages[row].section.document for row in first.tolist()]
    audiences = tuple(dict.fromkeys(document.audience for document in documents))
    stems = Keywords(_texts(snapshot), terms)
    kept = min(PARTS_KEPT, max(ROWS_KEPT // max(count, 1), 1))
    return Index(
        snapshot,
        Nearest(snapshot.vectors) if count > nearest.EXACT_UP_TO else None,
        stems,
        Keywords(_texts(snapshot), grams),
        _words(snapshot),
        names(snapshot, stems, about.document_of),
        about,
        audiences,
        lru_cache(kept)(lambda admitted: _part(documents, about.document_of, audiences, admitted)),
        lru_cache(kept)(lambda narrowing: _admitted(documents, narrowing)[about.document_of]),
    )


def _texts(snapshot: Snapshot) -> Iterator[str]:
    return (f"{_place(passage.section)}\n{passage.text}" for passage in snapshot.passages)


def _words(snapshot: Snapshot) -> Vocabulary:
    """Of open documents only: mending tells by what it does to a question which words it knows. Not of the
    files' names: those are often written without umlauts."""
    return vocabulary(
        f"{passage.section.context}\n{passage.text}"
        for passage in snapshot.passages
        if passage.section.document.audience.open_to_all
    )


def _part(
    documents: Sequence[IndexedDocument],
    document_of: Rows,
    audiences: tuple[Audience, ...],
    admitted: frozenset[int],
) -> Part:
    readers = {audiences[number] for number in admitted}
    read = np.array([document.audience in readers for document in documents], dtype=bool)
    readable = read[document_of]
    rows = np.flatnonzero(readable)
    few = len(rows) <= nearest.EXACT_UP_TO
    return Part(
        rows,
        None if read.all() else readable,
        int(np.count_nonzero(read)),
        None if few else rows[drawn(len(rows), SAMPLE)],
    )


def _admitted(documents: Sequence[IndexedDocument], narrowing: Narrowing) -> NDArray[np.bool_]:
    return np.array([narrowing.admits(document) for document in documents], dtype=bool)


def _place(section: IndexedSection) -> str:
    """The headings, and what file and folder are called: people name files by their subject."""
    path = PurePosixPath(section.document.name)
    return f"{path.parent.name} {path.stem} {section.context}".replace("_", " ")
