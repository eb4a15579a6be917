"""A date in words: when, where, how full."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from trainings.facts import DateKind, DateState, Training, TrainingDate
from trainings.refusals import Full
from trainings.seats.listing import Offer
from ui.texts import ENGLISH, GERMAN
from ui.trainings.badges import Tone, badge, where
from ui.trainings.month import month_before, month_of, next_month
from ui.trainings.when import duration, span

START = datetime(2026, 11, 24, 13, tzinfo=UTC)
TRAINING = Training(1, "3D-Druck", "", (), "", (), (), 120, "", 120)
DATE = TrainingDate(
    id=1,
    training=TRAINING,
    series=None,
    starts_at=START,
    ends_at=START + timedelta(hours=2),
    kind=DateKind.FABLAB,
    place="Werkraum 2",
    link="",
    trainer_id=None,
    trainer="",
    seats=10,
    minimum=0,
    opens_at=None,
    closes_at=START,
    cancel_until=START,
    decide_at=START,
    school_cap=None,
    school_cap_days=0,
    school_id=None,
    school="",
    state=DateState.PLANNED,
    cancel_reason="",
)


def offer(taken: int, waiting: int = 0) -> Offer:
    return Offer(DATE, taken, waiting, None, Full(waiting) if taken >= DATE.seats else None, None)


def test_a_day_is_told_once() -> None:
    assert span(DATE, GERMAN) == "Dienstag, 24. November 2026, 14:00 bis 16:00 Uhr"
    assert span(DATE, ENGLISH) == "Tuesday, 24 November 2026, 14:00 to 16:00"


def test_summer_time_counts() -> None:
    summer = datetime(2026, 6, 2, 13, tzinfo=UTC)
    assert "15:00 bis 16:00" in span(
        replace(DATE, starts_at=summer, ends_at=summer + timedelta(hours=1)), GERMAN
    )


def test_several_days_are_told_both() -> None:
    said = span(replace(DATE, ends_at=START + timedelta(days=1)), GERMAN)
    assert said == "Dienstag, 24. November 2026, 14:00 Uhr bis Mittwoch, 25. November 2026, 14:00 Uhr"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(45, "45 Minuten"), (60, "1 Stunde"), (90, "1 Stunde 30 Minuten"), (120, "2 Stunden")],
)
def test_how_long_it_takes(minutes: int, said: str) -> None:
    assert duration(minutes, GERMAN) == said


@pytest.mark.parametrize(
    ("kind", "place", "school", "said"),
    [
        (DateKind.FABLAB, "Werkraum 2", "", "FabLab, Werkraum 2"),
        (DateKind.FABLAB, "FabLab, Werkraum 2", "", "FabLab, Werkraum 2"),
        (DateKind.FABLAB, "", "", "FabLab"),
        (DateKind.ONLINE, "", "", "Online"),
        (DateKind.SCHOOL, "Raum 12", "GS Salbke", "GS Salbke, Raum 12"),
        (DateKind.SCHOOL, "GS Salbke, Raum 12", "GS Salbke", "GS Salbke, Raum 12"),
        (DateKind.SCHOOL, "", "", "An einer Schule"),
    ],
)
def test_where_it_is_is_told_once(kind: DateKind, place: str, school: str, said: str) -> None:
    assert where(replace(DATE, kind=kind, place=place, school=school), GERMAN) == said


@pytest.mark.parametrize(
    ("taken", "waiting", "said", "tone"),
    [
        (1, 0, "9 Plätze frei", Tone.GOOD),
        (7, 0, "noch 3 Plätze", Tone.GOOD),
        (9, 0, "noch 1 Platz", Tone.GOOD),
        (10, 0, "ausgebucht", Tone.FULL),
        (10, 1, "ausgebucht, 1 wartet", Tone.FULL),
        (10, 2, "ausgebucht, 2 warten", Tone.FULL),
    ],
)
def test_free_seats_are_told_in_words(taken: int, waiting: int, said: str, tone: Tone) -> None:
    shown = badge(offer(taken, waiting), GERMAN)
    assert (shown.text, shown.tone) == (said, tone)


def test_months_go_on_over_the_end_of_the_year() -> None:
    december = datetime(2026, 12, 1, tzinfo=UTC).date()
    assert str(next_month(december)) == "2027-01-01"
    assert month_before(next_month(december)) == december
    assert str(month_of("2027-03", december)) == "2027-03-01"
