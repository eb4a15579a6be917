"""How late something is, as people say it."""

from __future__ import annotations

WEEKS_FROM, MONTHS_FROM = 14, 63  # days
ONE_AND_MANY = {
    "de": (("Tag", "Tage"), ("Woche", "Wochen"), ("Monat", "Monate")),
    "en": (("day", "days"), ("week", "weeks"), ("month", "months")),
}


def delay_words(days: int, language: str) -> str:
    """ "1 Tag", "12 Tage", "3 Wochen", "5 Monate": whole weeks and months, never more than it is."""
    words = ONE_AND_MANY[language]
    if days < WEEKS_FROM:
        return _counted(days, words[0])
    if days < MONTHS_FROM:
        return _counted(days // 7, words[1])
    return _counted(days * 12 // 365, words[2])


def _counted(count: int, words: tuple[str, str]) -> str:
    return f"{count} {words[0] if count == 1 else words[1]}"
