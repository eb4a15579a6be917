"""Questions as teachers ask them, on the library that ships. The floors only rise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bootstrap import Portal, build_portal
from core.settings import Settings
from retriever.answer import Answer, NothingFound

FILE = Path(__file__).parent / "starter-questions.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
ANSWERABLE = [case for case in CASES if case["answerable"]]
OTHERS = [case for case in CASES if not case["answerable"]]


@pytest.fixture(scope="module")
def portal(prepared_home: Path) -> Iterator[Portal]:
    opened = build_portal(Settings(home=prepared_home))
    yield opened
    opened.close()


def documents(portal: Portal, question: str) -> list[str]:
    """The first five documents, each once, as hit@5 counts them."""
    _, _, hits = portal.assistant.find(question, limit=30)
    return list(dict.fromkeys(hit.document for hit in hits))[:5]


def test_the_right_document_is_among_the_first_five(portal: Portal) -> None:
    right = [
        bool({place["path"] for place in case["relevant"]} & set(documents(portal, case["question"])))
        for case in ANSWERABLE
    ]
    assert sum(right) / len(right) >= 0.97


def test_the_right_document_is_mostly_the_first(portal: Portal) -> None:
    right = [
        documents(portal, case["question"])[0] in {place["path"] for place in case["relevant"]}
        for case in ANSWERABLE
    ]
    assert sum(right) / len(right) >= 0.88


def test_most_questions_are_answered_and_most_others_refused(portal: Portal) -> None:
    answered = [isinstance(portal.ask(case["question"]), Answer) for case in ANSWERABLE]
    refused = [isinstance(portal.ask(case["question"]), NothingFound) for case in OTHERS]
    assert sum(answered) / len(answered) >= 0.85
    assert sum(refused) / len(refused) >= 0.85


def test_the_first_question_of_every_newcomer_gets_the_steps_and_the_page(portal: Portal) -> None:
    reply = portal.ask("Wie spiegele ich mein iPad auf das Display?")
    assert isinstance(reply, Answer)
    assert reply.blocks[-1].items[0].startswith("Prüfen Sie, ob iPad und Display im selben Netzwerk")
    first = reply.citations[0]
    assert (first.document, first.page) == ("bildschirmspiegelung.pdf", 2)
    picture = portal.page_picture(first.document_id, 2, first.marked, None)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")


def test_a_page_that_does_not_exist_has_no_picture(portal: Portal) -> None:
    reply = portal.ask("Wie spiegele ich mein iPad auf das Display?")
    assert isinstance(reply, Answer)
    assert portal.page_picture(reply.citations[0].document_id, 99, (), None) is None
    assert portal.page_picture(987654, 1, (), None) is None
