"""The assistant's page: start, answer, nothing found, empty library, trouble, languages, feedback."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from retriever.answer import Reply
from tests.doubles_portal import (
    PDF_PLACE,
    SLIDE_PLACE,
    VIDEO_PLACE,
    WEB_PLACE,
    StandInPortal,
    answer,
    realistic,
)
from tests.pages.conftest import Visit, ask, labels, press, words
from ui.texts import ENGLISH, GERMAN

MIRROR = "Wie spiegele ich mein iPad auf das Display?"
JUPITER = "Wie viele Monde hat der Jupiter?"


def test_the_start_greets_and_offers_six_questions(visit: Visit) -> None:
    at = visit()
    assert not at.exception
    assert GERMAN.greeting in words(at)
    assert [question for _, question in GERMAN.starters] == labels(at)
    assert at.chat_input[0].placeholder == GERMAN.input_label


def test_a_tap_on_a_question_asks_it(visit: Visit, stand_in: StandInPortal) -> None:
    at = press(visit(), MIRROR)
    assert stand_in.asked == [(MIRROR, ())]
    assert f">{MIRROR}</h1>" in words(at)


def test_an_answer_says_where_it_is_from_and_shows_its_steps_in_order(visit: Visit) -> None:
    at = ask(visit(), MIRROR)
    said = words(at)
    assert "So steht es in <em>Bildschirmspiegelung im Unterricht</em>, Seite 2" in said
    assert re.findall(r"<li>(\w+)", said) == ["Verbinden", "Öffnen", "Öffnen", "Geben"]
    assert not at.exception


def test_the_first_source_has_its_page_the_others_unfold(visit: Visit) -> None:
    at = ask(visit(), MIRROR)
    assert len(at.image) == 1
    assert GERMAN.show_page in labels(at)
    assert [expander.label for expander in at.expander] == ["2 weitere Stellen"]


def test_a_page_opens_large(visit: Visit) -> None:
    at = press(ask(visit(), MIRROR), GERMAN.show_page)
    assert len(at.image) == 2
    assert not at.exception


def test_a_place_without_a_picture_opens_as_text_with_its_headings(visit: Visit) -> None:
    at = press(ask(visit(), "Passwort vergessen"), GERMAN.read_place)
    assert words(at).count("<mark>Ein neues Passwort setzt die Administration Ihrer Schule.</mark>") == 2
    assert "Lehrkräfte › Passwort vergessen</p>" in words(at)


def test_only_one_more_place_is_called_one(visit: Visit, stand_in: StandInPortal) -> None:
    stand_in.reply = lambda question, history: answer(question, WEB_PLACE, SLIDE_PLACE)
    assert [expander.label for expander in ask(visit(), "Netz").expander] == [GERMAN.one_more_place]


def test_it_is_told_how_a_follow_up_question_was_understood(visit: Visit, stand_in: StandInPortal) -> None:
    stand_in.reply = lambda question, history: replace(answer(question, WEB_PLACE), meant="iPad <b> und")
    told = words(ask(visit(), "und dann?"))
    assert GERMAN.understood.format(question="iPad &lt;b&gt; und") in told
    stand_in.reply = lambda question, history: answer(question, WEB_PLACE)
    assert GERMAN.understood[:10] not in words(ask(visit(), "Netz"))


def test_a_recording_that_is_gone_is_read_instead(visit: Visit, stand_in: StandInPortal) -> None:
    stand_in.keeps_originals = False
    stand_in.reply = lambda question, history: answer(question, VIDEO_PLACE)
    at = ask(visit(), "Ton")
    assert GERMAN.play_from.format(time="0:42") not in labels(at)
    assert "Jetzt tippe ich auf Spiegeln" in words(press(at, GERMAN.read_place))


def test_nothing_found_offers_the_nearest_places_and_ways_on(visit: Visit, stand_in: StandInPortal) -> None:
    at = ask(visit(), JUPITER)
    for text in (GERMAN.nothing, GERMAN.nearest, GERMAN.ways_on, SLIDE_PLACE.title, WEB_PLACE.title):
        assert text in words(at)
    at = press(at, GERMAN.report_fault_question)
    assert stand_in.asked[-1] == (GERMAN.report_fault_question, (JUPITER,))


def test_an_empty_library_says_what_to_do(visit: Visit, stand_in: StandInPortal) -> None:
    stand_in.documents = 0
    at = visit()
    assert GERMAN.empty in words(at)
    assert [code.value for code in at.code] == ["python manage.py prepare"]
    assert GERMAN.empty in words(ask(at, MIRROR))


def test_trouble_gives_a_number_and_a_second_try(
    visit: Visit, stand_in: StandInPortal, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        at = ask(visit(), "Es ist kaputt")
    number = re.search(r"Nummer \*\*(\w{6})\*\*", words(at))
    assert number is not None
    assert f"error {number.group(1)}" in caplog.text
    assert "the index is broken" in caplog.text
    assert "the index is broken" not in words(at)
    stand_in.reply = lambda question, history: answer(question, PDF_PLACE)
    assert PDF_PLACE.title in words(press(at, GERMAN.try_again))


def test_earlier_questions_go_along_and_can_be_seen_again(visit: Visit, stand_in: StandInPortal) -> None:
    at = ask(ask(visit(), MIRROR), "Und ohne Passwort?")
    assert stand_in.asked[-1] == ("Und ohne Passwort?", (MIRROR,))
    at = press(at, MIRROR.replace("?", "\\?"))
    assert f">{MIRROR}</h1>" in words(at)
    assert len(stand_in.asked) == 2, "seeing an answer again asks nothing"


def test_a_new_conversation_forgets_the_old_one(visit: Visit, stand_in: StandInPortal) -> None:
    at = press(ask(visit(), MIRROR), GERMAN.new_conversation)
    assert GERMAN.greeting in words(at)
    ask(at, JUPITER)
    assert stand_in.asked[-1] == (JUPITER, ())


def test_blanks_are_no_question(visit: Visit, stand_in: StandInPortal) -> None:
    assert GERMAN.greeting in words(ask(visit(), "   "))
    assert stand_in.asked == []


@pytest.mark.parametrize("name", ["frage", "q"])
def test_a_link_with_a_question_asks_it_once(visit: Visit, stand_in: StandInPortal, name: str) -> None:
    at = visit(**{name: MIRROR}).run()
    assert stand_in.asked == [(MIRROR, ())]
    assert PDF_PLACE.title in words(at)


def test_a_link_cannot_bring_markup_in(visit: Visit) -> None:
    at = visit(frage="<img src=x onerror=alert(1)> passwort")
    assert "&lt;img src=x onerror=alert(1)&gt; passwort</h1>" in words(at)
    assert "<img src=x" not in words(at)


def test_the_switch_turns_the_interface_to_english(visit: Visit) -> None:
    at = visit()
    at.segmented_control(key="lang").set_value("en").run()
    assert ENGLISH.greeting in words(at)
    assert [question for _, question in ENGLISH.starters] == labels(at)
    assert at.query_params["lang"] == "en"


def test_a_link_can_ask_for_english(visit: Visit) -> None:
    assert ENGLISH.greeting in words(visit(lang="en"))


def test_an_unknown_language_is_german(visit: Visit) -> None:
    assert GERMAN.greeting in words(visit(lang="xx"))


def test_words_around_an_answer_follow_the_question(visit: Visit) -> None:
    at = ask(visit(), "How do I mirror my iPad?")
    assert "This is from <em>Bildschirmspiegelung im Unterricht</em>, page 2" in words(at)
    assert ENGLISH.show_page in labels(at)
    assert GERMAN.new_conversation in labels(at)


def test_a_thumb_up_is_kept_at_once_and_thanked_for(visit: Visit, stand_in: StandInPortal) -> None:
    at = ask(visit(), MIRROR)
    at.feedback[0].set_value(1).run()
    assert [kept[:4] for kept in stand_in.feedback] == [(MIRROR, PDF_PLACE.document, True, None)]
    assert GERMAN.thanks in words(at)
    at.run()
    assert len(stand_in.feedback) == 1


def test_a_thumb_down_may_give_its_reason(visit: Visit, stand_in: StandInPortal) -> None:
    at = ask(visit(), MIRROR)
    at.feedback[0].set_value(0).run()
    at.radio[0].set_value(GERMAN.reasons[2])
    at.text_area[0].set_value("Der Knopf heißt jetzt anders.")
    press(at, GERMAN.send)
    document, helpful, reason = stand_in.feedback[0][1:4]
    assert (document, helpful) == (PDF_PLACE.document, False)
    assert reason == f"{GERMAN.reasons[2]}\nDer Knopf heißt jetzt anders."
    assert stand_in.feedback[0][4].utcoffset() is not None


def test_a_thumb_down_without_a_word_is_kept_when_the_next_question_comes(
    visit: Visit, stand_in: StandInPortal
) -> None:
    at = ask(visit(), JUPITER)
    at.feedback[0].set_value(0).run()
    assert stand_in.feedback == []
    ask(at, MIRROR).run()
    assert [kept[:4] for kept in stand_in.feedback] == [(JUPITER, None, False, None)]


def test_slow_answers_show_that_work_is_going_on(visit: Visit, stand_in: StandInPortal) -> None:
    def slow(question: str, history: Sequence[str]) -> Reply:
        assert not history
        return realistic(question)

    stand_in.reply = slow
    assert GERMAN.searching not in words(ask(visit(), MIRROR)), (
        "the word for working goes when the answer is there"
    )
