"""From a question to places: candidates by vectors and by words, fused, copies folded, neighbours joined."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from retriever.index import Vector
from retriever.keyword import Rows, Scores
from retriever.question import language
from retriever.snapshot import IndexedPassage, IndexedSection
from retriever.view import ALL, Typical, View

CANDIDATES = 100
# What each way of finding counts for; measured in benchmarks/search.md.
STEM_WEIGHT = 0.07
GRAM_WEIGHT = 0.18
COPY_SIMILARITY = 0.985
# Beside a passage's own vector: that of its whole document, and questions that the document foresees.
SUBJECT_WEIGHT = 0.7
FORESEEN_WEIGHT = 0.5
# A name of the question (retriever.names) in a passage; benchmarks/quality.md.
NAMED_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with what speaks for it: `dense` is its cosine with the question, `score` the fusion of all
    that does. `number` is its place in the reader's view."""

    number: int
    passage: IndexedPassage
    dense: float
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """One or more neighbouring passages of a section, in reading order; the scores are the best passage's."""

    best: Candidate
    members: tuple[Candidate, ...]

    @property
    def section(self) -> IndexedSection:
        return self.best.passage.section

    @property
    def first(self) -> IndexedPassage:
        return self.members[0].passage

    @property
    def text(self) -> str:
        return "\n".join(member.passage.text for member in self.members)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The passages of a view that a question was held against, as rows of the snapshot, with their scores."""

    view: View
    rows: Rows
    dense: Scores
    fused: Scores

    def places(self, among: NDArray[np.bool_] | None = None) -> list[Place]:
        """The places, best first. With `among` only those rows of the snapshot are looked at, as deep as
        otherwise all are; what they score does not change."""
        order = np.argsort(-self.fused)
        if among is not None:
            order = order[among[self.rows[order]]]
        found = [self._candidate(place) for place in order[:CANDIDATES].tolist()]
        return joined(_without_copies(self.view, found))

    def _candidate(self, place: int) -> Candidate:
        number = int(self.view.numbers(self.rows[place : place + 1])[0])
        return Candidate(
            number,
            self.view.passage(number),
            dense=float(self.dense[place]),
            score=float(self.fused[place]),
        )


def search(view: View, question: str, vector: Vector) -> list[Place]:
    """The places for a question, best first; the view holds at least one passage."""
    return rank(view, question, vector).places()


def rank(view: View, question: str, vector: Vector, within: NDArray[np.bool_] | None = None) -> Ranking:
    """Scores what the reader may read; where that is much, what may become the best of it, and of what lies
    `within` these rows of the snapshot and of what does not."""
    words, foreseen = view.words(question), view.foreseen(vector)
    pool = view.pool(vector, words, foreseen, within)
    rows, standard = pool.rows, partial(_standard, typical=pool.typical)
    foreign = view.foreign(language(question), rows)
    level, heard = partial(fair, foreign=foreign, typical=pool.typical), heard_for(foreign[pool.typical])
    dense, stems, grams = view.similarity(vector, rows), words[0].at(rows), words[1].at(rows)
    fused = (
        (1 - heard * (STEM_WEIGHT + GRAM_WEIGHT))
        * standard(level(dense) + SUBJECT_WEIGHT * level(view.subject(vector, rows)))
        + heard * STEM_WEIGHT * standard(stems)
        + heard * GRAM_WEIGHT * standard(grams)
        + FORESEEN_WEIGHT * view.answering(foreseen, rows)
        + NAMED_WEIGHT * view.named(question, rows)
    )
    return Ranking(view, rows, dense, fused)


def heard_for(foreign: NDArray[np.bool_]) -> float:
    """What words count for, at most 1: less where most passages are in another language than the question.
    There they only lead to the few that happen to be in its own; where none is, they lead astray nowhere, and
    names of devices and programs are the same in both."""
    own = 1 - float(foreign.mean())
    return min(1.0, math.sqrt(2 * own)) if own else 1.0


def fair(scores: Scores, foreign: NDArray[np.bool_], typical: Typical = ALL) -> Scores:
    """Vectors of one language lie nearer to each other than those of two, whatever they say: the difference
    of the means is taken out, so that a question finds the right place in either."""
    usual, other = scores[typical], foreign[typical]
    if not other.any() or other.all():
        return scores
    shift = np.where(foreign, usual[~other].mean() - usual[other].mean(), 0)
    return np.asarray(scores + shift, dtype=np.float32)


def _standard(scores: Scores, typical: Typical) -> Scores:
    """Scores in standard deviations above the mean of the typical, so that unlike scales can be added. The
    deviation is at least what the best score makes of it by itself: a rare word need not be in a sample."""
    usual = scores[typical]
    deviation = max(usual.std(), (scores.max() - usual.mean()) / len(usual) ** 0.5)
    return np.asarray((scores - usual.mean()) / (deviation + 1e-6), dtype=np.float32)


def _without_copies(view: View, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leaves out what says nearly the same as something better that stands in another section."""
    vectors = view.vectors([candidate.number for candidate in candidates])
    alike = vectors @ vectors.T > COPY_SIMILARITY
    kept: list[int] = []
    for number, candidate in enumerate(candidates):
        others = (o for o in kept if alike[number, o])
        if all(candidates[o].passage.section is candidate.passage.section for o in others):
            kept.append(number)
    return [candidates[number] for number in kept]


def joined(candidates: Sequence[Candidate]) -> list[Place]:
    """Neighbouring passages of one section become one place, at the rank of the best of them."""
    by_section: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_section.setdefault(id(candidate.passage.section), []).append(candidate)
    places = [_place(run) for members in by_section.values() for run in _runs(members)]
    return sorted(places, key=lambda place: -place.best.score)


def _runs(members: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Passages of one section in reading order, cut where one is missing between two."""
    run: list[Candidate] = []
    for member in sorted(members, key=lambda c: c.passage.number):
        if run and member.passage.number > run[-1].passage.number + 1:
            yield run
            run = []
        run.append(member)
    yield run


def _place(run: Sequence[Candidate]) -> Place:
    return Place(max(run, key=lambda c: c.score), tuple(run))
