"""When and where a date is, as people say it, in the languages of the mails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date

from core.local_time import HERE
from core.mail.days import written_day
from core.mail.plain_text import one_line
from trainings.facts import DateKind, TrainingDate


@dataclass(frozen=True, slots=True)
class Words:
    """How a language writes days and hours (patterns of Unicode's CLDR, and of `str.format`)."""

    locale: str
    weekday: str
    moment: str
    within_a_day: str
    over_days: str
    at_your_school: str


WORDS = {
    "de": Words(
        locale="de_DE",
        weekday="EEEE, d. MMMM y",
        moment="{day}, {time:%H:%M} Uhr",
        within_a_day="{day}, {start:%H:%M} bis {end:%H:%M} Uhr",
        over_days="{start} bis {end}",
        at_your_school="An Ihrer Schule",
    ),
    "en": Words(
        locale="en_GB",
        weekday="EEEE, d MMMM y",
        moment="{day}, {time:%H:%M}",
        within_a_day="{day}, {start:%H:%M} to {end:%H:%M}",
        over_days="{start} to {end}",
        at_your_school="At your school",
    ),
}


def day(when: datetime, language: str) -> str:
    """ "24. November 2026"."""
    return written_day(when.astimezone(HERE).date(), language)


def moment(when: datetime, language: str) -> str:
    """ "Dienstag, 24. November 2026, 14:00 Uhr"."""
    return WORDS[language].moment.format(day=_weekday(when, language), time=when.astimezone(HERE))


def days_until(when: datetime, now: datetime) -> int:
    """As people count: from today to that day, whatever the hours."""
    return (when.astimezone(HERE).date() - now.astimezone(HERE).date()).days


def span(date: TrainingDate, language: str) -> str:
    """ "Dienstag, 24. November 2026, 14:00 bis 16:00 Uhr"."""
    words, start, end = WORDS[language], date.starts_at.astimezone(HERE), date.ends_at.astimezone(HERE)
    if start.date() == end.date():
        return words.within_a_day.format(day=_weekday(start, language), start=start, end=end)
    return words.over_days.format(start=moment(start, language), end=moment(end, language))


def where(date: TrainingDate, language: str) -> str:
    """ "FabLab, Werkstatt", "Online", the school's name. Never the link, which only those with a seat may
    know."""
    place = one_line(date.place)
    match date.kind:
        case DateKind.ONLINE:
            return _joined("Online", place)
        case DateKind.SCHOOL:
            return _joined(one_line(date.school), place) or WORDS[language].at_your_school
        case DateKind.FABLAB:
            return place if "fablab" in place.lower() else _joined("FabLab", place)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _weekday(when: datetime, language: str) -> str:
    words = WORDS[language]
    return format_date(when.astimezone(HERE).date(), words.weekday, locale=words.locale)
