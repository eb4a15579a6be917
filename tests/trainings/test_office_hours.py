"""Office hours: nights, weekends, school holidays, public holidays, changes of the clock, late seats."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from core.database import Database
from core.local_time import HERE
from trainings.seats.office_hours import SchoolDays, after, is_late, offer_ends_at, reminder_due, school_days
from trainings.tables import HolidayRow

HOUR = timedelta(hours=1)
AUTUMN = (date(2026, 10, 19), date(2026, 10, 30))
EASTER = (date(2026, 3, 30), date(2026, 4, 4))
SCHOOL = SchoolDays("ST", (EASTER, AUTUMN))
NO_HOLIDAYS = SchoolDays("ST")


def here(text: str) -> datetime:
    """The city's time, as "2026-11-23 10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=HERE).astimezone(UTC)


@pytest.mark.parametrize(
    ("asked", "hours", "ends"),
    [
        ("2026-11-23 10:00", 2, "2026-11-23 12:00"),  # a Monday
        ("2026-11-23 08:00", 10, "2026-11-23 18:00"),  # a whole day, to its last minute
        ("2026-11-23 05:00", 2, "2026-11-23 10:00"),
        ("2026-11-23 22:00", 2, "2026-11-24 10:00"),
        ("2026-11-23 18:00", 2, "2026-11-24 10:00"),
        ("2026-11-24 00:30", 2, "2026-11-24 10:00"),
        ("2026-11-23 17:00", 2, "2026-11-24 09:00"),
        ("2026-11-23 10:00", 12, "2026-11-24 12:00"),
        ("2026-11-27 16:00", 12, "2026-11-30 18:00"),  # Friday afternoon: until Monday evening
        ("2026-11-28 12:00", 2, "2026-11-30 10:00"),  # Saturday
        ("2026-11-29 23:59", 2, "2026-11-30 10:00"),  # Sunday
    ],
    ids=str,
)
def test_only_hours_of_school_days_by_day_count(asked: str, hours: int, ends: str) -> None:
    assert after(here(asked), hours * HOUR, NO_HOLIDAYS) == here(ends)


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        ("2026-10-16 17:00", "2026-11-02 09:00"),  # the last hour before the autumn holidays
        ("2026-10-19 08:00", "2026-11-02 10:00"),  # their first day
        ("2026-10-30 17:59", "2026-11-02 10:00"),  # their last one
        ("2026-03-27 17:00", "2026-04-07 09:00"),  # Easter: holidays, and the Monday after them is free, too
        ("2026-04-30 17:00", "2026-05-04 09:00"),  # 1 May is a Friday
        ("2027-01-05 17:00", "2027-01-07 09:00"),  # 6 January, free in Sachsen-Anhalt
        ("2026-12-31 17:00", "2027-01-04 09:00"),  # over the turn of the year
    ],
    ids=str,
)
def test_no_offer_runs_out_in_holidays(asked: str, ends: str) -> None:
    assert after(here(asked), 2 * HOUR, SCHOOL) == here(ends)


def test_public_holidays_are_those_of_the_state() -> None:
    asked = here("2027-01-05 17:00")
    assert after(asked, 2 * HOUR, SchoolDays("BE")) == here("2027-01-06 09:00")
    assert after(asked, 2 * HOUR, SchoolDays("ST")) == here("2027-01-07 09:00")


def test_in_march_the_lost_hour_takes_nothing_from_the_time_to_answer() -> None:
    friday = here("2026-03-27 17:00")  # the clocks go forward on Sunday
    ends = after(friday, 12 * HOUR, NO_HOLIDAYS)
    assert ends == here("2026-03-31 09:00") == datetime(2026, 3, 31, 7, 0, tzinfo=UTC)
    assert ends - friday == timedelta(days=3, hours=15)  # 16 by the clock on the wall


def test_in_october_the_hour_that_comes_twice_gives_nothing_to_it() -> None:
    friday = here("2026-10-23 17:00")  # the clocks go back on Sunday
    ends = after(friday, 2 * HOUR, NO_HOLIDAYS)
    assert ends == here("2026-10-26 09:00") == datetime(2026, 10, 26, 8, 0, tzinfo=UTC)
    assert ends - friday == timedelta(days=2, hours=17)


