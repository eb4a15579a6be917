"""What a line and a school look like: badges, bars, the row of stages, the line of time."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from deliveries.facts import Change, Device, Field, Period, ReasonKind
from deliveries.pieces import Pieces
from deliveries.promises import Standing
from deliveries.stages import PROGRESS, STAGES, Stage
from deliveries.status.lines import LineStatus
from tests.ui.deliveries.made import MARCH, SCHOOL, status
from ui.deliveries.badges import badge, badge_html, late
from ui.deliveries.cards import card_html
from ui.deliveries.known import as_of_html, as_of_words, own_day_html
from ui.deliveries.naming import about_line, line_name, title
from ui.deliveries.paper import parts_of
from ui.deliveries.progress import Bar, bar_html, bars, said_of
from ui.deliveries.stage_row import stage_row_html, where_words
from ui.deliveries.story import events_html
from ui.deliveries.timeline import Place, along_time, heading, stops_of
from ui.texts import ENGLISH, GERMAN, Texts

D = GERMAN.deliveries
PART = Pieces(mounted=12, commissioned=8)


# badges


@pytest.mark.parametrize(
    ("shown", "said", "look"),
    [
        (status(PART, Standing.LATE, days=14), "2 Wochen verspätet", "late"),
        (status(PART, Standing.LATE, days=1), "1 Tag verspätet", "late"),
        (status(stage=Stage.BLOCKED), D.is_blocked, "blocked"),
        (status(), D.is_coming, "coming"),
        (status(standing=Standing.MOVED), D.is_moved, "coming"),
        (status(standing=Standing.UNPROMISED, period=None), D.is_unpromised, "coming"),
        (status(Pieces(mounted=3), Standing.DONE), D.is_here, "here"),
        (status(Pieces(in_use=3), Standing.DONE), D.is_usable, "usable"),
        (status(Pieces(in_use=3), Standing.CAME_LATE), D.came_late, "usable"),
        (status(Pieces(cancelled=3), Standing.STOPPED), D.is_cancelled, "stopped"),
    ],
)
def test_a_badge_says_the_one_thing_that_matters(shown: LineStatus, said: str, look: str) -> None:
    assert badge(shown, "de", GERMAN) == said
    assert f'class="standing-badge {look}"' in badge_html(shown, "de", GERMAN)


def test_a_delay_is_as_long_as_the_sentence_says() -> None:
    assert late(1, "de", GERMAN) == "1 Tag verspätet"
    assert late(59, "de", GERMAN) == "8 Wochen verspätet"
    assert late(237, "de", GERMAN) == "7 Monate verspätet"
    assert late(152, "en", ENGLISH) == "4 months late"


# bars


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (Pieces(in_use=20), "alle 20 nutzbar"),
        (Pieces(in_use=12, mounted=4, commissioned=4), "16 von 20 da, 12 nutzbar"),
        (Pieces(mounted=20), "alle 20 da, noch nicht nutzbar"),
        (Pieces(in_use=5, commissioned=15), "5 von 20 da"),
        (Pieces(mounted=5, commissioned=15), "5 von 20 da"),
        (Pieces(commissioned=20), "0 von 20 da"),
        (Pieces(in_use=10, cancelled=10), "alle 10 nutzbar"),
    ],
)
def test_a_bar_is_told_in_words(pieces: Pieces, said: str) -> None:
    assert said_of(pieces, GERMAN) == said


def test_bars_are_added_up_by_kind_without_what_was_cancelled() -> None:
    lines = [
        status(PART),
        status(Pieces(in_use=3)),
        status(Pieces(planned=40), device=Device("Tablet")),
        status(Pieces(cancelled=5), Standing.STOPPED, device=Device("Laptop")),
        status(Pieces(planned=1), device=Device(name="Irgendwas")),
    ]
    assert [(bar.name, bar.pieces.wanted) for bar in bars(lines, GERMAN)] == [
        ("Tablet", 40),
        ("Display", 23),
        (D.other_kind, 1),
    ]


def test_a_bar_has_the_furthest_first_in_the_colours_of_the_stages() -> None:
    html = bar_html(Bar('<b>"Display"', PART), "de")
    grown = re.findall(r"flex-grow:(\d+);--stage:light-dark\((#\w+)", html)
    assert grown == [
        ("12", STAGES[Stage.MOUNTED].colours[0]),
        ("8", STAGES[Stage.COMMISSIONED].colours[0]),
    ]
    assert "12 montiert, 8 bestellt" in html, "for those who cannot see it"
    assert "<b>" not in html


@pytest.mark.parametrize("pieces", [PART, Pieces(1, 1, 1), Pieces(in_use=999, planned=1), Pieces(tested=3)])
def test_on_paper_the_parts_fill_the_whole_bar(pieces: Pieces) -> None:
    parts = parts_of(Bar("Display", pieces))
    assert sum(part.width for part in parts) == 1000
    assert all(one.x + one.width == other.x for one, other in pairwise(parts))


# the row of stages


def test_all_stages_stand_in_a_row_and_those_with_pieces_are_marked() -> None:
    html = stage_row_html(status(PART).line, "de", GERMAN)
    words = re.findall(r"<span>([^<]*)</span>", html)
    assert words == [STAGES[stage].words["de"] for stage in PROGRESS]
    assert re.findall(r"<span>(\w+)</span><b>(\d+)</b>", html) == [("Beauftragt", "8"), ("Montiert", "12")]
    current = re.findall(r'aria-current="step"><span>(\w+)', html)
    assert current == ["Montiert"]
    assert where_words(PART, "de") == "12 montiert, 8 bestellt"


def test_a_blocked_row_says_so_and_a_cancelled_one_has_no_current_stage() -> None:
    blocked = status(PART, stage=Stage.BLOCKED).line
    assert 'class="stops blocked"' in stage_row_html(blocked, "de", GERMAN)
    cancelled = status(Pieces(cancelled=3), Standing.STOPPED).line
    assert "aria-current" not in stage_row_html(cancelled, "de", GERMAN)


# the line of time


def test_along_time_the_next_comes_first_and_the_past_last() -> None:
    quarter = Period(date(2027, 6, 30), date(2027, 4, 1), "Q2/2027")
    came, gone = status(Pieces(in_use=1), Standing.DONE), status(Pieces(cancelled=1), Standing.STOPPED)
    no_date = status(standing=Standing.UNPROMISED, period=None)
    blocked, second = status(stage=Stage.BLOCKED, period=quarter), status(period=quarter)
    overdue, soon = status(standing=Standing.LATE, days=3), status(period=MARCH)
    stops = stops_of([came, gone, no_date, blocked, second, soon, overdue])
    assert [heading(stop, GERMAN) for stop in stops] == [
        D.overdue,
        "März 2027",
        "Juni 2027",
        D.without_date,
        D.arrived,
        D.stopped,
    ]
    assert stops[(Place.MONTH, date(2027, 6, 1))] == [blocked, second]
    assert along_time([came, blocked, soon]) == [soon, blocked, came], "not by urgency"


# names


def test_a_line_is_called_as_people_call_it() -> None:
    assert line_name(status().line, "de", GERMAN) == "12 Displays"
    assert about_line(status(room="Haus B").line) == "ViewSonic 86 Zoll · Haus B"
    tablets = status(Pieces(planned=1), device=Device("Tablet", "Apple", 'iPad 10,2"')).line
    assert line_name(tablets, "de", GERMAN) == "1 iPad"


def test_what_nobody_has_a_word_for_keeps_its_own_name() -> None:
    line = status(Pieces(planned=3), device=Device(name="Zauberstab X")).line
    assert line_name(line, "de", GERMAN) == "3 × Zauberstab X"
    assert about_line(line) == ""


def test_nothing_is_said_twice() -> None:
    assert about_line(status(device=Device("Technik", "", "Schulserver")).line) == ""


@pytest.mark.parametrize(("t", "language"), [(GERMAN, "de"), (ENGLISH, "en")])
def test_the_title_names_the_school(t: Texts, language: str) -> None:
    assert "GS Am Westring" in title(SCHOOL, language, t)


# of when


def test_old_lists_are_told_to_be_old() -> None:
    long_ago, today = date(2024, 2, 5), date(2026, 11, 23)
    assert as_of_words(long_ago, "stand.csv", GERMAN) == "Stand: 5. Februar 2024 · Quelle: stand.csv"
    assert D.by_hand in as_of_words(long_ago, "", GERMAN)
    assert D.long_ago in as_of_html(long_ago, "x", today, GERMAN)
    assert D.long_ago not in as_of_html(date(2026, 11, 1), "x", today, GERMAN)
    assert "<img" not in as_of_html(long_ago, "<img src=x>.csv", today, GERMAN)


# cards


def test_the_reason_stands_there_as_it_was_written_where_the_sentence_says_it_in_other_words() -> None:
    known = status(reason="Umbau <b>bis</b> Mai", reason_kind=ReasonKind.BUILDING)
    assert "Umbau &lt;b&gt;bis&lt;/b&gt; Mai" in card_html(known, "de", GERMAN)
    assert D.reason_given in card_html(known, "de", GERMAN)
    quoted = status(reason="Frag den Hausmeister", reason_kind=ReasonKind.OTHER)
    assert D.reason_given not in card_html(quoted, "de", GERMAN)


@pytest.mark.parametrize(
    ("known", "newest", "told"),
    [
        (status(as_of=date(2026, 5, 4)), date(2026, 11, 20), True),
        (status(as_of=date(2026, 11, 10)), date(2026, 11, 20), False),
        (status(Pieces(in_use=3), as_of=date(2026, 5, 4)), date(2026, 11, 20), False),
    ],
)
def test_a_line_of_which_nothing_new_is_known_says_of_when_it_speaks(
    known: LineStatus, newest: date, told: bool
) -> None:
    """Whether it is late is judged as of then, while others are judged as of today."""
    assert ("4. Mai 2026" in own_day_html(known, newest, GERMAN)) == told


# the history


def change(field: Field, new: str, old: str | None = None) -> Change:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    return Change(1, 1, at, at.date(), field, old, new, "", "liste.csv", "", False)


def test_how_a_line_began_is_told_once() -> None:
    began = [
        change(Field.REASON, "Umbau"),
        change(Field.PIECES, "commissioned 12"),
        change(Field.DELIVERED, "0"),
        change(Field.ORDERED, "12"),
        change(Field.CREATED, "commissioned"),
    ]
    told = events_html(began, "de", GERMAN)
    assert told.count("<li>") == 1 + 3, "the event, and that it began, with how many, and why"
    later = events_html([change(Field.DELIVERED, "0", "3")], "de", GERMAN)
    assert later.count("<li>") == 2, "what goes back to nothing is told"
