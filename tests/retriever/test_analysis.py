from __future__ import annotations

import pytest

from retriever.analysis import terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zurücksetzen", "zuruecksetzen"),
        ("zurücksetzen", "zurucksetzen"),
        ("Straße", "STRASSE"),
        ("Passwörter", "Passwort"),
        ("Druckers", "drucker"),
        ("Häuser", "haeuser"),
        ("u\u0308ber Ka\u0308se", "Käse"),
    ],
)
def test_spellings_and_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_words_that_say_nothing_are_left_out() -> None:
    assert terms("Wie kann ich das mit dem Beamer?") == terms("Beamer")


def test_names_with_dots_stay_together() -> None:
    assert len(terms("exam.net")) == 1


def test_different_words_stay_different() -> None:
    assert terms("Maus") != terms("Haus")