def test_the_night_is_that_of_the_city_in_summer_and_in_winter() -> None:
    assert after(datetime(2026, 6, 10, 6, 0, tzinfo=UTC), HOUR, NO_HOLIDAYS).hour == 7
    assert after(datetime(2026, 12, 9, 6, 0, tzinfo=UTC), HOUR, NO_HOLIDAYS).hour == 8


def test_asked_after_midnight_in_the_city_while_it_is_still_yesterday_in_utc() -> None:
    asked = datetime(2026, 6, 14, 22, 30, tzinfo=UTC)  # Monday, 0:30
    assert after(asked, 2 * HOUR, NO_HOLIDAYS) == here("2026-06-15 10:00")


def test_holidays_without_end_do_not_keep_a_seat_for_ever() -> None:
    always = SchoolDays("ST", ((date(2020, 1, 1), date(2040, 1, 1)),))
    asked = here("2026-11-23 10:00")
    assert after(asked, HOUR, always) == asked + timedelta(days=200)


@pytest.mark.parametrize(
    ("day", "school"),
    [
        (date(2026, 10, 16), True),
        (date(2026, 10, 19), False),
        (date(2026, 10, 30), False),
        (date(2026, 11, 2), True),
        (date(2026, 11, 7), False),  # Saturday
        (date(2026, 11, 8), False),  # Sunday
        (date(2026, 12, 25), False),
    ],
    ids=str,
)
def test_a_school_day(day: date, school: bool) -> None:
    assert SCHOOL.has(day) is school


def test_holidays_are_those_that_the_team_keeps(database: Database) -> None:
    day = date(2026, 11, 24)
    with database.write.begin() as db:
        assert school_days(db, "ST").has(day)
        db.add(HolidayRow(name="Hitzefrei", first_day=day, last_day=day))
        db.flush()
        assert not school_days(db, "ST").has(day)
        assert school_days(db, "ST").has(date(2026, 11, 25))


def test_late_is_less_than_two_days() -> None:
    start = here("2026-11-25 14:00")
    assert not is_late(start - 48 * HOUR, start)
    assert is_late(start - 47 * HOUR, start)
    assert is_late(start + HOUR, start)


@pytest.mark.parametrize(
    ("now", "start", "ends"),
    [
        ("2026-11-23 10:00", "2026-12-10 14:00", "2026-11-24 12:00"),  # twelve office hours
        ("2026-11-23 10:00", "2026-11-25 10:00", "2026-11-24 10:00"),  # two days: one is left for the next
        ("2026-11-23 10:00", "2026-11-24 14:00", "2026-11-23 12:00"),  # late: two office hours
        ("2026-11-23 17:30", "2026-11-24 09:00", "2026-11-24 09:00"),  # never beyond the start
        ("2026-11-27 16:00", "2026-11-30 17:00", "2026-11-27 18:00"),  # a day is left, and no weekend counts
        ("2026-11-27 17:30", "2026-11-30 17:00", "2026-11-30 09:30"),  # but two hours at least
        ("2026-11-26 16:00", "2026-11-30 12:00", "2026-11-27 18:00"),  # Friday evening, not Sunday noon
        ("2026-11-28 20:00", "2026-11-30 14:00", "2026-11-30 10:00"),  # late, on a weekend
        ("2026-10-16 17:00", "2026-11-20 14:00", "2026-11-03 09:00"),  # over the autumn holidays
    ],
    ids=str,
)
def test_how_long_a_seat_is_kept(now: str, start: str, ends: str) -> None:
    assert offer_ends_at(here(now), here(start), SCHOOL) == here(ends)


@pytest.mark.parametrize("minutes", range(1, 8 * 24 * 60, 97))
def test_a_seat_is_never_kept_beyond_the_start_nor_is_an_offer_over_before_it_is_made(minutes: int) -> None:
    now = here("2026-10-22 03:00")  # in the holidays, before the clocks change
    start = now + timedelta(minutes=minutes)
    assert now < offer_ends_at(now, start, SCHOOL) <= start


@pytest.mark.parametrize(("hours", "days"), [(73, None), (72, 3), (25, 3), (24, 1), (1, 1)])
def test_when_a_reminder_is_due(hours: int, days: int | None) -> None:
    start = here("2026-11-30 14:00")
    assert reminder_due(start - hours * HOUR, start) == days
