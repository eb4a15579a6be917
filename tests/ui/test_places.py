"""A place is said in the words a person would use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.kinds import DocumentKind
from retriever.answer import Citation
from tests.doubles_portal import PDF_PLACE, SLIDE_PLACE, VIDEO_PLACE, WEB_PLACE
from ui.places import clock, day, description, invitation, is_recording, place
from ui.texts import ENGLISH, GERMAN


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0:00"), (42.9, "0:42"), (725, "12:05"), (3723, "1:02:03"), (36000, "10:00:00")]
)
def test_a_moment_reads_as_on_a_player(seconds: float, said: str) -> None:
    assert clock(seconds) == said


@pytest.mark.parametrize(
    ("citation", "german", "english"),
    [
        (PDF_PLACE, "Seite 2", "page 2"),
        (SLIDE_PLACE, "Folie 7", "slide 7"),
        (VIDEO_PLACE, "ab 0:42", "from 0:42"),
        (WEB_PLACE, "Abschnitt „Passwort vergessen“", "section “Passwort vergessen”"),
        (replace(WEB_PLACE, heading_path=()), "", ""),
    ],
)
def test_the_place_depends_on_the_kind(citation: Citation, german: str, english: str) -> None:
    assert (place(citation, GERMAN), place(citation, ENGLISH)) == (german, english)


def test_a_date_is_written_out() -> None:
    assert day(date(2026, 3, 1), GERMAN) == "1. März 2026"
    assert day(date(2026, 3, 1), ENGLISH) == "1 March 2026"


def test_the_description_says_kind_place_and_date() -> None:
    assert description(PDF_PLACE, GERMAN) == "Handreichung (PDF) · Seite 2 · Stand 12. September 2026"
    assert description(WEB_PLACE, GERMAN) == "Anleitung · Lehrkräfte › Passwort vergessen"


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        (PDF_PLACE, "Seite groß zeigen"),
        (VIDEO_PLACE, "Ab 0:42 abspielen"),
        (SLIDE_PLACE, "Stelle lesen"),
        (WEB_PLACE, "Stelle lesen"),
    ],
)
def test_the_button_says_what_it_does(citation: Citation, said: str) -> None:
    assert invitation(citation, True, GERMAN) == said
    assert invitation(citation, False, GERMAN) == GERMAN.read_place


def test_a_transcript_without_recording_is_read_not_played() -> None:
    transcript = replace(VIDEO_PLACE, kind=DocumentKind.TRANSCRIPT)
    assert not is_recording(transcript)
    assert is_recording(VIDEO_PLACE)
