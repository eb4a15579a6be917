"""Dates and languages as documents write them."""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_GERMAN = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


def stated_date(value: object) -> date | None:
    """The day in a metadata value ("2024-03-01T10:00Z", "1.3.2024", a date), None if there is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    value = value[:100]
    if found := _ISO.search(value):
        return _day(found[1], found[2], found[3])
    if found := _GERMAN.search(value):
        return _day(found[3], found[2], found[1])
    return None


def stated_language(value: object) -> str | None:
    """ "de" or "en" for "de-DE", "en_US", "German" …; None for all else."""
    if not isinstance(value, str):
        return None
    code = re.split(r"[-_]", value.strip().lower())[0]
    names = {"de": "de", "deutsch": "de", "german": "de", "en": "en", "english": "en", "englisch": "en"}
    return names.get(code)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
