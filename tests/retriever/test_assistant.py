"""The assistant over a real library, with the cheap embedder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from core.database import Database
from knowledge.publishing import note_change, publish
from knowledge.sync import sync
from knowledge.workshop import Workshop
from retriever.answer import Answer, EmptyLibrary, NothingFound
from retriever.assistant import Assistant
from retriever.snapshot import ModelMismatch
from tests.doubles import HashEmbedder

PRINTER = """# Der Drucker im Lehrerzimmer

## Papierstau beheben

So bekommen Sie das Papier heraus:

1. Öffnen Sie die vordere Klappe.
2. Ziehen Sie das Papier langsam heraus.
3. Schließen Sie die Klappe wieder.

## Farbe

Der Drucker druckt nur schwarz. Farbige Seiten druckt das Gerät in der Bibliothek.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "manuals"
    folder.mkdir()
    (folder / "drucker.md").write_text(PRINTER, "utf-8")
    (folder / "wlan.md").write_text("# WLAN\n\nDas WLAN der Schule heißt Lernen.\n", "utf-8")
    return folder


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    return Workshop(database, HashEmbedder(), tmp_path / "home", readers=1)


@pytest.fixture
def assistant(workshop: Workshop, folder: Path) -> Iterator[Assistant]:
    sync(workshop, folder)
    found = Assistant(workshop.database, workshop.embedder, threshold=0.0, interface="de")
    yield found
    found.close()


def answer(assistant: Assistant, question: str) -> Answer:
    reply = assistant.ask(question)
    assert isinstance(reply, Answer)
    return reply


def test_a_procedure_is_answered_with_all_its_steps(assistant: Assistant) -> None:
    reply = answer(assistant, "Wie behebe ich einen Papierstau?")
    assert reply.blocks[-1].items == (
        "Öffnen Sie die vordere Klappe.",
        "Ziehen Sie das Papier langsam heraus.",
        "Schließen Sie die Klappe wieder.",
    )
    first = reply.citations[0]
    assert (first.number, first.document) == (1, "drucker.md")
    assert first.title == "Der Drucker im Lehrerzimmer"
    assert first.heading_path == ("Papierstau beheben",)


def test_other_questions_are_answered_with_the_sentence_marked_in_its_surroundings(
    assistant: Assistant,
) -> None:
    reply = answer(assistant, "Wo gibt es farbige Seiten?")
    assert reply.marked == ("Farbige Seiten druckt das Gerät in der Bibliothek.",)
    assert reply.marked[0] in reply.blocks[0].items[0]


def test_every_marked_sentence_stands_in_the_cited_place(assistant: Assistant) -> None:
    for citation in answer(assistant, "Was druckt der Drucker?").citations:
        items = [item for block in citation.blocks for item in block.items]
        assert citation.marked
        assert all(any(marked in item for item in items) for marked in citation.marked)


def test_below_the_threshold_nothing_was_found_and_the_nearest_places_are_named(
    assistant: Assistant, workshop: Workshop
) -> None:
    strict = Assistant(workshop.database, workshop.embedder, threshold=1.0, interface="de")
    reply = strict.ask("Wer hat das Pokalspiel gewonnen?")
    assert isinstance(reply, NothingFound)
    assert reply.nearest


def test_a_follow_up_question_is_understood_with_the_earlier_ones(assistant: Assistant) -> None:
    first, then = "Wie behebe ich einen Papierstau?", "Und was mache ich dann damit?"
    reply = assistant.ask(then, [first])
    assert isinstance(reply, Answer)
    assert (reply.question, reply.meant) == (then, f"{first} {then}")
    assert reply.citations[0].heading_path == ("Papierstau beheben",)
    assert assistant.find(then, [first]) == assistant.find(reply.meant)
    assert answer(assistant, first).meant == ""


def test_what_finds_nothing_by_itself_is_taken_together_with_the_earlier_questions(
    workshop: Workshop, assistant: Assistant
) -> None:
    first, then = "Wie behebe ich einen Papierstau?", "hebel klemmt trotzdem"
    strict = Assistant(workshop.database, workshop.embedder, threshold=1.0, interface="de")
    reply = strict.ask(then, [first])
    assert isinstance(reply, NothingFound)
    assert reply.meant == f"{first} {then}"
    alone = assistant.ask(then, [first])  # here everything is good enough
    assert isinstance(alone, Answer)
    assert alone.meant == ""


def test_an_empty_library_says_so(workshop: Workshop) -> None:
    empty = Assistant(workshop.database, workshop.embedder, threshold=0.5, interface="de")
    assert isinstance(empty.ask("Wie geht das?"), EmptyLibrary)
    assert empty.find("Wie geht das?") == (False, 0.0, [])


def test_vectors_of_another_model_are_refused_with_what_to_do(
    assistant: Assistant, workshop: Workshop
) -> None:
    other = HashEmbedder(model_id="other")
    with pytest.raises(ModelMismatch, match="sync FOLDER"):
        Assistant(workshop.database, other, threshold=0.5, interface="de")


