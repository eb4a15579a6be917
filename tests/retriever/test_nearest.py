"""The way a large library is searched: what it finds, and that it lets nothing through that others may read.

Tests force it on small libraries, with so few candidates and so small a sample that it must choose.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.people.roles import Role
from knowledge.audience import OPEN, Audience
from knowledge.kinds import DocumentKind
from retriever import nearest
from retriever.index import Index, build_index
from retriever.keyword import Keywords
from retriever.narrowing import Narrowing
from retriever.nearest import Nearest, Vector, Vectors, best, drawn
from retriever.retrieval import retrieve
from retriever.search import rank
from retriever.snapshot import IndexedDocument, IndexedPassage, IndexedSection, Snapshot
from retriever.view import View, view_of
from tests.knowledge.people import person

# Run here once more, as a large library.
from tests.retriever.test_rights import (  # noqa: F401
    library,
    test_a_better_copy_that_is_hidden_does_not_push_the_readable_one_out,
    test_confidence_ranking_and_scores_are_those_of_a_library_without_the_hidden_documents,
    test_hits_are_of_documents_that_the_person_may_read,
    test_passages_are_joined_with_the_right_neighbours_of_their_own_document,
    test_scores_and_evidence_are_those_of_a_library_without_the_hidden_documents,
    test_who_may_read_nothing_finds_an_empty_library,
    whole,
    without,
)

DIMENSIONS = 32
PASSAGES, A_DOCUMENT = 600, 3
HEADS = Audience(True, frozenset({Role.HEAD}))
WORDS = [f"{first}{second}" for first in ("kabel", "taste", "druck", "netz") for second in "abcdefghijklmnop"]


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearest, "EXACT_UP_TO", 0)
    monkeypatch.setattr("retriever.index.SAMPLE", 3)
    monkeypatch.setattr("retriever.view.NEAR", 4)
    monkeypatch.setattr("retriever.view.WITH_WORDS", 4)


def vectors(count: int, seed: int = 1) -> Vectors:
    made = np.random.default_rng(seed).standard_normal((count, DIMENSIONS), np.float32)
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True))


def snapshot(count: int = PASSAGES, hidden: int = 2) -> Snapshot:
    """Every `hidden`-th document is for heads only."""
    chance = np.random.default_rng(2)
    documents = [
        IndexedDocument(
            number,
            f"{number}.md",
            "iPad" if number % 4 < 2 else "Notebook",
            DocumentKind.WEB,
            "de",
            None,
            OPEN if number % hidden else HEADS,
        )
        for number in range(-(-count // A_DOCUMENT))
    ]
    sections = [IndexedSection(document, (), ()) for document in documents]
    passages = tuple(
        IndexedPassage(
            sections[row // A_DOCUMENT], row % A_DOCUMENT, 0, 0, " ".join(chance.choice(WORDS, 8)), None, None
        )
        for row in range(count)
    )
    asked_of = tuple(range(0, len(documents), 5))
    return Snapshot(1, len(documents), passages, vectors(count), vectors(len(asked_of), 3), asked_of, {})


def readable_only(entire: Snapshot) -> Snapshot:
    """As though the others had never been there."""
    kept = [row for row, passage in enumerate(entire.passages) if passage.section.document.audience is OPEN]
    passages = tuple(entire.passages[row] for row in kept)
    numbers = {passage.section.document.id for passage in passages}
    asked = [place for place, number in enumerate(entire.asked_of) if number in numbers]
    return replace(
        entire,
        documents=len(numbers),
        passages=passages,
        vectors=entire.vectors[kept],
        asked=entire.asked[asked],
        asked_of=tuple(entire.asked_of[place] for place in asked),
    )


def names(view: View, question: str, vector: Vector) -> list[tuple[str, int]]:
    found = retrieve(view, question, vector, 5).places
    return [(place.section.document.name, place.best.passage.number) for place in found]


QUESTIONS = [(" ".join(WORDS[number : number + 3]), vector) for number, vector in enumerate(vectors(20, 4))]


@pytest.fixture(scope="module")
def exact() -> Index:
    """The same library, searched as a small one is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearest, "EXACT_UP_TO", PASSAGES)
        index = build_index(snapshot())
        index.part(frozenset(range(len(index.audiences))))
    return index


def test_the_nearest_are_found() -> None:
    among, index = vectors(500), Nearest(vectors(500))
    for question in vectors(20, 5):
        right = set(np.argsort(-(among @ question))[:10].tolist())
        assert len(right & set(index.rows(question, 20).tolist())) >= 9


def test_only_rows_that_may_be_found_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearest, "LOOKED_AT", 20)
    index, among = Nearest(vectors(500)), np.arange(500) % 50 == 7
    question = vectors(1, 5)[0]
    assert sorted(index.rows(question, 20, among)) == np.flatnonzero(among).tolist()
    assert len(index.rows(question, 20, np.zeros(500, bool))) == 0
    assert 0 < len(index.rows(question, 20)) <= 20


def test_one_vector_is_enough() -> None:
    assert Nearest(vectors(1)).rows(vectors(1)[0], 5).tolist() == [0]


