"""What a follow-up question is understood as."""

from __future__ import annotations

import pytest

from retriever.follow_up import standing_alone, taken_together

MIRROR = "Wie spiegele ich mein iPad auf das Display?"


@pytest.mark.parametrize(
    ("history", "question", "understood"),
    [
        # goes on
        ([MIRROR], "Und wie beende ich das?", f"{MIRROR} Und wie beende ich das?"),
        ([MIRROR], "Geht das auch ohne Internet?", f"{MIRROR} Geht das auch ohne Internet?"),
        ([MIRROR], "Danke! Brauche ich dafür eine App?", f"{MIRROR} Brauche ich dafür eine App?"),
        (["How do I mirror?"], "and how do I stop it?", "How do I mirror? and how do I stop it?"),
        # a place or a device is swapped
        (["Wie teile ich Dateien in Moodle?"], "Und in edupool?", "Wie teile ich Dateien in edupool?"),
        (
            ["Wie drucke ich vom iPad auf dem Drucker?"],
            "und am Laptop",
            "Wie drucke ich vom Laptop auf dem Drucker?",
        ),
        ([MIRROR], "und vom Windows-Laptop?", "Wie spiegele ich mein Windows-Laptop auf das Display?"),
        (["Wie lade ich die iPads?"], "Und die Chromebooks?", "Wie lade ich die Chromebooks?"),
        # corrects
        (
            ["Wie starte ich den Beamer neu?"],
            "Nein, nicht den Beamer, das Display.",
            "Wie starte ich das Display neu?",
        ),
        (
            ["Wie füge ich eine Seitenzahl ein?"],
            "Nein, nicht in LibreOffice. Ich schreibe in Word.",
            "Wie füge ich eine Seitenzahl ein? Ich schreibe in Word",
        ),
        # another subject
        ([MIRROR], "Was ganz anderes: Wie lade ich den Koffer?", "Wie lade ich den Koffer?"),
        ([MIRROR], "Danke, läuft. Andere Frage: Wer hat Aufsicht?", "Wer hat Aufsicht?"),
        ([MIRROR], "Wie melde ich eine Störung am Drucker im Lehrerzimmer?", None),
        # short, and yet of its own
        ([MIRROR], "beamer geht nicht an", None),
        ([MIRROR], "auf dem Drucker im Keller klebt seit gestern ein Klumpen", None),  # begins with a place
        ([MIRROR], "edupool", None),
    ],
)
def test_a_question_is_understood_with_what_it_needs(
    history: list[str], question: str, understood: str | None
) -> None:
    assert standing_alone(question, history) == (understood or question)


def test_without_earlier_questions_nothing_is_changed() -> None:
    for question in ("Danke, und jetzt?", "Und was ist das?", "Gut sichtbare Schrift einstellen", ""):
        assert standing_alone(question, []) == taken_together(question, []) == question


def test_polite_words_that_mean_something_stay() -> None:
    assert standing_alone("Gut lesbare Schrift einstellen", [MIRROR]) == "Gut lesbare Schrift einstellen"


def test_the_subject_is_that_of_the_last_questions() -> None:
    history = [
        "Wie lade ich den Koffer?",
        "Andere Frage: Wie lege ich eine Klasse an?",
        "Und wie lösche ich sie?",
    ]
    understood = standing_alone("Geht das wieder rückgängig?", history)
    assert "Koffer" not in understood
    assert understood.startswith("Wie lege ich eine Klasse an?")


def test_only_the_last_few_questions_are_in_mind() -> None:
    history = [MIRROR, *(f"Und wie geht das mit Nummer {number}?" for number in range(9))]
    understood = standing_alone("Und wie beende ich das?", history)
    assert MIRROR not in understood
    assert len(understood) < 200


def test_what_points_back_to_nothing_can_be_taken_together_all_the_same() -> None:
    question = "der Stift zittert"
    assert standing_alone(question, [MIRROR]) == question
    assert taken_together(question, [MIRROR]) == f"{MIRROR} {question}"
    assert "iPad" not in taken_together("Andere Frage: der Stift zittert", [MIRROR])
