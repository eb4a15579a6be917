from __future__ import annotations

import pytest

from retriever.question import asks_how, language


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wie spiegele ich mein iPad auf das Display?", "de"),
        ("How do I mirror my iPad?", "en"),
        ("Can I AirDrop my worksheets to the school iPad?", "en"),
        ("beamer geht nicht an", "de"),
        ("Gerät", "de"),
        ("gimp: brush does nothing when I paint", "en"),
    ],
)
def test_the_language_is_seen_from_the_question(question: str, expected: str) -> None:
    assert language(question, otherwise="de") == expected


def test_a_bare_name_has_the_language_of_the_interface() -> None:
    assert language("airplay", otherwise="en") == "en"


@pytest.mark.parametrize(
    "question", ["Wie spiegele ich?", "Drucker einrichten", "How do I print?", "Kein Ton. Was kann ich tun?"]
)
def test_questions_for_a_way_are_known(question: str) -> None:
    assert asks_how(question)


@pytest.mark.parametrize("question", ["Wie viel Platz habe ich?", "Was ist Miracast?", "beamer"])
def test_other_questions_are_not(question: str) -> None:
    assert not asks_how(question)
