"""What a whole folder is called says where to look, not what to look for."""

from __future__ import annotations

import numpy as np
import pytest

from retriever.names import Names, folder_names
from tests.retriever.conftest import Library

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
