from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.cues import Cue, parse_cues, stated_language, to_webvtt
from knowledge.reading.errors import Empty, WrongFormat


def texts(content: str) -> list[str]:
    return [cue.text for cue in parse_cues(content)]


def test_a_webvtt_file_gives_cues_without_head_notes_styles_names_and_positions() -> None:
    content = """WEBVTT - Ein Titel
Kind: captions
Language: de

STYLE
::cue { color: yellow }

NOTE
Das steht nur für Bearbeiter hier.

einleitung
00:01.500 --> 00:04.000 align:start position:10%
<v Frau Krause>Guten <i>Tag</i>,
<c.gelb>liebe</c> Kollegen.

NOTE Noch etwas

7
01:02:03.250 --> 01:02:05.000
R&amp;D &lt;neu&gt;
"""
    assert parse_cues(content) == (
        Cue(1.5, 4.0, "Guten Tag,\nliebe Kollegen."),
        Cue(3723.25, 3725.0, "R&D <neu>"),
    )
    assert stated_language(content) == "de"


def test_a_subrip_file_gives_cues() -> None:
    content = (
        "1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<b>Hallo</b>\nWelt\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\nEnde\n"
    )
    assert parse_cues(content) == (Cue(1.0, 2.5, "Hallo\nWelt"), Cue(3.0, 4.0, "Ende"))


def test_webvtt_with_the_time_stamps_of_subrip_is_read_all_the_same() -> None:
    assert texts("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nHallo\n") == ["Hallo"]


def test_backslashes_and_braces_that_are_no_mark_up_stay() -> None:
    assert texts("WEBVTT\n\n00:01.000 --> 00:02.000\nPfad \\\\schule\\Netzwerk, Feld {Name}\n") == [
        "Pfad \\\\schule\\Netzwerk, Feld {Name}"
    ]


def test_a_number_at_the_end_of_a_text_stays() -> None:
    content = "1\n00:00:01,000 --> 00:00:02,000\nRaum\n12\n\n2\n00:00:03,000 --> 00:00:04,000\nb\n"
    assert texts(content) == ["Raum\n12", "b"]


def test_rolling_captions_are_said_only_once() -> None:
    content = """WEBVTT

00:00.000 --> 00:02.000
wir öffnen<00:00:01.000><c> jetzt</c>

00:02.000 --> 00:02.010
wir öffnen jetzt

00:02.010 --> 00:04.000
wir öffnen jetzt
die<00:00:03.000><c> Einstellungen</c>

00:04.000 --> 00:06.000
die Einstellungen
und wählen
"""
    assert texts(content) == ["wir öffnen jetzt", "die Einstellungen", "und wählen"]


def test_a_caption_that_grows_word_by_word_is_one_cue() -> None:
    content = "WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n\n00:01.000 --> 00:02.000\nHallo zusammen\n"
    assert parse_cues(content) == (Cue(0, 2, "Hallo zusammen"),)


def test_what_is_said_twice_with_a_pause_between_stays_twice() -> None:
    content = "WEBVTT\n\n00:00.000 --> 00:01.000\nNochmal\n\n00:03.000 --> 00:04.000\nNochmal\n"
    assert texts(content) == ["Nochmal", "Nochmal"]


def test_cues_come_in_order_of_time_and_never_end_before_they_start() -> None:
    content = "WEBVTT\n\n00:05.000 --> 00:04.000\nspät\n\n00:01.000 --> 00:02.000\nfrüh\n"
    assert parse_cues(content) == (Cue(1, 2, "früh"), Cue(5, 5, "spät"))


def test_a_text_without_time_stamps_is_no_subtitle_file() -> None:
    with pytest.raises(WrongFormat, match="no time stamps"):
        parse_cues("Nur ein Text.")


@pytest.mark.parametrize("content", ["WEBVTT", "WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>\n"])
def test_a_file_without_any_text_is_empty(content: str) -> None:
    with pytest.raises(Empty, match="no subtitles"):
        parse_cues(content)


def test_cues_written_for_the_player_look_as_the_format_wants() -> None:
    written = to_webvtt([Cue(0, 1.5, "a < b & c"), Cue(3723.25, 3725, "zwei\nZeilen")])
    assert written == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\na &lt; b &amp; c\n\n"
        "01:02:03.250 --> 01:02:05.000\nzwei\nZeilen\n"
    )


LINES = st.lists(
    st.text(st.characters(categories=["L", "Nd", "P", "Sm"]), min_size=1, max_size=20), min_size=1, max_size=3
)


@given(st.lists(st.tuples(st.integers(0, 3_000), LINES), min_size=1, max_size=8))
def test_written_cues_are_read_back_as_they_were(drafts: list[tuple[int, list[str]]]) -> None:
    cues = tuple(
        Cue(number * 3_010 + start / 1000, number * 3_010 + start / 1000 + 2, "\n".join(lines))
        for number, (start, lines) in enumerate(drafts)
    )
    read = parse_cues(to_webvtt(cues))
    assert [cue.text for cue in read] == [cue.text for cue in cues]
    assert [cue.start for cue in read] == pytest.approx([cue.start for cue in cues])
