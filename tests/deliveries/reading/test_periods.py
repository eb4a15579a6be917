from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliveries.reading.cells import Cell
from deliveries.reading.periods import BadDate, read_period


def span(cell: Cell) -> tuple[str, str]:
    period = read_period(cell)
    assert period is not None
    return period.first.isoformat(), period.last.isoformat()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31.03.2024", "2024-03-31"), ("1.3.24", "2024-03-01"), ("2024-03-31", "2024-03-31"),
        ("29.02.2024", "2024-02-29"), (" 1. 3. 2024 ", "2024-03-01"),
    ],
)  # fmt: skip
def test_days(written: str, day: str) -> None:
    assert span(written) == (day, day)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("KW 14/2024", "2024-04-01", "2024-04-07"), ("14. KW 2024", "2024-04-01", "2024-04-07"),
        ("kw14/2024", "2024-04-01", "2024-04-07"), ("KW 1/2025", "2024-12-30", "2025-01-05"),
        ("KW 53/2020", "2020-12-28", "2021-01-03"),
        ("Q2/2024", "2024-04-01", "2024-06-30"), ("2. Quartal 2024", "2024-04-01", "2024-06-30"),
        ("II. Quartal 2024", "2024-04-01", "2024-06-30"), ("IV. Quartal 2024", "2024-10-01", "2024-12-31"),
        ("Mai 2024", "2024-05-01", "2024-05-31"), ("05/2024", "2024-05-01", "2024-05-31"),
        ("März 2024", "2024-03-01", "2024-03-31"), ("FEBRUAR 2023", "2023-02-01", "2023-02-28"),
        ("5/2024", "2024-05-01", "2024-05-31"), ("12/9999", "9999-12-01", "9999-12-31"),
    ],
)  # fmt: skip
def test_spans_are_kept_as_they_were_written(written: str, first: str, last: str) -> None:
    assert span(written) == (first, last)
    period = read_period(written)
    assert period
    assert period.written == written


@pytest.mark.parametrize("written", ["", " ", "-", "–", "offen", "OFFEN", "unbekannt", None])
def test_no_date(written: str | None) -> None:
    assert read_period(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "31.02.2024", "32.01.2024", "2024-13-01", "29.02.2023", "KW 53/2024", "KW 0/2024", "Q5/2024",
        "Q0/2024",
        "5. Quartal 2024", "V. Quartal 2024", "13/2024", "00/2024", "nach den Ferien", "irgendwann", "45397",
        "KW 14/24", "KW 14", "Mai", "2024", "31.03.", "03.2024", "1/2/2024", "Sommer 2024", "31.03.2024 ?",
        "ab Mai 2024", "KW 52/9999", "0/0", "0000-01-01", "9" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_date_or_does_not_exist_is_a_fault(written: str) -> None:
    with pytest.raises(BadDate):
        read_period(written)


@pytest.mark.parametrize("cell", [45397, 2.5, True])
def test_a_bare_number_is_no_date(cell: Cell) -> None:
    with pytest.raises(BadDate):
        read_period(cell)


def test_the_time_of_day_is_dropped() -> None:
    period = read_period(datetime(2024, 1, 19, 14, 30))  # noqa: DTZ001
    assert period
    assert (period.first, period.written, period.is_day) == (date(2024, 1, 19), "19.01.2024", True)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_each_way_to_write_it(day: date) -> None:
    german = f"{day.day}.{day.month}.{day:%y}"
    for cell in (day, day.isoformat(), f"{day:%d.%m.%Y}", german):
        assert span(cell) == (day.isoformat(), day.isoformat())


@given(st.dates(date(2000, 1, 10), date(2099, 12, 20)))
def test_a_day_lies_in_its_week_month_and_quarter(day: date) -> None:
    week = day.isocalendar()
    quarter = (day.month + 2) // 3
    for written in (f"KW {week.week}/{week.year}", f"{day:%m/%Y}", f"Q{quarter}/{day.year}"):
        period = read_period(written)
        assert period
        assert period.first <= day <= period.last
        after = period.last + timedelta(days=1)
        assert not period.first <= after <= period.last


@given(st.text())
def test_text_is_read_or_refused(text: str) -> None:
    try:
        period = read_period(text)
    except BadDate:
        return
    assert period is None or (period.first <= period.last and len(period.written) <= 100)
