"""Documents as wholes: what each is about, and which questions it says it answers.

A passage that fits counts for more in a document that is about the same thing; and a question that somebody
foresaw leads to the document that answers it, whatever words the document itself uses.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retriever.snapshot import Snapshot
from retriever.twins import language_of

Numbers = NDArray[np.intp]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Subjects:
    """Documents are numbered from 0: `document_of` gives the number for each passage, `asked_of` for each
    foreseen question; `asked_at` is the passage of the document that is nearest to the question. `means` are
    the documents' mean vectors, `asked` those of the questions, all of length 1. `languages` has one for each
    passage."""

    document_of: Numbers
    means: Vectors
    asked: Vectors
    asked_of: Numbers
    asked_at: Numbers
    languages: NDArray[np.str_]


def subjects(snapshot: Snapshot) -> Subjects:
    """Works out what the documents of a library are about."""
    numbers: dict[int, int] = {}
    of = [numbers.setdefault(passage.section.document.id, len(numbers)) for passage in snapshot.passages]
    document_of = np.array(of, dtype=np.intp)
    kept = [row for row, document in enumerate(snapshot.asked_of) if document in numbers]
    asked = snapshot.asked[kept]
    asked_of = np.array([numbers[snapshot.asked_of[row]] for row in kept], dtype=np.intp)
    at = [_nearest(snapshot.vectors, document_of, *pair) for pair in zip(asked, asked_of, strict=True)]
    means = _means(snapshot.vectors, document_of, len(numbers))
    return Subjects(document_of, means, asked, asked_of, np.array(at, dtype=np.intp), _languages(snapshot))


def _means(vectors: Vectors, document_of: Numbers, documents: int) -> Vectors:
    sums = np.zeros((documents, vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, document_of, vectors)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)


def _nearest(vectors: Vectors, document_of: Numbers, question: Vectors, document: int) -> int:
    rows = np.flatnonzero(document_of == document)
    return int(rows[np.argmax(vectors[rows] @ question)])


def _languages(snapshot: Snapshot) -> NDArray[np.str_]:
    documents = (passage.section.document for passage in snapshot.passages)
    return np.array([language_of(document) for document in documents], dtype=np.str_)
