"""Which of the places that were found is shown first."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.database import Database
from knowledge.sync import sync
from knowledge.workshop import Workshop
from retriever import reply
from retriever.answer import Answer
from retriever.assistant import Assistant
from tests.doubles import HashEmbedder

LENGTHY = " Der Ofen, der Ofen und noch einmal der Ofen: alles zum Ofen im Werkraum." * 3
OVEN = f"""# Ofen

## Überblick

{LENGTHY}

## Zeiten

Der Ofen brennt sechs Stunden. Schlüssel gibt das Sekretariat aus.
"""
QUESTION = "Brennt der Ofen sechs Stunden? Ofen im Werkraum, alles zum Ofen im Werkraum"


@pytest.fixture
def assistant(database: Database, tmp_path: Path) -> Assistant:
    folder = tmp_path / "manuals"
    folder.mkdir()
    (folder / "ofen.md").write_text(OVEN, "utf-8")
    (folder / "wlan.md").write_text("# WLAN\n\nDas WLAN der Schule heißt Lernen.\n", "utf-8")
    sync(Workshop(database, HashEmbedder(), tmp_path / "home", readers=1), folder)
    return Assistant(database, HashEmbedder(), threshold=0.0, interface="de")


def first(assistant: Assistant) -> tuple[str, ...]:
    found = assistant.ask(QUESTION)
    assert isinstance(found, Answer)
    return found.citations[0].heading_path


def test_of_the_document_that_was_found_the_place_whose_sentences_tell_most_goes_first(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply, "TELLING_WEIGHT", 50.0)
    assert first(assistant) == ("Zeiten",)
    monkeypatch.setattr(reply, "TELLING_WEIGHT", 0.0)
    assert first(assistant) == ("Überblick",)


def test_no_other_document_goes_first_for_what_its_sentences_tell(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply, "TELLING_WEIGHT", 50.0)
    found = assistant.ask("Wo brennt der Ofen im Werkraum?")
    assert isinstance(found, Answer)
    assert found.citations[0].document == assistant.find("Wo brennt der Ofen im Werkraum?")[2][0].document
