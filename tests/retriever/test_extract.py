"""What is shown of a place that was found, and what of it is marked."""

from __future__ import annotations

import pytest

from knowledge.audience import OPEN
from knowledge.kinds import DocumentKind
from knowledge.reading.section import Block, BlockKind
from knowledge.stored import store_blocks
from retriever.extract import MOST_SHOWN, Extract, extract, telling
from retriever.question import wants_steps
from retriever.search import Candidate, Place
from retriever.snapshot import IndexedDocument, IndexedPassage, IndexedSection

TABLE = Block(
    BlockKind.TABLE,
    (
        "Problem | Ursache | Abhilfe",
        "Der Stecker passt nicht. | Anschluss verwechselt | Form vergleichen.",
        "Das Bild flackert. | Kabel ist locker. | Kabel festdrücken.",
    ),
)
STEPS = Block(BlockKind.STEPS, ("Klappe öffnen.", "Die Patrone kostet 20 Euro.", "Klappe schließen."))
LEAD_IN = Block(BlockKind.PARAGRAPH, ("So geht es:",))


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, (text,))


def place(*blocks: Block, first: int = 0, last: int | None = None) -> Place:
    document = IndexedDocument(1, "a.md", "Gerät", DocumentKind.WEB, "de", None, OPEN)
    section = IndexedSection(document, (), store_blocks(blocks))
    passage = IndexedPassage(section, 0, first, len(blocks) - 1 if last is None else last, "", None, None)
    found = Candidate(0, passage, 0.9, 1.0)
    return Place(found, (found,))


def shown(question: str, where: Place) -> Extract:
    return extract(question, where, lambda _: 1.0)


@pytest.mark.parametrize(
    "question",
    [
        "Wie wechsle ich die Patrone?",
        "Patrone wechseln",
        "Die Patrone ist leer, was kann ich tun?",
        "Wo gibt es eine Anleitung für die Patrone?",
        "How do I change it?",
    ],
)
def test_who_wants_a_way_gets_steps(question: str) -> None:
    assert wants_steps(question)


@pytest.mark.parametrize(
    "question",
    [
        "Wie viel kostet die Patrone?",
        "Wie lange dauert es?",
        "Ab welcher Klasse geht das?",
        "Darf ich Kabel hintereinander stecken?",
        "Wo liegt der Schlüssel?",
        "Was ist ein Slicer?",
        "How long does it take?",
    ],
)
def test_who_asks_for_a_fact_does_not(question: str) -> None:
    assert not wants_steps(question)


def test_the_steps_are_the_answer_whole_with_what_leads_into_them() -> None:
    found = shown("Wie wechsle ich die Patrone?", place(LEAD_IN, STEPS))
    assert found.blocks == (LEAD_IN, STEPS)
    assert found.marked == ()


def test_a_fact_among_steps_is_marked_and_the_steps_stay_whole() -> None:
    found = shown("Wie viel kostet die Patrone?", place(LEAD_IN, STEPS))
    assert STEPS in found.blocks
    assert found.marked == ("Die Patrone kostet 20 Euro.",)


def test_the_row_that_answers_is_marked_in_the_table_with_its_head() -> None:
    found = shown("Warum flackert das Bild?", place(TABLE))
    assert found.blocks == (TABLE,)
    assert found.marked == (TABLE.items[2],)


def test_the_head_of_a_table_is_never_the_answer() -> None:
    assert shown("Welche Ursache hat das Problem, welche Abhilfe?", place(TABLE)).marked == ()


def test_where_hardly_a_word_of_the_question_occurs_nothing_is_marked() -> None:
    said = paragraph("Der Beamer steht im Schrank. Er ist weiß. Den Schlüssel hat das Sekretariat.")
    assert shown("Wo finde ich rote Farbe und Papier für die Klasse?", place(said)).marked == ()


def test_a_short_sentence_that_goes_on_is_marked_too() -> None:
    said = paragraph(
        "Das Gerät startet langsam. Es dauert eine Minute. " + "Danach ist alles wie immer. " * 9
    )
    marked = shown("Wie lange startet das Gerät?", place(said)).marked
    assert marked == ("Das Gerät startet langsam.", "Es dauert eine Minute.")


def test_what_stands_beside_it_is_shown_as_long_as_it_is_short_and_belongs_to_the_place() -> None:
    before, after = paragraph("Vorher steht das da."), paragraph("Nachher kommt jenes.")
    middle, far = paragraph("Die Lampe leuchtet rot."), paragraph("x" * MOST_SHOWN)
    where = place(before, middle, after, far, paragraph("Dahinter."), last=4)
    assert shown("Wann leuchtet die Lampe?", where).blocks == (before, middle, after)
    narrow = place(before, middle, after, first=1, last=1)
    assert shown("Wann leuchtet die Lampe?", narrow).blocks == (middle,)


def test_all_that_is_marked_stands_in_what_is_shown() -> None:
    for question in ("Warum flackert das Bild?", "Was kostet das?", "Stecker", "Klappe"):
        found = shown(question, place(LEAD_IN, STEPS, TABLE))
        items = [item for block in found.blocks for item in block.items]
        assert all(any(marked in item for item in items) for marked in found.marked)


def test_a_place_tells_what_its_best_sentence_tells() -> None:
    everything = telling("Bild flackert", place(TABLE), lambda _: 1.0)
    assert everything == 1.0
    assert telling("Bild ruckelt", place(TABLE), lambda _: 1.0) == 0.5
    assert telling("Papier", place(TABLE), lambda _: 1.0) == 0.0
