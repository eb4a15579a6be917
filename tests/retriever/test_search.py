"""Candidates, copies and neighbours, on small libraries with the cheap embedder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.database import Database
from knowledge.sync import sync
from knowledge.workshop import Workshop
from retriever.assistant import Assistant
from retriever.index import Index, build_index
from retriever.langchain import LibraryRetriever
from retriever.search import Candidate, Place, heard_for, joined, search
from retriever.snapshot import load_snapshot
from retriever.view import view_of
from tests.doubles import HashEmbedder

EMBEDDER = HashEmbedder()
Library = Callable[[dict[str, str]], Index]


@pytest.fixture
def library(database: Database, tmp_path: Path) -> Library:
    """Makes an index of texts by file name."""

    def made(texts: dict[str, str]) -> Index:
        for name, text in texts.items():
            file = tmp_path / "manuals" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        sync(Workshop(database, EMBEDDER, tmp_path / "home", readers=1), tmp_path / "manuals")
        with database.read() as db:
            return build_index(load_snapshot(db, EMBEDDER.model_id, EMBEDDER.dimensions))

    return made


def found(index: Index, question: str) -> list[Place]:
    return search(view_of(index, None), question, EMBEDDER.embed_question(question))


def names(places: list[Place]) -> list[str]:
    return [place.section.document.name for place in places]


def test_a_page_that_stands_in_the_library_twice_is_found_once(library: Library) -> None:
    page = "# Beamer\n\nDer Beamer geht mit der blauen Taste an.\n"
    index = library({"a.md": page, "b.md": page, "c.md": "# Drucker\n\nDer Drucker druckt schwarz.\n"})
    assert sorted(names(found(index, "Wie geht der Beamer an?"))) == ["a.md", "c.md"]


def test_pages_that_say_different_things_are_both_found(library: Library) -> None:
    index = library(
        {
            "a.md": "# Beamer\n\nDer Beamer geht mit der blauen Taste an.\n",
            "b.md": "# Beamer\n\nWenn der Beamer flackert, tauschen Sie das Kabel.\n",
        }
    )
    assert sorted(names(found(index, "Beamer"))) == ["a.md", "b.md"]


def test_neighbouring_passages_of_a_section_become_one_place_in_reading_order(library: Library) -> None:
    parts = [" ".join(f"Beamer{n} Satz{m}" for m in range(90)) + "." for n in range(3)]
    index = library({"a.md": "# Lang\n\n## Beamer\n\n" + "\n\n".join(parts)})
    assert len(index.snapshot.passages) > 1
    places = found(index, "Beamer0 Beamer1 Beamer2")
    assert len(places) == 1
    assert places[0].text.index("Beamer0") < places[0].text.index("Beamer2")


def test_passages_that_meet_through_one_between_them_become_one_place(library: Library) -> None:
    parts = [" ".join(f"{word}{m}" for m in range(150)) + "." for word in ("Anfang", "Mitte", "Ende")]
    index = library({"a.md": "# Lang\n\n## Beamer\n\n" + "\n\n".join(parts)})
    first, middle, last = (Candidate(n, p, 0, 0) for n, p in enumerate(index.snapshot.passages[:3]))
    assert len(joined([first, last, middle])) == 1


def test_repeated_text_within_a_section_is_joined_and_not_left_out(library: Library) -> None:
    part = " ".join(f"Beamer{m}" for m in range(150)) + "."
    index = library({"a.md": f"# Lang\n\n## Beamer\n\n{part}\n\n{part}"})
    assert len(index.snapshot.passages) == 2
    (place,) = found(index, "Beamer1")
    assert len(place.members) == 2


def test_passages_of_two_sections_are_never_joined(library: Library) -> None:
    index = library({"a.md": "# Beamer\n\n## An\n\nBeamer an.\n\n## Aus\n\nBeamer aus.\n"})
    assert len(found(index, "Beamer")) == 2


@pytest.mark.parametrize("question", ["Bildschirmspiegelung", "bildschirm spieglen", "BILDSCHIRM-SPIEGEL"])
def test_compounds_and_slips_find_their_parts(library: Library, question: str) -> None:
    others = {f"{n}.md": f"# Heft {n}\n\nHier geht es um Papier und Stifte {n}.\n" for n in range(6)}
    index = library(others | {"ziel.md": "# Tablet\n\nSo spiegeln Sie den Bildschirm.\n"})
    grams = index.grams.scores(question)
    assert index.snapshot.passages[int(np.argmax(grams))].section.document.name == "ziel.md"


def test_files_are_found_by_what_they_are_called(library: Library) -> None:
    text = "# Anleitung\n\nDrücken Sie die Taste an der Seite.\n"
    index = library({"viewsonic/einschalten.md": text, "andere/notiz.md": "# Notiz\n\nNichts weiter.\n"})
    assert index.stems.scores("Viewsonic")[0] > 0 or index.stems.scores("Viewsonic")[1] > 0


@pytest.mark.parametrize("typed", ["zuruecksetzen", "zurucksetzen"])
def test_umlauts_are_put_back_before_the_model_reads_the_question(library: Library, typed: str) -> None:
    index = library({"a.md": "# Gerät\n\nSie können das Gerät zurücksetzen.\n"})
    assert index.vocabulary.mend(f"Gerät {typed}") == "Gerät zurücksetzen"


def test_words_that_the_library_knows_are_left_alone(library: Library) -> None:
    index = library({"a.md": "# Masse\n\nDie Masse und die Maße, neue und alte.\n"})
    assert index.vocabulary.mend("Masse neue Qt5") == "Masse neue Qt5"


def test_langchain_gets_the_same_hits_as_documents(database: Database, library: Library) -> None:
    library({"a.md": "# Beamer\n\nDer Beamer geht mit der blauen Taste an.\n"})
    assistant = Assistant(database, EMBEDDER, threshold=0.5, interface="de")
    documents = LibraryRetriever(assistant=assistant, limit=1).invoke("Beamer")
    assert documents[0].page_content == "Der Beamer geht mit der blauen Taste an."
    assert documents[0].metadata["document"] == "a.md"


@pytest.mark.parametrize(
    ("own", "others", "heard"), [(10, 0, 1.0), (5, 5, 1.0), (2, 14, 0.5), (1, 49, 0.2), (0, 10, 1.0)]
)
def test_words_count_less_where_few_passages_speak_the_language_of_the_question(
    own: int, others: int, heard: float
) -> None:
    assert heard_for(np.array([False] * own + [True] * others)) == pytest.approx(heard)


def test_what_words_count_for_holds_for_all_of_them(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {f"{n}.md": f"# Blatt {n}\n\nHier steht etwas über das Fach Nummer {n}.\n" for n in range(9)}
    index = library(texts | {"en.md": "# Sheet\n\nHow do I open the box and what is in it?\n"})

    def scores() -> list[float]:
        return [place.best.score for place in found(index, "How do I open the box?")]

    assert heard_for(view_of(index, None).foreign("en")) < 0.5
    some = scores()
    monkeypatch.setattr("retriever.search.heard_for", lambda foreign: 0.0)
    none = scores()
    monkeypatch.setattr("retriever.search.STEM_WEIGHT", 0.0)
    monkeypatch.setattr("retriever.search.GRAM_WEIGHT", 0.0)
    assert none == pytest.approx(scores())
    assert some != pytest.approx(none)
