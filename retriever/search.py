"""From a question to places: candidates by vectors and by words, fused, copies folded, neighbours joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retriever.index import Vector
from retriever.keyword import Scores
from retriever.question import language
from retriever.snapshot import IndexedPassage, IndexedSection
from retriever.view import View

CANDIDATES = 100
# What each way of finding counts for; measured in benchmarks/search.md.
STEM_WEIGHT = 0.07
GRAM_WEIGHT = 0.18
COPY_SIMILARITY = 0.985
# Beside a passage's own vector: that of its whole document, and questions that the document foresees.
SUBJECT_WEIGHT = 0.7
FORESEEN_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with what speaks for it: `dense` is its cosine with the question, `standing` by how many
    standard deviations that is above the mean of all that the reader may read, `grams` what it has of the
    question's letter groups, `score` the fusion. `number` is its place in the reader's view."""

    number: int
    passage: IndexedPassage
    dense: float
    standing: float
    grams: float
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
    """Every passage of a view with its scores for one question."""

    view: View
    dense: Scores
    standing: Scores
    grams: Scores
    fused: Scores

    def places(self, among: Sequence[int] | None = None) -> list[Place]:
        """The places, best first. With `among` only those passages are looked at, as deep as otherwise all
        are; what they score does not change."""
        order = np.argsort(-self.fused)
        if among is not None:
            order = order[np.isin(order, among)]
        found = [self._candidate(number) for number in order[:CANDIDATES].tolist()]
        return joined(_without_copies(self.view, found))

    def _candidate(self, number: int) -> Candidate:
        return Candidate(
            number,
            self.view.passage(number),
            dense=float(self.dense[number]),
            standing=float(self.standing[number]),
            grams=float(self.grams[number]),
            score=float(self.fused[number]),
        )


def search(view: View, question: str, vector: Vector) -> list[Place]:
    """The places for a question, best first; the view holds at least one passage."""
    return rank(view, question, vector).places()


def rank(view: View, question: str, vector: Vector) -> Ranking:
    """Scores all that the reader may read."""
    dense, stems, grams = view.similarity(vector), view.stems(question), view.grams(question)
    foreign = view.foreign(language(question))
    meant = fair(dense, foreign) + SUBJECT_WEIGHT * fair(view.subject(vector), foreign)
    by_document, by_passage = view.foreseen(vector)
    fused = (
        (1 - STEM_WEIGHT - GRAM_WEIGHT) * _standard(meant)
        + STEM_WEIGHT * _standard(stems)
        + GRAM_WEIGHT * _standard(grams)
        + FORESEEN_WEIGHT * (by_document + by_passage)
    )
    return Ranking(view, dense, _standard(dense), grams, fused)


def fair(scores: Scores, foreign: NDArray[np.bool_]) -> Scores:
    """Vectors of one language lie nearer to each other than those of two, whatever they say: the difference
    of the means is taken out, so that a question finds the right place in either."""
    if not foreign.any() or foreign.all():
        return scores
    shift = np.where(foreign, scores[~foreign].mean() - scores[foreign].mean(), 0)
    return np.asarray(scores + shift, dtype=np.float32)


def _standard(scores: Scores) -> Scores:
    """Scores in standard deviations above their mean, so that unlike scales can be added."""
    return np.asarray((scores - scores.mean()) / (scores.std() + 1e-6), dtype=np.float32)


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
