"""The sentences of a recording know their seconds."""

from __future__ import annotations

from dataclasses import replace

from knowledge.audience import OPEN
from knowledge.kinds import DocumentKind
from knowledge.reading.cues import Cue
from knowledge.reading.section import Block, BlockKind
from retriever.catalogue import Chapter, Manual
from retriever.snapshot import IndexedDocument
from ui.library.recording import spoken

DOCUMENT = IndexedDocument(1, "film.mp4", "Film", DocumentKind.VIDEO, "de", None, OPEN)


def film(*paragraphs: tuple[str, float]) -> Manual:
    blocks = tuple(Block(BlockKind.PARAGRAPH, (text,), seconds=start) for text, start in paragraphs)
    return Manual(replace(DOCUMENT), (Chapter("a", (), blocks),))


def moments(manual: Manual, *cues: Cue) -> list[tuple[str, float]]:
    [(_, said)] = spoken(manual, cues)
    return [(one.text, one.seconds) for one in said]


def test_each_sentence_begins_with_the_cue_in_which_it_begins() -> None:
    manual = film(("Guten Tag. Heute drucken wir. Los geht es.", 1.0))
    cues = (Cue(1, 2, "Guten Tag."), Cue(2.5, 4, "Heute drucken\nwir. Los"), Cue(4, 6, "geht es."))
    assert moments(manual, *cues) == [("Guten Tag.", 1), ("Heute drucken wir.", 2.5), ("Los geht es.", 2.5)]


def test_what_is_said_twice_has_two_moments() -> None:
    manual = film(("Drücken Sie.", 1.0), ("Drücken Sie.", 9.0))
    assert moments(manual, Cue(1, 2, "Drücken Sie."), Cue(9, 10, "Drücken Sie.")) == [
        ("Drücken Sie.", 1),
        ("Drücken Sie.", 9),
    ]


def test_without_subtitles_a_sentence_stands_where_its_paragraph_begins() -> None:
    assert moments(film(("Eins. Zwei.", 7.5))) == [("Eins.", 7.5), ("Zwei.", 7.5)]
