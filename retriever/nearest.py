"""The nearest vectors of a large library, without looking at all of them.

Vectors lie in lists around centres (FAISS IVF), each of their numbers in one byte; a question looks at the
lists whose centres are nearest. Why this index and why from this size on stands in benchmarks/size.md.
"""

from __future__ import annotations

import math

import faiss
import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
Vectors = NDArray[np.float32]
Rows = NDArray[np.intp]
Among = NDArray[np.bool_]

# Up to so many passages that a reader may read a question is held against each of them.
EXACT_UP_TO = 100_000
# So many vectors that may be found are looked at; whoever may read a tenth looks through ten times the lists.
LOOKED_AT = 200_000
LISTS = 2  # times the square root of the number of vectors
LEARNT_FROM = 50  # vectors a list
ROUNDS = 10
SEED = 7


class Nearest:
    """Safe for threads, because nothing in it changes."""

    def __init__(self, vectors: Vectors) -> None:
        count, dimensions = vectors.shape
        self._lists = min(LISTS * math.isqrt(count), count)
        self._centres = faiss.IndexFlatIP(dimensions)
        self._index = faiss.IndexIVFScalarQuantizer(
            self._centres,
            dimensions,
            self._lists,
            faiss.ScalarQuantizer.QT_8bit,
            faiss.METRIC_INNER_PRODUCT,
        )
        self._index.cp.niter = ROUNDS
        self._index.cp.min_points_per_centroid = 1
        self._index.train(vectors[drawn(count, LEARNT_FROM * self._lists)])
        self._index.add(vectors)

    def rows(self, question: Vector, count: int, among: Among | None = None) -> Rows:
        """At most so many rows of the vectors nearest to the question, of those `among` which they may be."""
        possible = self._index.ntotal if among is None else int(np.count_nonzero(among))
        if not possible:
            return np.zeros(0, np.intp)
        how = faiss.IVFSearchParameters()
        how.nprobe = min(math.ceil(self._lists * LOOKED_AT / possible), self._lists)
        if among is not None:
            bits = np.packbits(among, bitorder="little")
            chosen = faiss.IDSelectorBitmap(len(bits), faiss.swig_ptr(bits))
            how.sel = chosen  # a bare pointer, as the bits are: both must outlive the search
        _, found = self._index.search(question[np.newaxis, :], count, params=how)
        return np.asarray(found[0][found[0] >= 0], dtype=np.intp)


def best(scores: Vector, count: int, among: Among | None = None) -> Rows:
    """At most so many places with the highest scores above 0."""
    here = np.flatnonzero(scores > 0 if among is None else (scores > 0) & among)
    if len(here) > count:
        here = here[np.argpartition(-scores[here], count)[:count]]
    return here


def drawn(count: int, most: int) -> Rows:
    """About so many of the first `count` numbers, by chance, the same each time, in rising order; all where
    there are no more."""
    if count <= most:
        return np.arange(count)
    return np.unique(np.random.default_rng(SEED).integers(0, count, most))
