"""School holidays: those that are there from the start, and what the team makes of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from core.people.person import NotAllowed
from tests.trainings.made import NOW, Made
from tests.trainings.plans_made import Plans, plans_made
from trainings.planning.holidays import Holiday, add_holiday, holidays_of, remove_holiday
from trainings.refusals import NoSuchHoliday, TextMissing, TextTooLong, TimesWrong
from trainings.seats.office_hours import school_days

DAY = date(2028, 2, 7)


@pytest.fixture
def plans(made: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    return plans_made(made, monkeypatch)


@pytest.fixture
def everywhere(anywhere: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    """On SQLite and on PostgreSQL."""
    return plans_made(anywhere, monkeypatch)


def known(plans: Plans) -> list[Holiday]:
    with plans.database.read() as db:
        return holidays_of(db, plans.team)


def add(plans: Plans, name: str = "Winterferien 2028", last_day: date = DAY) -> Holiday:
    with plans.database.write.begin() as db:
        return add_holiday(db, name, DAY, last_day, plans.team, NOW)


def test_two_years_of_sachsen_anhalt_are_there_from_the_start(everywhere: Plans) -> None:
    names = [holiday.name for holiday in known(everywhere)]
    assert names == [
        f"{season}ferien {year}"
        for year in (2026, 2027)
        for season in ("Winter", "Oster", "Pfingst", "Sommer", "Herbst", "Weihnachts")
    ]
    for earlier, later in zip(known(everywhere), known(everywhere)[1:], strict=False):
        assert earlier.last_day < later.first_day
    assert all(each.last_day - each.first_day < timedelta(days=45) for each in known(everywhere))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 7, 4), date(2026, 8, 14)),
        (date(2026, 10, 19), date(2026, 10, 30)),
        (date(2026, 12, 21), date(2027, 1, 2)),
        (date(2027, 3, 22), date(2027, 3, 27)),
    ],
    ids=str,
)
def test_school_is_out_from_the_first_to_the_last_day(plans: Plans, first: date, last: date) -> None:
    assert (first, last) in [(each.first_day, each.last_day) for each in known(plans)]
    with plans.database.read() as db:
        days = school_days(db, "ST")
    every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    assert not any(days.has(day) for day in every)


def test_holidays_are_added_and_removed(everywhere: Plans) -> None:
    added = add(everywhere, " Winterferien  2028 ", DAY + timedelta(days=4))
    assert added == Holiday(added.id, "Winterferien 2028", DAY, DAY + timedelta(days=4))
    assert known(everywhere)[-1] == added
    with everywhere.database.write.begin() as db:
        remove_holiday(db, added.id, everywhere.team, NOW)
    assert added not in known(everywhere)
    assert [(what, about) for _, what, about in everywhere.audited()] == [
        ("holiday_added", f"holiday {added.id}"),
        ("holiday_removed", f"holiday {added.id}"),
    ]


def test_one_day_is_enough_but_not_less(plans: Plans) -> None:
    assert add(plans).last_day == DAY
    with pytest.raises(TimesWrong) as wrong:
        add(plans, last_day=DAY - timedelta(days=1))
    assert wrong.value == TimesWrong("last_day")


def test_a_name_is_there_and_short(plans: Plans) -> None:
    with pytest.raises(TextMissing):
        add(plans, " ")
    with pytest.raises(TextTooLong):
        add(plans, "x" * 101)


def test_what_is_not_there_is_not_removed(plans: Plans) -> None:
    with pytest.raises(NoSuchHoliday), plans.database.write.begin() as db:
        remove_holiday(db, 4711, plans.team, NOW)


DOES: list[Callable[..., Any]] = [
    lambda db, by: holidays_of(db, by),
    lambda db, by: add_holiday(db, "Ferien", DAY, DAY, by, NOW),
    lambda db, by: remove_holiday(db, 1, by, NOW),
]


@pytest.mark.parametrize("does", DOES)
def test_only_the_team_looks_after_them(plans: Plans, does: Callable[..., Any]) -> None:
    before = known(plans)
    for person in (plans.trainer, plans.teacher, None):
        with pytest.raises(NotAllowed), plans.database.write.begin() as db:
            does(db, person)
    assert known(plans) == before
