"""The day of which a list tells, where it says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from deliveries.reading.periods import BadDate, read_period

DAY = r"([0-9]{1,2}\. ?[0-9]{1,2}\. ?(?:20)?[0-9]{2}|20[0-9]{2}-[0-9]{2}-[0-9]{2})(?![0-9])"
NOTE = re.compile(rf"(?:stand(?!ort|ard)|erstellt|export|auszug)\w*[^0-9]{{0,40}}{DAY}", re.IGNORECASE)
NAME = re.compile(r"(?<![0-9])(?:(20[0-9]{2})([-_.]?)([0-9]{2})\2([0-9]{2}))(?![0-9])")
GERMAN_NAME = re.compile(r"(?<![0-9])([0-9]{1,2}\.[0-9]{1,2}\.20[0-9]{2})(?![0-9])")
LOOKED_AT = 300  # letters of a note


def day_told(notes: Iterable[str], name: str) -> date | None:
    """The latest day that stands in a note ("Stand 04.03.2024"), or else the day in the file's name."""
    days = [_day(match[1]) for note in notes for match in NOTE.finditer(note[:LOOKED_AT])]
    return max(filter(None, days), default=None) or _day_in(name)


def _day_in(name: str) -> date | None:
    written = [f"{match[1]}-{match[3]}-{match[4]}" for match in NAME.finditer(name)]
    written += [match[1] for match in GERMAN_NAME.finditer(name)]
    return next(filter(None, map(_day, written)), None)


def _day(written: str) -> date | None:
    try:
        period = read_period(written)
    except BadDate:
        return None
    return period.last if period else None
