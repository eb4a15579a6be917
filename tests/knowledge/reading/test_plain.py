from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.reading.errors import Empty
from knowledge.reading.plain import read_plain
from knowledge.reading.section import BlockKind, Reading
from tests.knowledge.reading.text_documents import items_of, paths_of, reading_of, text_of


def read(folder: Path, text: str) -> Reading:
    return reading_of(read_plain, folder, "aushang.txt", text)


def test_wrapped_lines_are_joined_to_paragraphs(tmp_path: Path) -> None:
    reading = read(tmp_path, "Die Fern-\nbedienung liegt\nim Schrank.\n\nZweiter Absatz.\n")
    assert items_of(reading, BlockKind.PARAGRAPH) == [
        ("Die Fernbedienung liegt im Schrank.",),
        ("Zweiter Absatz.",),
    ]
    assert reading.title == "aushang"


def test_a_first_line_that_looks_like_a_title_is_the_title(tmp_path: Path) -> None:
    reading = read(tmp_path, "Beamer einrichten\n\nSchalten Sie ihn ein.\n")
    assert reading.title == "Beamer einrichten"
    assert text_of(reading) == "Schalten Sie ihn ein."


def test_underlined_numbered_and_capital_lines_are_headings(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        "Start.\n\nGeräte\n======\nText\n\nBeamer\n------\nText\n\n2 Netz\n\nText\n\n"
        "2.1 WLAN\nText\n\nWICHTIGE HINWEISE\n\nText\n",
    )
    assert paths_of(reading) == [
        (),
        ("Geräte",),
        ("Geräte", "Beamer"),
        ("2 Netz",),
        ("2 Netz", "2.1 WLAN"),
        ("WICHTIGE HINWEISE",),
    ]


def test_numbered_lines_are_steps_even_when_interrupted(tmp_path: Path) -> None:
    reading = read(tmp_path, "Text.\n\n1. Taste\n   drücken\n2) Warten\n\nDas dauert.\n\n3. Fertig\n")
    assert items_of(reading, BlockKind.STEPS) == [("Taste drücken", "Warten Das dauert.", "Fertig")]


def test_marked_lines_are_bullets_with_inner_lines_indented(tmp_path: Path) -> None:
    reading = read(tmp_path, "Text:\n- eins\n  * innen\n- zwei\n• drei\n")
    assert items_of(reading, BlockKind.BULLETS) == [("eins", "  innen", "zwei", "drei")]


def test_a_file_of_rules_and_blanks_is_empty(tmp_path: Path) -> None:
    with pytest.raises(Empty):
        read(tmp_path, "\n\n=====\n\n")


def test_huge_lines_are_read(tmp_path: Path) -> None:
    assert len(text_of(read(tmp_path, "x" * 1_000_000))) == 1_000_000
