from __future__ import annotations

import pytest

from knowledge.reading.pdf_hyphens import join_lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Das Pass-", "wort steht"], "Das Passwort steht"),
        (["das WLAN-", "Passwort"], "das WLAN-Passwort"),
        (["die PDF-", "basierte Ablage"], "die PDF-basierte Ablage"),
        (["Nord-", "und Südflügel"], "Nord- und Südflügel"),
        (["Ein-", "oder Ausgang"], "Ein- oder Ausgang"),
        (["Nord-/", "Südflügel"], "Nord-/Südflügel"),
        (["Debian-", "12-Handbuch"], "Debian-12-Handbuch"),
        (["weiches Tren\xad", "nen"], "weiches Trennen"),
        (["ein Satz –", "mit Strich"], "ein Satz – mit Strich"),
        (["https://schule.example/mein-", "konto"], "https://schule.example/mein-konto"),
        (["ein", "", "Wort"], "ein Wort"),
        ([], ""),
    ],
)
def test_lines_become_one_text_with_divided_words_made_whole(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text
