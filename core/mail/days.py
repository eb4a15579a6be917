"""Days as mails write them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

PATTERNS = {"de": ("de_DE", "d. MMMM y"), "en": ("en_GB", "d MMMM y")}


def written_day(day: date, language: str) -> str:
    """ "24. November 2026", "24 November 2026"."""
    locale, pattern = PATTERNS[language]
    return format_date(day, pattern, locale=locale)
