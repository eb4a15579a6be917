"""Moments as people in the city write them."""

from __future__ import annotations

import math
from datetime import datetime

from core.local_time import HERE
from ui.texts import Texts

IN_MINUTES = 90  # seconds from which a wait is told in minutes


def written_day(moment: datetime, t: Texts) -> str:
    """ "23. November 2026"."""
    there = moment.astimezone(HERE)
    return t.day.format(day=there.day, month=t.months.split()[there.month - 1], year=there.year)


def written_moment(moment: datetime, t: Texts) -> str:
    """ "23.11.2026, 14:05 Uhr"."""
    there = moment.astimezone(HERE)
    return t.staff.moment.format(day=there.day, month=there.month, year=there.year, time=f"{there:%H:%M}")


def written_wait(seconds: float, t: Texts) -> str:
    """How long somebody must wait after too many tries."""
    if seconds > IN_MINUTES:
        return t.sign_in.blocked_minutes.format(number=math.ceil(seconds / 60))
    return t.sign_in.blocked_seconds.format(number=math.ceil(seconds))
