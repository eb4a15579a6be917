"""A document in words, and what is marked in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.audience import OPEN
from knowledge.kinds import DocumentKind
from knowledge.reading.facts import Facts
from knowledge.reading.section import Block, BlockKind
from retriever.catalogue import Chapter, Manual
from retriever.facets import Facet
from retriever.snapshot import IndexedDocument
from retriever.within import hits
from ui.library.labels import about, is_long_ago, length, word
from ui.library.marking import marked
from ui.texts import ENGLISH, GERMAN

FACTS = Facts(devices=("Mikroskop", "PC", "iPad", "Display"), checked=date(2026, 11, 16))
DOCUMENT = IndexedDocument(1, "a.pdf", "A", DocumentKind.PDF, "de", None, OPEN, facts=FACTS, pages=4)


def test_a_line_says_kind_length_the_first_devices_and_when_it_was_checked() -> None:
    german = "Handreichung (PDF) · 4 Seiten · Mikroskop, PC, iPad · geprüft am 16. November 2026"
    assert about(DOCUMENT, GERMAN) == german
    assert "Microscope, PC, iPad" in about(DOCUMENT, ENGLISH)


@pytest.mark.parametrize(
    ("kind", "pages", "duration", "said"),
    [
        (DocumentKind.PDF, 1, None, "1 Seite"),
        (DocumentKind.SLIDES, 7, None, "7 Folien"),
        (DocumentKind.VIDEO, None, 107.4, "1:47 Minuten"),
        (DocumentKind.WEB, None, None, ""),
    ],
)
def test_lengths(kind: DocumentKind, pages: int | None, duration: float | None, said: str) -> None:
    assert length(replace(DOCUMENT, kind=kind, pages=pages, duration=duration), GERMAN) == said


@pytest.mark.parametrize(
    ("checked", "old"),
    [(date(2026, 11, 16), False), (date(2025, 11, 23), False), (date(2025, 11, 22), True)],
)
def test_older_than_twelve_months_is_long_ago(checked: date, old: bool) -> None:
    assert is_long_ago(checked, date(2026, 11, 23)) is old


def test_words_nobody_knows_stay_as_they_are() -> None:
    assert word(Facet.DEVICE, "Toaster", ENGLISH) == "Toaster"
    assert word(Facet.KIND, "toaster", ENGLISH) == "toaster"
    assert word(Facet.KIND, "web", GERMAN) == "Anleitung"


def test_few_words_are_marked_as_they_stand_there_many_as_their_sentence() -> None:
    text = "Das WLAN-Kabel ist neu. Ziehen Sie das Kabel langsam heraus."
    block = Block(BlockKind.PARAGRAPH, (text,))
    manual = Manual(DOCUMENT, (Chapter("a", (), (block,)),))
    assert marked("kabel", [block], hits(manual, "kabel")) == ("Kabel",)
    sentence = "Ziehen Sie das Kabel langsam heraus."
    assert marked(sentence, [block], hits(manual, sentence)) == (sentence,)
    assert marked("Zebra", [block], hits(manual, "Zebra")) == ()
