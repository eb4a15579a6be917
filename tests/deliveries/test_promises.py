"""What is late, by the promise that was valid then."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliveries.facts import Period
from deliveries.kept import keep_period, kept_period
from deliveries.promises import TELLS_OF_TODAY, Judgement, Promise, Standing, judged, judged_on, same
from deliveries.reading.periods import read_period

TODAY = date(2024, 4, 10)


def day(text: str) -> date:
    return date.fromisoformat(f"2024-{text}")


def promise(since: str, written: str, why: str = "") -> Promise:
    return Promise(day(since), read_period(written), why)


def judge(
    *promises: Promise,
    coming: int = 8,
    wanted: int = 20,
    arrived_on: date | None = None,
    as_of: date = TODAY,
    today: date = TODAY,
) -> Judgement:
    return judged(
        promises, coming=coming, wanted=wanted, arrived_on=arrived_on, as_of=as_of, today=today
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "standing", "days"),
    [("05-31", Standing.ON_TIME, 0), ("06-01", Standing.LATE, 1), ("06-11", Standing.LATE, 11)],
)
def test_a_promise_for_may_is_broken_in_june(today: str, standing: Standing, days: int) -> None:
    found = judge(promise("01-10", "Mai 2024"), today=day(today))
    assert (found.standing, found.days) == (standing, days)


@pytest.mark.parametrize(
    ("written", "last"),
    [("KW 14/2024", "04-07"), ("Q1/2024", "03-31"), ("2024-04-01", "04-01"), ("03/2024", "03-31")],
)
def test_a_period_counts_to_its_last_day(written: str, last: str) -> None:
    assert judge(promise("01-10", written), today=day(last)).standing is Standing.ON_TIME
    late = judge(promise("01-10", written), today=day(last) + timedelta(days=1))
    assert (late.standing, late.days) == (Standing.LATE, 1)


def test_a_promise_that_was_moved_says_from_what_and_why() -> None:
    found = judge(promise("01-10", "März 2024"), promise("03-04", "Mai 2024", "Verkabelung"))
    assert (found.standing, found.days, found.why) == (Standing.MOVED, 0, "Verkabelung")
    assert (found.before, found.period) == (read_period("März 2024"), read_period("Mai 2024"))


def test_a_new_promise_that_is_broken_too_is_late_by_the_new_one() -> None:
    found = judge(promise("01-10", "Februar 2024"), promise("02-20", "März 2024"))
    assert (found.standing, found.days) == (Standing.LATE, 10)
    assert found.before == read_period("Februar 2024")


def test_a_promise_moved_forward_is_no_move() -> None:
    found = judge(promise("01-10", "Juni 2024"), promise("03-04", "Mai 2024"))
    assert (found.standing, found.before) == (Standing.ON_TIME, read_period("Juni 2024"))


def test_a_promise_moved_and_moved_back_was_moved_from_the_one_between() -> None:
    found = judge(promise("01-10", "Mai 2024"), promise("02-10", "Juli 2024"), promise("03-10", "Mai 2024"))
    assert (found.standing, found.before) == (Standing.ON_TIME, read_period("Juli 2024"))


def test_the_same_days_written_differently_are_no_move() -> None:
    found = judge(promise("01-10", "Mai 2024"), promise("02-10", "05/2024"))
    assert (found.standing, found.before) == (Standing.ON_TIME, None)


def test_a_promise_that_was_taken_back_is_none() -> None:
    found = judge(promise("01-10", "März 2024"), promise("03-04", "", "Neue Ausschreibung"))
    assert (found.standing, found.period, found.why) == (Standing.UNPROMISED, None, "Neue Ausschreibung")
    assert found.before == read_period("März 2024")
    assert judge().standing is Standing.UNPROMISED


@pytest.mark.parametrize(
    ("arrived", "standing", "days"),
    [
        ("03-31", Standing.DONE, 0),
        ("04-02", Standing.CAME_LATE, 2),
        ("04-06", Standing.DONE, 0),  # by then a later promise was valid
        ("06-03", Standing.CAME_LATE, 3),
    ],
)
def test_what_came_is_judged_by_the_promise_that_was_valid_then(
    arrived: str, standing: Standing, days: int
) -> None:
    promises = (promise("01-10", "März 2024"), promise("04-05", "Mai 2024"))
    found = judge(*promises, coming=0, arrived_on=day(arrived), today=day("07-01"))
    assert (found.standing, found.days) == (standing, days)


def test_what_came_without_a_promise_came_in_time() -> None:
    assert judge(coming=0, arrived_on=TODAY).standing is Standing.DONE
    after = judge(promise("04-05", "März 2024"), coming=0, arrived_on=day("04-01"))
    assert after.standing is Standing.DONE


def test_what_was_here_when_the_first_list_came_was_never_late() -> None:
    """Nobody knows when it came, and what it was promised for was told too late to be a promise."""
    found = judge(promise("04-05", "Januar 2024"), coming=0, arrived_on=day("04-05"))
    assert (found.standing, found.days) == (Standing.DONE, 0)


def test_where_no_day_of_arrival_is_known_the_list_s_own_counts() -> None:
    found = judge(promise("01-10", "März 2024"), coming=0, as_of=day("04-03"))
    assert (found.standing, found.days) == (Standing.CAME_LATE, 3)


def test_what_was_cancelled_is_never_late() -> None:
    found = judge(promise("01-10", "Januar 2024"), coming=0, wanted=0)
    assert (found.standing, found.days) == (Standing.STOPPED, 0)


def test_a_list_of_long_ago_is_judged_as_of_its_day() -> None:
    last = TODAY + TELLS_OF_TODAY
    assert judged_on(TODAY, last) == last
    assert judged_on(TODAY, last + timedelta(days=1)) == TODAY
    given = promise("01-10", "Mai 2024")
    assert judge(given, today=last).standing is Standing.LATE
    later = judge(given, today=date(2026, 11, 23))
    assert (later.standing, later.judged_on) == (Standing.ON_TIME, TODAY)


def test_the_same_means_the_same_days() -> None:
    assert same(read_period("Mai 2024"), read_period("05/2024"))
    assert same(None, None)
    assert not same(read_period("Mai 2024"), None)
    assert not same(read_period("Mai 2024"), read_period("31.05.2024"))


PERIODS = st.none() | st.sampled_from(
    [read_period(written) for written in ("Januar 2024", "KW 14/2024", "Q2/2024", "2024-04-10", "Mai 2024")]
)
DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))


@given(
    periods=st.lists(PERIODS, max_size=5), coming=st.integers(0, 3), wanted=st.integers(0, 3), today=DAYS,
    arrived=st.none() | DAYS,
)  # fmt: skip
def test_late_means_days_and_days_mean_late(
    periods: list[Period | None], coming: int, wanted: int, today: date, arrived: date | None
) -> None:
    promises = [Promise(date(2024, 1, 1) + timedelta(days=at), period) for at, period in enumerate(periods)]
    found = judged(
        promises, coming=min(coming, wanted), wanted=wanted, arrived_on=arrived, as_of=today, today=today
    )
    late = found.standing in {Standing.LATE, Standing.CAME_LATE}
    assert (found.days > 0) == late
    assert found.days == 0 or found.period
    assert found.before is None or not same(found.before, found.period)
    assert found.standing is not Standing.MOVED or found.period


@given(PERIODS)
def test_a_promise_is_read_back_as_it_was_kept(period: Period | None) -> None:
    assert same(kept_period(keep_period(period)), period)
