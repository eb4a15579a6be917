"""Promised times as they are written in German: days, weeks, months and quarters, kept as the span that they
are. Never a guess: what can mean two things is no date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from core.people.names import fold
from deliveries.facts import Period
from deliveries.reading.cells import Cell, as_text, day_of

NO_DATE = frozenset({"", "-", "–", "—", "offen", "unbekannt"})
MONTHS = (
    "januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember",
)  # fmt: skip
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
CENTURY = 2000
LONGEST = 100

Span = tuple[date, date]


class BadDate(ValueError):
    """No time can be read, or the day, week or quarter does not exist; says which."""


def read_period(cell: Cell) -> Period | None:
    """The time that a cell tells; None where it says that there is none.

    Raises BadDate.
    """
    day = day_of(cell)
    if day is not None:
        return Period(day, day, as_text(day))
    if not isinstance(cell, str | None):
        raise BadDate("a bare number")
    written = as_text(cell)
    if written.casefold() in NO_DATE:
        return None
    if len(written) > LONGEST:
        raise BadDate("too long")
    first, last = _span(fold(written))
    return Period(last, first, written)


def _span(text: str) -> Span:
    for pattern, reader in READERS:
        if match := pattern.fullmatch(text):
            try:
                return reader(*match.groups())
            except (ValueError, OverflowError) as error:
                raise BadDate(str(error)) from None
    raise BadDate("no date can be read from it")


def _day(year: str, month: str, day: str) -> Span:
    found = date(int(year) if len(year) > 2 else CENTURY + int(year), int(month), int(day))
    return found, found


def _german_day(day: str, month: str, year: str) -> Span:
    return _day(year, month, day)


def _week(number: str, year: str) -> Span:
    week = int(year), int(number)
    return date.fromisocalendar(*week, 1), date.fromisocalendar(*week, 7)


def _months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _month(number: str, year: str) -> Span:
    if not 1 <= int(number) <= 12:
        raise ValueError("there is no such month")
    return _months(int(year), int(number), int(number))


def _named_month(name: str, year: str) -> Span:
    return _month(str(MONTHS.index(name) + 1), year)


def _quarter(number: str, year: str) -> Span:
    quarter = ROMAN.get(number) or int(number)
    if not 1 <= quarter <= 4:
        raise ValueError("there is no such quarter")
    return _months(int(year), 3 * quarter - 2, 3 * quarter)


AND = r"(?: ?/ ?| )"  # between a week, month or quarter and its year
READERS: tuple[tuple[re.Pattern[str], Callable[..., Span]], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4}|[0-9]{2})", _german_day),
        (r"([0-9]{4})-([0-9]{2})-([0-9]{2})", _day),
        (rf"kw ?([0-9]{{1,2}}){AND}([0-9]{{4}})", _week),
        (rf"([0-9]{{1,2}})\. ?kw{AND}([0-9]{{4}})", _week),
        (rf"q ?([0-9]){AND}([0-9]{{4}})", _quarter),
        (rf"([0-9]|i{{1,3}}|iv)\. ?quartal{AND}([0-9]{{4}})", _quarter),
        (rf"({'|'.join(MONTHS)}) ([0-9]{{4}})", _named_month),
        (r"([0-9]{1,2}) ?/ ?([0-9]{4})", _month),
    )
)
