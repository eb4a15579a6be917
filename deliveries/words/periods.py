"""Promised times, as people say them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from babel.dates import format_date

from deliveries.facts import Period

LOCALES = {"de": "de_DE", "en": "en_GB"}
# How lists write weeks and quarters; "KW 14/2024" and "Q2/2024" stay as they were written.
QUARTERS = {1: "first", 4: "second", 7: "third", 10: "fourth"}


def day_words(day: date, language: str) -> str:
    """ "31. März 2024"."""
    return _said(day, {"de": "d. MMMM y", "en": "d MMMM y"}, language)


def cell_day(day: date | None, language: str) -> str:
    """As a spreadsheet has it: "31.03.2024", in English "2024-03-31", and nothing where there is none."""
    if day is None:
        return ""
    return f"{day:%d.%m.%Y}" if language == "de" else day.isoformat()


def period_words(period: Period, language: str, *, year: bool = True) -> str:
    """ "Mai 2024", "31. März 2024", "KW 14/2024 (1. bis 7. April)", "Q2/2024 (bis Ende Juni)": as it was
    written, and what that means. Without `year` where the reader knows it: "Mai", "31. März"."""
    if period.is_day:
        return day_words(period.first, language) if year else _day_and_month(period.first, language)
    if _is_month(period):
        return _said(
            period.first, {"de": "LLLL y" if year else "LLLL", "en": "LLLL y" if year else "LLLL"}, language
        )
    if _is_quarter(period):
        return _quarter(period, language)
    return _span(period, language)


def for_period(period: Period, language: str, *, year: bool = True) -> str:
    """ "für Mai 2024", "für den 31. März 2024", "für das 2. Quartal 2024 (bis Ende Juni)"."""
    words = period_words(period, language, year=year)
    if language == "en":
        return f"for {_english_article(period)}{words}"
    if period.is_day:
        return f"für den {words}"
    return f"für das {words}" if "Quartal" in words else f"für {words}"


def _english_article(period: Period) -> str:
    return "the " if _is_quarter(period) else ""


def _quarter(period: Period, language: str) -> str:
    end = _said(period.last, {"de": "LLLL", "en": "LLLL"}, language)
    if language == "en":
        return f"{QUARTERS[period.first.month]} quarter of {period.first.year} (by the end of {end})"
    return f"{period.written} (bis Ende {end})"


def _span(period: Period, language: str) -> str:
    first, last = period.first, period.last
    if first.month == last.month:
        begins = f"{first.day}." if language == "de" else f"{first.day}"
    else:
        begins = _day_and_month(first, language)
    ends = _day_and_month(last, language)
    days = f"{begins} bis {ends}" if language == "de" else f"{begins} to {ends}"
    return f"{_named(period, language)} ({days})"


def _named(period: Period, language: str) -> str:
    if language == "en" and _is_week(period):
        year, week, _day = period.first.isocalendar()
        return f"week {week} of {year}"
    return period.written


def _day_and_month(day: date, language: str) -> str:
    return _said(day, {"de": "d. MMMM", "en": "d MMMM"}, language)


def _said(day: date, patterns: dict[str, str], language: str) -> str:
    return format_date(day, patterns[language], locale=LOCALES[language])


def _is_week(period: Period) -> bool:
    return period.first.weekday() == 0 and period.last - period.first == timedelta(days=6)


def _is_month(period: Period) -> bool:
    first, last = period.first, period.last
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return whole and (first.year, first.month) == (last.year, last.month)


def _is_quarter(period: Period) -> bool:
    first, last = period.first, period.last
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return whole and first.month in QUARTERS and last == _end_of_quarter(first)


def _end_of_quarter(first: date) -> date:
    month = first.month + 2
    return date(first.year, month, monthrange(first.year, month)[1])


def same_year(one: Period, other: Period) -> bool:
    return one.last.year == other.last.year
