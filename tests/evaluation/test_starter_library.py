"""Questions as teachers ask them, on the library that ships. They were written before anything was tuned; on
the kept-aside half nothing ever is. The floors only rise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bootstrap import Portal, build_portal
from core.settings import Settings
from retriever.answer import Answer, NothingFound
from retriever.evaluation.figures import auroc
from ui.texts import TEXTS

HERE = Path(__file__).parent
Case = dict[str, Any]


def cases(file: str) -> list[Case]:
    return [json.loads(line) for line in (HERE / file).read_text("utf-8").splitlines()]


KEPT_ASIDE = cases("questions-kept-aside.jsonl")
TUNING = cases("questions-tuning.jsonl")
ANSWERABLE = [case for case in KEPT_ASIDE if case["answerable"]]
OTHERS = [case for case in KEPT_ASIDE if not case["answerable"]]


CONVERSATIONS = [case for case in cases("dialogues-kept-aside.jsonl") if case["answerable"]]


@pytest.fixture(scope="module")
def portal(prepared_home: Path) -> Iterator[Portal]:
    opened = build_portal(Settings(home=prepared_home))
    yield opened
    opened.close()


def documents(portal: Portal, question: str) -> list[str]:
    """The first documents, each once, as hit@k counts them."""
    _, _, hits = portal.assistant.find(question, limit=30)
    return list(dict.fromkeys(hit.document for hit in hits))


def hits(portal: Portal, first: int) -> float:
    """The share of the questions with a document that answers them whole (grade 2) among the `first` ones."""
    found = [set(documents(portal, case["question"])[:first]) for case in ANSWERABLE]
    right = [
        any(place["grade"] == 2 and place["path"] in seen for place in case["relevant"])
        for case, seen in zip(ANSWERABLE, found, strict=True)
    ]
    return sum(right) / len(right)


def test_there_are_enough_questions_of_both_kinds_and_none_twice() -> None:
    both = KEPT_ASIDE + TUNING
    assert sum(case["answerable"] for case in both) >= 120
    assert sum(not case["answerable"] for case in both) >= 30
    assert (
        len({case["question"].casefold() for case in both}) == len({case["id"] for case in both}) == len(both)
    )


def test_every_document_is_asked_for_and_every_label_is_a_document() -> None:
    labels = {place["path"] for case in KEPT_ASIDE + TUNING for place in case["relevant"]}
    library = HERE.parent.parent / "knowledge" / "starter" / "library"
    assert labels == {file.name for file in library.iterdir() if file.suffix not in {".yml", ".vtt"}}


def test_the_right_document_is_mostly_the_first(portal: Portal) -> None:
    assert hits(portal, 1) >= 0.85


def test_the_right_document_is_among_the_first_three(portal: Portal) -> None:
    assert hits(portal, 3) >= 0.92


def test_most_questions_are_answered_and_most_others_refused(portal: Portal) -> None:
    answered = [isinstance(portal.ask(case["question"]), Answer) for case in ANSWERABLE]
    refused = [isinstance(portal.ask(case["question"]), NothingFound) for case in OTHERS]
    assert sum(answered) / len(answered) >= 0.8
    assert sum(refused) / len(refused) >= 0.5


def test_who_can_be_answered_has_more_confidence_than_who_cannot(portal: Portal) -> None:
    sure = [[portal.assistant.find(case["question"])[1] for case in cases] for cases in (ANSWERABLE, OTHERS)]
    assert auroc(np.array(sure[0]), np.array(sure[1])) >= 0.8


def followed(portal: Portal, case: Case) -> bool:
    """Whether the last question of a conversation finds a right document among the first five."""
    _, _, found = portal.assistant.find(case["question"], case["history"], limit=30)
    seen = list(dict.fromkeys(hit.document for hit in found))[:5]
    return any(place["grade"] == 2 and place["path"] in seen for place in case["relevant"])


def test_the_last_question_of_a_conversation_is_understood_with_the_others(portal: Portal) -> None:
    found = [followed(portal, case) for case in CONVERSATIONS]
    assert sum(found) / len(found) >= 0.9


def test_another_subject_is_not_led_astray_by_the_one_before(portal: Portal) -> None:
    assert all(followed(portal, case) for case in CONVERSATIONS if case["type"] == "topic-switch")


def test_the_first_question_of_every_newcomer_gets_the_steps_and_the_page(portal: Portal) -> None:
    reply = portal.ask("Wie spiegele ich mein iPad auf das Display?")
    assert isinstance(reply, Answer)
    assert reply.blocks[-1].items[0].startswith("Prüfen Sie, ob iPad und Display im selben Netzwerk")
    first = reply.citations[0]
    assert (first.document, first.page) == ("bildschirmspiegelung.pdf", 2)
    picture = portal.page_picture(first.document_id, 2, first.marked, None)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")


@pytest.mark.parametrize("language", TEXTS)
def test_every_question_that_the_start_page_offers_is_answered(portal: Portal, language: str) -> None:
    for _, question in TEXTS[language].starters:
        assert isinstance(portal.ask(question), Answer), question


def test_a_page_that_does_not_exist_has_no_picture(portal: Portal) -> None:
    reply = portal.ask("Wie spiegele ich mein iPad auf das Display?")
    assert isinstance(reply, Answer)
    assert portal.page_picture(reply.citations[0].document_id, 99, (), None) is None
    assert portal.page_picture(987654, 1, (), None) is None
