"""The city's time: its zone, and the day on which something happens there."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Berlin")


def local_day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()
