"""Searching a few short texts that are no documents, such as what trainings are about, by the means of the
library's search: letter groups and meaning, each text looked at by itself.

How the numbers were found stands in benchmarks/short_texts.md.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import numpy as np

from core.people.names import fold
from knowledge.embedding.protocol import Embeds
from retriever.analysis import distinct, grams
from retriever.finding import has_all
from retriever.index import Vector, Vectors
from retriever.keyword import K1, Keywords, Scores
from retriever.other_subjects import OTHER_SUBJECTS
from retriever.spelling import Vocabulary, vocabulary

TEXTS_KEPT = 5_000
SETS_KEPT = 16
# A text fits by the cosine of its vector and, for a tenth, by its share of the letter groups that are typed;
# next to a better one only when it is not far behind.
WORDS_WEIGHT = 0.1
FITS = 0.835
NOT_FAR_BEHIND = 0.06
ALIKE = 0.87


class ShortTexts:
    """Safe for threads. Each text is embedded once; of many the latest are kept."""

    def __init__(self, embedder: Embeds) -> None:
        self._read = _Vectors(embedder.embed_passages)
        self._asked = _Vectors(embedder.embed_questions)
        self._words = lru_cache(SETS_KEPT)(_words)

    def rank(self, words: str, texts: Mapping[int, str]) -> list[int]:
        """The numbers of the texts that fit the words, best first. A text in which all of the words stand,
        also as parts of longer ones, always fits."""
        typed, each = fold(words).split(), tuple(texts.values())
        if not typed or not each:
            return []
        scores, elsewhere = self._scores(words, each)
        fits = scores >= max(FITS, elsewhere, float(scores.max()) - NOT_FAR_BEHIND)
        fits |= np.array([has_all(text, typed) for text in each])
        numbers = list(texts)
        return [numbers[place] for place in np.argsort(-scores, kind="stable").tolist() if fits[place]]

    def near(self, text: str, others: Sequence[str]) -> list[float]:
        """How near in meaning each of the others is, at most 1; 0 where it means something else."""
        if not others:
            return []
        vectors = self._asked.of([text, *others])
        return [float(near) if near >= ALIKE else 0.0 for near in vectors[1:] @ vectors[0]]

    def _scores(self, words: str, each: tuple[str, ...]) -> tuple[Scores, float]:
        """What each text scores, and what the words score with something else altogether."""
        known = self._words(each)
        question: Vector = self._asked.of([known.vocabulary.mend(words)])[0]
        elsewhere = float((self._read.of(OTHER_SUBJECTS) @ question).max())
        return self._read.of(each) @ question + np.float32(WORDS_WEIGHT) * known.share(words), elsewhere


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a few texts."""

    grams: Keywords
    vocabulary: Vocabulary

    def share(self, words: str) -> Scores:
        """The share, by rarity, of the words' letter groups in each text."""
        most = (K1 + 1) * sum(self.grams.rarity(gram) for gram in distinct(grams(words)))
        return self.grams.scores(words) / np.float32(most or 1)


def _words(texts: tuple[str, ...]) -> _Words:
    return _Words(Keywords(texts, grams), vocabulary(texts))


class _Vectors:
    """The vectors of texts, made once and kept as long as there is room."""

    def __init__(self, embed: Callable[[Sequence[str]], Vectors]) -> None:
        self._embed = embed
        self._kept: OrderedDict[str, Vector] = OrderedDict()
        self._lock = Lock()

    def of(self, texts: Sequence[str]) -> Vectors:
        """A row for each text, in the same order; there is at least one."""
        with self._lock:
            known = {text: self._kept[text] for text in texts if text in self._kept}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known |= dict(zip(new, self._embed(new), strict=True))
        self._keep(known)
        return np.stack([known[text] for text in texts])

    def _keep(self, used: Mapping[str, Vector]) -> None:
        with self._lock:
            for text, vector in used.items():
                self._kept[text] = vector
                self._kept.move_to_end(text)
            while len(self._kept) > TEXTS_KEPT:
                self._kept.popitem(last=False)
