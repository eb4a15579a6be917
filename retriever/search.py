"""From a question to places: candidates by vectors and by words, fused, copies folded, neighbours joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from retriever.index import Index, Vector
from retriever.keyword import Scores
from retriever.snapshot import IndexedPassage, IndexedSection

CANDIDATES = 100
# What each way of finding counts for; measured in benchmarks/search.md.
STEM_WEIGHT = 0.07
GRAM_WEIGHT = 0.18
COPY_SIMILARITY = 0.985


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with what speaks for it: `dense` is its cosine with the question, `standing` by how many
    standard deviations that is above the library's mean, `score` the fusion with the words."""

    row: int
    passage: IndexedPassage
    dense: float
    standing: float
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


def search(index: Index, question: str, vector: Vector) -> list[Place]:
    """The places for a question, best first."""
    return _joined(_without_copies(index, _candidates(index, question, vector)))


def _candidates(index: Index, question: str, vector: Vector) -> list[Candidate]:
    dense, stems, grams = index.similarity(vector), index.stems.scores(question), index.grams.scores(question)
    standing = _standard(dense)
    fused = (
        (1 - STEM_WEIGHT - GRAM_WEIGHT) * standing
        + STEM_WEIGHT * _standard(stems)
        + GRAM_WEIGHT * _standard(grams)
    )
    rows = np.argsort(-fused)[:CANDIDATES]
    passages = index.snapshot.passages
    return [
        Candidate(int(r), passages[r], float(dense[r]), float(standing[r]), float(fused[r])) for r in rows
    ]


def _standard(scores: Scores) -> Scores:
    """Scores in standard deviations above their mean, so that unlike scales can be added."""
    return np.asarray((scores - scores.mean()) / (scores.std() + 1e-6), dtype=np.float32)


def _without_copies(index: Index, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leaves out what says nearly the same as something better that stands in another section."""
    vectors = index.snapshot.vectors[[c.row for c in candidates]]
    alike = vectors @ vectors.T > COPY_SIMILARITY
    kept: list[int] = []
    for number in range(len(candidates)):
        if not any(alike[number, other] for other in kept):
            kept.append(number)
    return [candidates[number] for number in kept]


def _joined(candidates: Sequence[Candidate]) -> list[Place]:
    """Neighbouring passages of one section become one place, at the rank of the best of them."""
    places: list[Place] = []
    for candidate in candidates:
        for number, place in enumerate(places):
            if _touches(place, candidate):
                members = sorted([*place.members, candidate], key=lambda c: c.passage.number)
                places[number] = replace(place, members=tuple(members))
                break
        else:
            places.append(Place(candidate, (candidate,)))
    return places


def _touches(place: Place, candidate: Candidate) -> bool:
    if place.section is not candidate.passage.section:
        return False
    first, last = place.members[0].passage.number, place.members[-1].passage.number
    return first - 1 <= candidate.passage.number <= last + 1