def test_hits_name_the_document_the_whole_heading_path_and_the_text(assistant: Assistant) -> None:
    _, _, hits = assistant.find("Papierstau", limit=1)
    assert hits[0].document == "drucker.md"
    assert hits[0].heading == "Der Drucker im Lehrerzimmer > Papierstau beheben"
    assert "1. Öffnen Sie" in hits[0].text


@pytest.mark.parametrize("question", ["", "   ", "?", "§$%&", "a" * 20_000, "\x00", "🖨️"])
def test_odd_questions_get_some_reply(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question) is not None
    assistant.find(question)


def test_a_finished_sync_is_taken_over_while_questions_go_on(
    assistant: Assistant, workshop: Workshop, folder: Path
) -> None:
    failures: list[BaseException] = []
    stop = threading.Event()

    def ask_on() -> None:
        while not stop.is_set():
            try:
                answer(assistant, "Wie heißt das WLAN der Schule?")
            except BaseException as error:
                failures.append(error)
                raise

    asking = [threading.Thread(target=ask_on) for _ in range(3)]
    assistant.watch(seconds=0.01)
    for thread in asking:
        thread.start()
    for round_ in range(5):
        (folder / "wlan.md").write_text(f"# WLAN\n\nDas WLAN der Schule heißt Lernen{round_}.\n", "utf-8")
        sync(workshop, folder)
    seen = False
    for _ in range(500):
        seen = seen or "Lernen4" in answer(assistant, "Wie heißt das WLAN der Schule?").blocks[0].items[0]
        if seen:
            break
    stop.set()
    for thread in asking:
        thread.join()
    assert failures == []
    assert seen


def test_an_unfinished_sync_is_not_taken_over(assistant: Assistant) -> None:
    assert assistant.refresh() is False


class Stopped(Exception):
    pass


def stop_halfway(workshop: Workshop, folder: Path) -> None:
    """Changes both documents, and ends the sync after the first of them is written."""
    (folder / "drucker.md").write_text("# Neu\n\nDer Drucker ist jetzt im Keller.\n", "utf-8")
    (folder / "wlan.md").write_text("# Neu\n\nDas WLAN der Schule heißt jetzt Keller.\n", "utf-8")

    def stop(*_: object) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        sync(workshop, folder, tell=stop)


def test_a_running_assistant_keeps_the_old_state_until_the_sync_has_finished(
    assistant: Assistant, workshop: Workshop, folder: Path
) -> None:
    stop_halfway(workshop, folder)
    assert assistant.refresh() is False
    assert "Klappe" in answer(assistant, "Wie behebe ich einen Papierstau?").blocks[-1].items[0]
    sync(workshop, folder)
    assert assistant.refresh() is True
    assert "Keller" in answer(assistant, "Wo ist der Drucker?").blocks[0].items[0]


def test_if_each_document_were_published_at_once_half_a_sync_would_be_taken_over(
    assistant: Assistant, workshop: Workshop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shows that the test above can fail."""

    def note_and_publish(db: Session) -> None:
        note_change(db)
        publish(db)

    monkeypatch.setattr("knowledge.writing.note_change", note_and_publish)
    stop_halfway(workshop, folder)
    assert assistant.refresh() is True


class Listening(HashEmbedder):
    """Remembers what it was asked to read."""

    heard: ClassVar[list[str]] = []

    def embed_question(self, text: str) -> NDArray[np.float32]:
        self.heard.append(text)
        return super().embed_question(text)


def test_the_model_reads_the_question_with_its_umlauts(workshop: Workshop, folder: Path) -> None:
    (folder / "tuer.md").write_text("# Tür\n\nSie können die Tür öffnen.\n", "utf-8")
    sync(workshop, folder)
    embedder = Listening()
    found = Assistant(workshop.database, embedder, threshold=0.0, interface="de")
    found.ask("Tuer oeffnen")
    found.find("Tur offnen")
    assert embedder.heard == ["tür öffnen", "tür öffnen"]


def test_who_asks_how_gets_the_steps_even_where_a_sentence_has_more_of_the_words(
    workshop: Workshop, folder: Path
) -> None:
    aside = (
        "Den Beamer sollte nur einschalten, wer im Raum bleibt. " + "Das gilt für alle Räume im Haus. " * 20
    )
    for other in folder.iterdir():
        other.unlink()
    (folder / "beamer.md").write_text(
        f"# Technik\n\n## Geräte\n\n{aside}\n\nNur so geht es:\n\n1. Taste drücken.\n2. Warten.\n", "utf-8"
    )
    sync(workshop, folder)
    found = Assistant(workshop.database, workshop.embedder, threshold=0.0, interface="de")
    assert answer(found, "Wie kann ich den Beamer einschalten?").blocks[-1].items == (
        "Taste drücken.",
        "Warten.",
    )
