"""What a whole folder is called says where to look, not what to look for."""

from __future__ import annotations

import numpy as np
import pytest

from retriever.names import Names, folder_names, meaning
from retriever.nearest import Vector
from retriever.search import NAMED_WEIGHT, search
from tests.doubles import HashEmbedder
from tests.retriever.conftest import Library

EMBEDDER = HashEmbedder()
TOPICS = ("drehen", "schneiden", "drucken", "speichern", "öffnen", "teilen")


def texts(program: str) -> dict[str, str]:
    """A folder about a program; each page names it and is about a topic of its own."""
    return {
        f"{program.lower()}/{topic}.md": f"# Bilder {topic}\n\nIn {program} kann man Bilder {topic}.\n"
        for topic in TOPICS
    }


def words_of(count: int, folder: str, *stems: str) -> dict[str, set[str]]:
    return {f"{folder}/{number}.md": {*stems, f"thema{folder}{number}"} for number in range(count)}


def test_a_name_is_a_word_that_a_folder_has_and_hardly_any_other_document() -> None:
    words = words_of(6, "a", "gimp", "bild") | words_of(6, "b", "scribus", "bild")
    assert folder_names(words) == {"gimp", "scribus"}


def test_a_word_that_half_of_a_folder_lacks_is_none() -> None:
    words = (
        words_of(3, "a", "gimp") | {f"a/x{number}.md": {"x"} for number in range(3)} | words_of(6, "b", "y")
    )
    assert "gimp" not in folder_names(words)


@pytest.mark.parametrize(("folder", "others"), [(4, 10), (10, 4)])
def test_a_small_folder_and_one_that_is_most_of_the_library_have_none(folder: int, others: int) -> None:
    words = words_of(folder, "a", "gimp") | {f"{number}.md": {"wort"} for number in range(others)}
    assert folder_names(words) == set()


def test_numbers_and_scraps_are_no_names() -> None:
    words = words_of(6, "a", "gimp", "2024", "ab") | words_of(6, "b", "scribus")
    assert folder_names(words) == {"gimp", "scribus"}


def test_folders_within_folders_have_names_of_their_own() -> None:
    words = words_of(6, "buero/writer", "buero", "writer") | words_of(6, "buero/calc", "buero", "calc")
    words |= {f"sonst/{number}.md": {f"wort{number}"} for number in range(20)}
    assert folder_names(words) == {"buero", "writer", "calc"}


def names_of(*words: str) -> Names:
    return Names(frozenset(words), lambda name: np.zeros(0, dtype=bool))


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("Wie drehe ich in Gimp ein Bild?", "Wie drehe ich ein Bild?"),
        ("Gimp: Bild drehen", "Bild drehen"),
        ("Bild drehen mit dem Gimp", "Bild drehen mit dem"),
        ("Wie drehe ich ein Bild?", "Wie drehe ich ein Bild?"),
        ("Gimp", "Gimp"),
        ("Was ist Gimp?", "Was ist Gimp?"),
        ("Gimp oder Scribus", "Gimp oder Scribus"),
    ],
)
def test_a_question_is_read_without_its_names_unless_nothing_is_left(question: str, rest: str) -> None:
    assert names_of("gimp", "scribus").without(question) == rest


def test_the_names_in_a_question_are_found_once_however_they_are_written() -> None:
    assert names_of("gimp").named("GIMP, gimp und Scribus") == ("gimp",)


def test_a_passage_has_a_name_in_its_text_or_its_path_also_within_a_word(library: Library) -> None:
    pages = texts("Gimp") | texts("Scribus") | {"gimpkurs/eins.md": "# Eins\n\nHeute Farben.\n"}
    index = library(pages | {"sonst.md": "# Sonst\n\nOhne Namen.\n"}).index
    assert index.names.words == {"gimp", "scribus"}
    marked = index.names.with_name("gimp")
    found = {p.section.document.name for p, has in zip(index.snapshot.passages, marked, strict=True) if has}
    assert found == {"gimpkurs/eins.md", *(name for name in pages if name.startswith("gimp/"))}


def test_who_names_a_program_gets_the_page_of_that_program(library: Library) -> None:
    assistant = library(texts("Gimp") | texts("Scribus") | texts("Inkscape"))
    for program in ("Gimp", "Scribus", "Inkscape"):
        hits = assistant.find(f"{program} Bilder schneiden")[2]
        assert hits[0].document == f"{program.lower()}/schneiden.md"


def test_what_only_some_may_read_gives_no_names(library: Library) -> None:
    pages = (
        texts("Gimp")
        | texts("Scribus")
        | {f"{topic}.md": f"# Heute\n\nWir {topic} etwas.\n" for topic in TOPICS}
    )
    assert "scribus" in library(pages).index.names.words
    limited = pages | {"scribus/zugriff.yml": "rollen: [Team]\n"}
    assert {"gimp", "scribus"} & library(limited).index.names.words == {"gimp"}


def test_a_passage_with_a_name_of_the_question_is_ahead_by_its_weight(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = library(texts("Gimp") | texts("Scribus")).view()
    question = "Gimp Bilder schneiden"
    vector = meaning(question, view.index.names, EMBEDDER)

    def scores() -> dict[str, float]:
        places = search(view, question, vector)
        return {place.section.document.name: place.best.score for place in places}

    assert NAMED_WEIGHT > 0
    named = scores()
    monkeypatch.setattr("retriever.search.NAMED_WEIGHT", 0.0)
    plain = scores()
    assert named["gimp/teilen.md"] - plain["gimp/teilen.md"] == pytest.approx(NAMED_WEIGHT, abs=1e-4)
    assert named["scribus/teilen.md"] == pytest.approx(plain["scribus/teilen.md"], abs=1e-4)


def test_a_question_means_what_it_says_with_and_without_its_names() -> None:
    known = names_of("gimp")
    both = EMBEDDER.embed_question("Gimp Bilder drehen") + EMBEDDER.embed_question("Bilder drehen")
    found = meaning("Gimp Bilder drehen", known, EMBEDDER)
    assert found == pytest.approx(both / np.linalg.norm(both), abs=1e-6)
    plain = EMBEDDER.embed_question("Bilder drehen")
    assert meaning("Bilder drehen", known, EMBEDDER) == pytest.approx(plain)


def test_the_assistant_reads_a_question_without_its_names_too(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant, read = library(texts("Gimp") | texts("Scribus")), []
    embed = HashEmbedder.embed_question

    def remembered(self: HashEmbedder, text: str) -> Vector:
        read.append(text)
        return embed(self, text)

    monkeypatch.setattr(HashEmbedder, "embed_question", remembered)
    assistant.find("Wie kann ich in Gimp Bilder drehen?")
    assert read == ["Wie kann ich in Gimp Bilder drehen?", "Wie kann ich Bilder drehen?"]
