"""From a question to places: candidates by vectors and by words, fused, copies folded, neighbours joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from retriever.index import Vector
from retriever.keyword import Scores
from retriever.snapshot import IndexedPassage, IndexedSection
from retriever.view import View

CANDIDATES = 100
# What each way of finding counts for; measured in benchmarks/search.md.
STEM_WEIGHT = 0.07
GRAM_WEIGHT = 0.18
COPY_SIMILARITY = 0.985


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


def search(view: View, question: str, vector: Vector) -> list[Place]:
    """The places for a question, best first; the view holds at least one passage."""
    return joined(_without_copies(view, _candidates(view, question, vector)))


def _candidates(view: View, question: str, vector: Vector) -> list[Candidate]:
    dense, stems, grams = view.similarity(vector), view.stems(question), view.grams(question)
    standing = _standard(dense)
    fused = (
        (1 - STEM_WEIGHT - GRAM_WEIGHT) * standing
        + STEM_WEIGHT * _standard(stems)
        + GRAM_WEIGHT * _standard(grams)
    )
    return [
        Candidate(
            number,
            view.passage(number),
            dense=float(dense[number]),
            standing=float(standing[number]),
            grams=float(grams[number]),
            score=float(fused[number]),
        )
        for number in np.argsort(-fused)[:CANDIDATES].tolist()
    ]


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
