"""When mails about deliveries go out: in the morning, on weekdays, as clocks go in the city."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from core.local_time import HERE

MORNING = time(7)
SATURDAY = 5


def is_daytime(now: datetime) -> bool:
    """Whether people may be reminded now: from seven in the morning, not at the weekend."""
    here = now.astimezone(HERE)
    return here.weekday() < SATURDAY and here.time() >= MORNING


def week_begins(now: datetime) -> datetime:
    """The last Monday at seven in the morning."""
    here = now.astimezone(HERE)
    monday = datetime.combine(here.date() - timedelta(days=here.weekday()), MORNING, HERE)
    return monday if monday <= here else monday - timedelta(days=7)
