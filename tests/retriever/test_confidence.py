"""What speaks for an answer, each by itself."""

from __future__ import annotations

import pytest

from retriever.assistant import Assistant
from retriever.confidence import OTHER_LANGUAGE, Evidence, evidence, probability
from retriever.search import search
from tests.doubles import HashEmbedder
from tests.retriever.conftest import Library

TEXTS = {
    "toner.md": "# Toner\n\nDie Kartusche wechselt das Sekretariat. Sie liegt im Schrank.\n",
    "lampe.md": "# Lampe\n\nVorne leuchtet rot die Lampe, wenn der Drucker wartet.\n",
    "heft.md": "# Heft\n\nJedes Heft kommt in das blaue Fach neben der Tür.\n",
}


def found(assistant: Assistant, question: str) -> Evidence:
    view = assistant.view()
    return evidence(view, question, search(view, question, HashEmbedder().embed_question(question)))


def cosine(assistant: Assistant, question: str) -> float:
    view = assistant.view()
    return search(view, question, HashEmbedder().embed_question(question))[0].best.dense


def test_the_similarity_is_as_if_both_were_in_one_language(library: Library) -> None:
    assistant = library(TEXTS)
    german, english = "Wo liegt die Kartusche?", "Where is the Kartusche in the Schrank?"
    assert found(assistant, german).similarity == pytest.approx(cosine(assistant, german))
    assert found(assistant, english).similarity == pytest.approx(cosine(assistant, english) + OTHER_LANGUAGE)


def test_words_that_the_library_does_not_know_count_by_how_rare_they_are(library: Library) -> None:
    assistant = library(TEXTS)
    assert found(assistant, "Kartusche im Schrank").unknown == 0
    assert 0 < found(assistant, "Kartusche im Aquarium").unknown < 1
    assert found(assistant, "Aquarium").unknown == 1
    assert found(assistant, "und?").unknown == 0


def test_what_answers_leads_and_what_two_places_say_alike_does_not(library: Library) -> None:
    alone = found(library(TEXTS), "Kartusche wechselt das Sekretariat").lead
    other = "# Farbe\n\nDie Kartusche wechselt das Sekretariat. Sie liegt im Keller.\n"
    assert found(library(TEXTS | {"farbe.md": other}), "Kartusche wechselt das Sekretariat").lead < alone / 2


def test_one_place_alone_leads_by_nothing(library: Library) -> None:
    assert found(library({"toner.md": TEXTS["toner.md"]}), "Kartusche").lead == 0


def test_each_piece_of_evidence_has_its_part() -> None:
    usual = probability(Evidence(0.86, 0.1, 0.5))
    assert 0 < probability(Evidence(0.84, 0.1, 0.5)) < usual < probability(Evidence(0.88, 0.1, 0.5)) < 1
    assert probability(Evidence(0.86, 0.9, 0.5)) < usual < probability(Evidence(0.86, 0.1, 1.0))
