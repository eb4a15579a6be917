"""What a document says it is about, in its front matter or in a file beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.reading.facts import NO_FACTS, Facts, facts_of
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import read
from knowledge.reading.section import Reading

GERMAN = """geräte: [digitale Tafel, iPad, Overheadprojektor, iPad]
themen: Bildschirm spiegeln, Ton
zielgruppe: [Lehrkräfte]
stufe: Einstieg
gilt für: Displays aller Hersteller
geprüft: 2026-11-16
sprache: en
"""
FACTS = Facts(
    devices=("Display", "iPad", "Overheadprojektor"),
    topics=("Bildschirm spiegeln", "Ton"),
    audience=("Lehrkräfte",),
    level="Einstieg",
    valid_for="Displays aller Hersteller",
    checked=date(2026, 11, 16),
)


def reading(path: Path, text: str = "# Titel\n\nEin Satz.") -> Reading:
    path.write_text(text, "utf-8")
    return read(path, Limits(), Recognition())


def test_front_matter_tells_the_facts_in_german_or_english(tmp_path: Path) -> None:
    assert reading(tmp_path / "a.md", f"---\n{GERMAN}---\n# Titel\n\nEin Satz.").facts == FACTS
    english = "---\ndevices: [Display]\nlevel: Aufbau\n---\n# Titel\n\nEin Satz."
    assert reading(tmp_path / "b.md", english).facts == Facts(devices=("Display",), level="Aufbau")


def test_a_file_beside_any_document_tells_them_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt.yml").write_text(GERMAN, "utf-8")
    found = reading(tmp_path / "a.txt")
    assert (found.facts, found.date, found.language) == (FACTS, date(2026, 11, 16), "en")


def test_what_stands_beside_holds_instead_of_what_stands_within(tmp_path: Path) -> None:
    (tmp_path / "a.md.yml").write_text("level: Aufbau", "utf-8")
    found = reading(tmp_path / "a.md", f"---\n{GERMAN}---\n# Titel\n\nEin Satz.")
    assert found.facts == Facts(level="Aufbau")


@pytest.mark.parametrize("text", ["[", "nur ein Wort", "- a\n- b", "x" * 70_000, "\x00"])
def test_facts_that_are_not_understood_are_told_and_the_document_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt.yml").write_text(text, "utf-8")
    found = reading(tmp_path / "a.txt")
    assert found.facts == NO_FACTS
    assert "a.txt.yml is not understood" in found.notices[0]


def test_a_link_beside_a_document_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(GERMAN, "utf-8")
    (tmp_path / "a.txt.yml").symlink_to(tmp_path / "elsewhere")
    assert reading(tmp_path / "a.txt").facts == NO_FACTS


def test_what_is_of_another_kind_than_expected_is_left_out() -> None:
    odd = {"devices": {"a": 1}, "topics": [["a"], "", "  ", "…", "gut", 3], "level": 2, "checked": "bald"}
    assert facts_of(odd) == Facts(topics=("gut", "3"))
