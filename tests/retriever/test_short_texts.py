"""Trainings found by what teachers type, and wishes that mean the same, with the model that ships. On the
half that is kept aside nothing is ever tuned; the floors only rise (benchmarks/short_texts.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.people.person import SchoolKind
from core.settings import Settings
from knowledge.embedding.embedder import Embedder
from retriever import short_texts
from retriever.other_subjects import OTHER_SUBJECTS
from retriever.short_texts import ShortTexts
from tests.doubles import HashEmbedder
from tests.retriever.wishes_to_compare import KEPT_ASIDE as WISHES_KEPT_ASIDE
from tests.retriever.wishes_to_compare import TUNING as WISHES_TUNING
from trainings.as_text import as_text
from trainings.facts import Training

HERE = Path(__file__).parent
Case = dict[str, Any]


def lines(file: str) -> list[Case]:
    return [json.loads(line) for line in (HERE / file).read_text("utf-8").splitlines()]


def training(row: Case) -> Training:
    return Training(
        id=row["id"],
        title=row["title"],
        aim=row["aim"],
        audience=tuple(SchoolKind(kind) for kind in row["audience"]),
        level=row["level"],
        devices=tuple(row["devices"]),
        topics=tuple(row["topics"]),
        minutes=90,
        preparation="",
        certificate_minutes=0,
    )


TEXTS = {row["id"]: as_text(training(row)) for row in lines("trainings-to-find.jsonl")}
KEPT_ASIDE = lines("trainings-typed-kept-aside.jsonl")
FITTING = [case for case in KEPT_ASIDE if case["first"]]
NOTHING = [case for case in KEPT_ASIDE if not case["first"]]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> ShortTexts:
    return ShortTexts(Embedder.load(Settings(home=tmp_path_factory.mktemp("model")), threads=1))


@dataclass
class Counting:
    """The cheap model; remembers what it was given."""

    cheap: HashEmbedder = field(default_factory=HashEmbedder)
    passages: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    model_id: str = "counting"
    dimensions: int = 128
    max_tokens: int = 512

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.passages += texts
        return self.cheap.embed_passages(texts)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.questions += texts
        return self.cheap.embed_questions(texts)

    def embed_question(self, text: str) -> NDArray[np.float32]:
        return self.cheap.embed_question(text)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self.cheap.count_tokens(texts)


def first(found: ShortTexts, case: Case, texts: Mapping[int, str] = TEXTS) -> int | None:
    return next(iter(found.rank(case["typed"], texts)), None)


def test_what_teachers_say_of_3d_printing_leads_to_the_training_for_their_school(found: ShortTexts) -> None:
    assert found.rank("etwas mit 3D-Druck für Grundschule", TEXTS)[0] == 1
    assert found.rank("3D-Drucker", TEXTS)[:2] in ([1, 2], [2, 1])


def test_the_right_training_is_nearly_always_the_first(found: ShortTexts) -> None:
    right = [first(found, case) in case["first"] for case in FITTING]
    assert sum(right) / len(right) >= 0.9


def test_what_no_training_is_about_mostly_finds_nothing(found: ShortTexts) -> None:
    empty = [not found.rank(case["typed"], TEXTS) for case in NOTHING]
    assert sum(empty) / len(empty) >= 0.85


def test_only_what_fits_is_shown(found: ShortTexts) -> None:
    counts = [len(found.rank(case["typed"], TEXTS)) for case in FITTING]
    assert sum(counts) / len(counts) <= 2.1


def test_one_training_alone_is_found_as_among_many(found: ShortTexts) -> None:
    """What fits does not hang on what else there is."""
    alone = {1: TEXTS[1]}
    assert found.rank("etwas mit 3D-Druck für Grundschule", alone) == [1]
    assert found.rank("Yoga für Lehrkräfte", alone) == []


@pytest.mark.parametrize("typed", ["", "   ", "!?"])
def test_without_words_nothing_is_found(found: ShortTexts, typed: str) -> None:
    assert found.rank(typed, TEXTS) == []
    assert found.rank("Moodle", {}) == []


@pytest.mark.parametrize("typed", ["lasercu", "Schülerzeitung", "SCHUELERZEITUNG", "mini calliope"])
def test_words_that_stand_in_a_text_find_it_also_while_they_are_typed(found: ShortTexts, typed: str) -> None:
    assert TEXTS[found.rank(typed, TEXTS)[0]].startswith(
        ("Lasercutter", "Schülerzeitung", "Programmieren mit dem Calliope mini")
    )


def test_a_text_with_all_the_words_fits_whatever_the_model_says() -> None:
    assert ShortTexts(HashEmbedder()).rank("acr", TEXTS) == [3]
    assert ShortTexts(HashEmbedder()).rank("acr holz", TEXTS) == [3]
    assert ShortTexts(HashEmbedder()).rank("acr yoga", TEXTS) == []


def test_each_text_is_embedded_once() -> None:
    counting = Counting()
    found = ShortTexts(counting)
    found.rank("Moodle", TEXTS)
    found.rank("Moodle", {1: TEXTS[1]})
    found.rank("Podcast", {**TEXTS, 99: "Neu"})
    assert sorted(counting.passages) == sorted([*TEXTS.values(), *OTHER_SUBJECTS, "Neu"])
    assert counting.questions == ["Moodle", "Podcast"]


def test_only_the_latest_texts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(short_texts, "TEXTS_KEPT", 2)
    counting = Counting()
    found = ShortTexts(counting)
    found.near("Moodle", ["Podcast"])
    found.near("Moodle", ["Film"])
    found.near("Moodle", ["Podcast"])
    assert counting.questions == ["Moodle", "Podcast", "Film", "Podcast"]


def shares(found: ShortTexts, groups: Sequence[Sequence[str]]) -> tuple[float, float]:
    """Of the pairs that mean the same and of all others, how many are taken for the same."""
    told = [(group, wish) for group, wishes in enumerate(groups) for wish in wishes]
    same: list[bool] = []
    other: list[bool] = []
    for (of_one, one), (of_another, another) in combinations(told, 2):
        (same if of_one == of_another else other).append(found.near(one, [another])[0] > 0)
    return sum(same) / len(same), sum(other) / len(other)


@pytest.mark.parametrize(("wishes", "known"), [(WISHES_TUNING, 0.8), (WISHES_KEPT_ASIDE, 0.65)])
def test_equal_wishes_are_mostly_known_and_others_seldom_taken_for_equal(
    found: ShortTexts, wishes: Sequence[Sequence[str]], known: float
) -> None:
    right, wrong = shares(found, wishes)
    assert right >= known
    assert wrong <= 0.05


def test_the_nearest_wish_has_the_largest_number(found: ShortTexts) -> None:
    near = found.near(
        "3D-Druck für die Grundschule", ["Moodle-Kurse anlegen", "3D-Drucker im Sachunterricht"]
    )
    assert near[0] == 0 < near[1] <= 1
    assert found.near("3D-Druck", []) == []
