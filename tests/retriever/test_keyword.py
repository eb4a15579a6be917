"""Scores of words, over all passages and over those that a reader may read."""

from __future__ import annotations

import math

import numpy as np
import pytest

from retriever.keyword import K1, B, Keywords

# As long as one another, so that the mean length is the same with and without the hidden ones.
TEXTS = [
    "kasse steht unten",
    "kasse kasse schrank",
    "wlan heisst lernen",
    "tresor kasse schrank",
    "tresor wlan kasse",
    "tresor tresor tresor",
]
READABLE = np.array([True, True, True, False, False, False])


def split(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("question", ["kasse", "schrank", "wlan kasse", "tresor", "tresor wlan", "nie"])
def test_readable_passages_score_as_though_there_were_no_others(question: str) -> None:
    alone = Keywords(TEXTS[:3], split)
    scores = Keywords(TEXTS, split).scores(question, READABLE)
    assert scores[:3] == pytest.approx(alone.scores(question))
    assert not scores[3:].any()


@pytest.mark.parametrize("term", ["kasse", "schrank", "wlan", "tresor", "nie"])
def test_terms_are_as_rare_as_though_there_were_no_other_passages(term: str) -> None:
    assert Keywords(TEXTS, split).rarity(term, READABLE) == Keywords(TEXTS[:3], split).rarity(term)


def test_where_all_are_readable_the_scores_are_the_rankers_own() -> None:
    found = Keywords(TEXTS, split)
    everyone = np.ones(len(TEXTS), dtype=bool)
    assert found.scores("kasse schrank", everyone) == pytest.approx(found.scores("kasse schrank"))
    assert found.rarity("kasse", everyone) == found.rarity("kasse")


def by_the_book(texts: list[str], question: str) -> list[float]:
    """BM25 as Robertson and Zaragoza write it, with Lucene's rarity, without the constant factor K1 + 1."""
    passages = [split(text) for text in texts]
    mean = sum(map(len, passages)) / len(passages)

    def adds(term: str, passage: list[str]) -> float:
        having = sum(term in other for other in passages)
        rare = math.log(1 + (len(texts) - having + 0.5) / (having + 0.5))
        times = passage.count(term)
        return rare * times / (K1 * (1 - B + B * len(passage) / mean) + times)

    return [sum(adds(term, passage) for term in set(split(question))) for passage in passages]


UNLIKE = [*TEXTS, "", "kasse", "kasse wlan kasse wlan kasse", "x y z tresor x y z", "kasse"]


@pytest.mark.parametrize("question", ["kasse", "kasse schrank kasse", "x tresor wlan", "nie", ""])
@pytest.mark.parametrize("chunk", [1, 3, 100])
def test_scores_are_those_of_bm25_however_passages_are_counted(
    question: str, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retriever.keyword.CHUNK", chunk)
    found = Keywords(iter(UNLIKE), split)
    assert found.scores(question) == pytest.approx(by_the_book(UNLIKE, question), rel=1e-5)


def test_without_passages_nothing_is_known() -> None:
    found = Keywords([], split)
    assert len(found.scores("kasse")) == 0
    assert not found.knows("kasse")
