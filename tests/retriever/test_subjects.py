"""Documents as wholes: foreseen questions lead to them, and languages count alike."""

from __future__ import annotations

import numpy as np
import pytest

from retriever.answer import Answer
from retriever.assistant import Assistant
from retriever.catalogue import documents
from retriever.search import fair
from retriever.twins import language_of, translation
from tests.retriever.conftest import Library

THINGS = ("Ball", "Kreide", "Schere", "Papier", "Kleber", "Zirkel", "Heft", "Mappe", "Stifte", "Lineal")
OTHER = (
    "---\nfragen: [" + ", ".join(f"{thing} holen" for thing in THINGS) + "]\n---\n# Material\n\nAlles da.\n"
)
FORESEEN = "---\nfragen:\n  - Vorne sieht man nichts mehr\n  - Wer macht sauber?\n  - Wann ist Pause?\n---\n"
TONER = "# Toner\n\nDie Kartusche wechselt das Sekretariat. Sie liegt im Schrank.\n"
LAMP = "# Lampe\n\nVorne leuchtet rot die Lampe, wenn der Drucker wartet.\n"
QUESTION = "Vorne sieht man nichts mehr"


def first(assistant: Assistant, question: str) -> str:
    return assistant.find(question)[2][0].document


def test_a_foreseen_question_leads_to_its_document_whatever_words_that_uses(library: Library) -> None:
    texts = {"toner.md": TONER, "lampe.md": LAMP, "material.md": OTHER}
    assert first(library(texts), QUESTION) == "lampe.md"
    assert first(library(texts | {"toner.md": FORESEEN + TONER}), QUESTION) == "toner.md"


def test_a_foreseen_question_leads_to_the_place_that_is_nearest_to_it(library: Library) -> None:
    text = FORESEEN + "# Beamer\n\n## Reinigen\n\nWer sauber macht, nimmt ein Tuch.\n\n"
    text += "## Pause\n\nDann ist Pause.\n"
    found = library({"beamer.md": text, "lampe.md": LAMP}).find("Wer macht sauber?")[2]
    assert (found[0].document, found[0].heading) == ("beamer.md", "Beamer > Reinigen")


def test_a_library_without_foreseen_questions_is_searched_as_well(library: Library) -> None:
    assert first(library({"toner.md": TONER, "lampe.md": LAMP}), "Kartusche im Schrank") == "toner.md"


def test_where_no_language_is_stated_the_name_tells_it_else_the_first_words(library: Library) -> None:
    texts = {
        "kurz.en.md": "# WLAN\n\nWLAN.\n",
        "netz.de.md": "# Netz\n\nWo ist das Kabel für das Netz?\n",
        "netz.md": "# Network\n\nWhere is the cable for the network?\n",
    }
    view = library(texts).view()
    listed = documents(view)
    spoken = {document.name: language_of(document) for document in listed}
    assert spoken == {"kurz.en.md": "en", "netz.de.md": "de", "netz.md": "en"}
    found = [view.passage(number).section.document.name for number in range(len(view))]
    assert view.foreign("en").tolist() == [spoken[name] != "en" for name in found]
    german, english = (next(one for one in listed if one.name == name) for name in ("netz.de.md", "netz.md"))
    assert (translation(listed, german), translation(listed, english)) == (english, german)


def test_a_language_as_a_whole_is_neither_preferred_nor_put_back() -> None:
    scores = np.array([0.90, 0.86, 0.85, 0.80], dtype=np.float32)
    foreign = np.array([False, False, True, True])
    evened = fair(scores, foreign)
    assert np.allclose(evened[:2], scores[:2])
    assert np.isclose(evened[:2].mean(), evened[2:].mean())
    assert np.isclose(evened[2] - evened[3], 0.05)


@pytest.mark.parametrize("foreign", [[True, True], [False, False]])
def test_where_all_is_in_one_language_scores_stay(foreign: list[bool]) -> None:
    scores = np.array([0.9, 0.8], dtype=np.float32)
    assert (fair(scores, np.array(foreign)) == scores).all()


def test_who_asks_how_gets_steps_before_a_sentence_that_is_no_nearer(library: Library) -> None:
    how = "Wie stelle ich den Beamer scharf?"
    said = f'---\nfragen: ["{how}"]\n---\n# Beamer scharf stellen\n\nWie stellt man ihn scharf? Am Ring.\n'
    steps = f"# Beamer\n\n## {how}\n\n1. Den Beamer scharf stellen.\n2. Den Beamer prüfen.\n"
    assistant = library({"a.md": said, "b.md": steps, "material.md": OTHER})
    assert first(assistant, how) == "a.md"
    reply = assistant.ask(how)
    assert isinstance(reply, Answer)
    assert reply.citations[0].document == "b.md"
    assert reply.blocks[-1].items[0] == "Den Beamer scharf stellen."
