"""The day on which something happens in the city."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Berlin")


def local_day(now: datetime) -> date:
    return now.astimezone(HERE).date()
