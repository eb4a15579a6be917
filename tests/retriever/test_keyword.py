"""Scores of words, over all passages and over those that a reader may read."""

from __future__ import annotations

import numpy as np
import pytest

from retriever.keyword import Keywords

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