def test_the_best_are_those_with_the_highest_scores_above_nothing() -> None:
    scores = np.array([0, 3, 1, 2, 0, -1], np.float32)
    assert sorted(best(scores, 2)) == [1, 3]
    assert sorted(best(scores, 9)) == [1, 2, 3]
    assert sorted(best(scores, 2, np.array([1, 0, 1, 1, 1, 1], bool))) == [2, 3]


def test_numbers_are_drawn_the_same_each_time_and_all_where_there_are_few() -> None:
    assert drawn(5, 10).tolist() == [0, 1, 2, 3, 4]
    assert (drawn(1000, 10) == drawn(1000, 10)).all()
    assert len(set(drawn(1000, 10).tolist())) <= 10


def test_scores_of_some_rows_are_those_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [passage.text for passage in snapshot().passages]
    readable = np.arange(PASSAGES) % 3 > 0
    asked = Keywords(texts, str.split).asked(" ".join(WORDS[:9]), readable)
    rows = np.flatnonzero(readable)[::7]
    monkeypatch.setattr("retriever.keyword.LOOK_UP", 0)
    assert (asked.at(rows) == asked.all()[rows]).all()


def test_the_rarest_terms_speak_for_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retriever.keyword.ENOUGH", 3)
    asked = Keywords(["a b", "a", "a", "a c", "b c"], str.split).asked("a b c nie")
    assert [bool(score) for score in asked.rare()] == [True, False, False, False, True]
    assert (Keywords(["a", "a"] * 5, str.split).asked("a").rare() > 0).all()


def test_a_large_library_is_held_against_a_few_and_finds_nearly_the_same_first(
    exact: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retriever.index.SAMPLE", 100)
    index = build_index(snapshot())
    assert index.nearest is not None
    large, small = view_of(index, None, True), view_of(exact, None, True)
    assert len(rank(large, *QUESTIONS[0]).rows) < PASSAGES == len(rank(small, *QUESTIONS[0]).rows)
    same = [names(large, *question)[0] in names(small, *question)[:3] for question in QUESTIONS]
    assert np.mean(same) >= 0.9


@pytest.mark.parametrize("narrowing", [Narrowing(), Narrowing(frozenset({"iPad"}))])
def test_nobody_is_shown_what_they_may_not_read(narrowing: Narrowing) -> None:
    view = view_of(build_index(snapshot()), person(Role.TEACHER))
    assert 0 < len(view) < PASSAGES
    within = view.admitted(narrowing) if narrowing else None
    for question in QUESTIONS:
        ranking = rank(view, *question, within)
        documents = [view.passage(int(number)).section.document for number in view.numbers(ranking.rows)]
        assert all(document.audience is OPEN for document in documents)
        found = retrieve(view, *question, 10, narrowing, threshold=1.0)
        assert all(place.section.document.audience is OPEN for place in found.places)


def test_scores_are_those_of_a_library_without_what_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passages are all of one length, because its mean is the one thing that all readers share."""
    monkeypatch.setattr("retriever.index.SAMPLE", 60)
    large, alone = (
        view_of(build_index(snapshot()), None),
        view_of(build_index(readable_only(snapshot())), None),
    )
    for question in QUESTIONS:
        one, other = rank(large, *question), rank(alone, *question)
        both, here, there = np.intersect1d(large.numbers(one.rows), other.rows, return_indices=True)
        assert len(both) >= 0.8 * len(other.rows)
        assert one.fused[here] == pytest.approx(other.fused[there], abs=1e-3)


def test_a_word_that_is_in_no_passage_of_the_sample_does_not_outweigh_all_else() -> None:
    entire = snapshot()
    passages = list(entire.passages)
    passages[PASSAGES // 2] = replace(passages[PASSAGES // 2], text="einhorn " + " ".join(WORDS[:7]))
    view = view_of(build_index(replace(entire, passages=tuple(passages))), None, everything=True)
    ranking = rank(view, "einhorn", QUESTIONS[0][1])
    assert PASSAGES // 2 in ranking.rows
    assert PASSAGES // 2 not in view.part.sample
    assert ranking.fused.max() < 10


def test_what_a_narrowing_admits_is_looked_for_as_deep_as_all_else() -> None:
    view = view_of(build_index(snapshot()), None, everything=True)
    for devices in ({"iPad"}, {"Notebook"}):
        within = view.admitted(Narrowing(frozenset(devices)))
        ranking = rank(view, *QUESTIONS[0], within)
        assert np.count_nonzero(within[ranking.rows]) >= 4
        assert all(within[view.part.rows[place.best.number]] for place in ranking.places(within))


def test_who_may_read_little_of_a_large_library_is_searched_for_exactly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nearest, "EXACT_UP_TO", PASSAGES // 2 + A_DOCUMENT)
    index = build_index(snapshot())
    few, all_of_it = view_of(index, None), view_of(index, None, everything=True)
    assert len(rank(few, *QUESTIONS[0]).rows) == len(few)
    assert len(rank(all_of_it, *QUESTIONS[0]).rows) < len(all_of_it)
