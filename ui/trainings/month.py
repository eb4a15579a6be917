"""The dates of a month as a table of its weeks and a list of its days; the style sheet shows one of both."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.local_time import local_day
from trainings.seats.listing import Offer
from ui.escaping import as_html
from ui.texts import Texts
from ui.trainings.badges import badge
from ui.trainings.when import clock, month, weekday, whole_day

SCHOOL_DAYS = 5
IN_A_CELL = 4
SHORT = 2  # letters of a weekday
LATEST_YEAR = 2999
EMPTY = "<td></td>"

Days = Mapping[date, Sequence[Offer]]


@dataclass(frozen=True, slots=True)
class Links:
    """Where a date (by its number) and all dates of a day are."""

    to_date: Callable[[int], str]
    to_day: Callable[[date], str]


def month_of(written: str, today: date) -> date:
    """The first day of a month ("2026-12"); of this month where it is none, or is over."""
    first = today.replace(day=1)
    try:
        wanted = date.fromisoformat(f"{written}-01")
    except ValueError:
        return first
    return max(wanted, first) if wanted.year <= LATEST_YEAR else first


def next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def month_before(first: date) -> date:
    return date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)


def by_day(offers: Iterable[Offer], first: date) -> Days:
    """The dates of the month by their day."""
    days: dict[date, list[Offer]] = defaultdict(list)
    for offer in offers:
        day = local_day(offer.date.starts_at)
        if (day.year, day.month) == (first.year, first.month):
            days[day].append(offer)
    return days


def table_html(days: Days, first: date, today: date, links: Links, t: Texts) -> str:
    """The weeks from now on. Saturdays and Sundays are columns only where something takes place on them."""
    shown = 7 if any(day.weekday() >= SCHOOL_DAYS for day in days) else SCHOOL_DAYS
    weeks = [week[:shown] for week in Calendar().monthdatescalendar(first.year, first.month)]
    weeks = [week for week in weeks if any(day.month == first.month and day >= today for day in week)]
    busy = {day.weekday() for day in days}
    head = "".join(_heading(day, day.weekday() in busy, t) for day in weeks[0])
    cells = [
        [_cell(days, day, today, links, t) if day.month == first.month else EMPTY for day in week]
        for week in weeks
    ]
    rows = "".join(f"<tr>{''.join(week)}</tr>" for week in cells)
    caption = as_html(t.trainings.calendar_of.format(month=month(first, t)))
    return (
        f'<table class="month"><caption class="unseen">{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def list_html(days: Days, links: Links, t: Texts) -> str:
    """The same for a phone."""
    parts = (
        f"<h3>{as_html(whole_day(day, t))}</h3><ul>{_items(days[day], links, t)}</ul>" for day in sorted(days)
    )
    return f'<div class="month-list">{"".join(parts)}</div>'


def _heading(day: date, busy: bool, t: Texts) -> str:
    """Columns without anything are narrow."""
    name, narrow = weekday(day, t), "" if busy else ' class="narrow"'
    return f'<th scope="col"{narrow}><span aria-hidden="true">{name[:SHORT]}</span>{_unseen(name)}</th>'


def _cell(days: Days, day: date, today: date, links: Links, t: Texts) -> str:
    offers = days.get(day, ())
    items = _items(offers[:IN_A_CELL], links, t)
    if (left := len(offers) - IN_A_CELL) > 0:
        more = as_html(t.trainings.more_of_day.format(count=left))
        items += f'<li><a class="more" href="{as_html(links.to_day(day))}">{more}</a></li>'
    state = ' class="today" aria-current="date"' if day == today else ' class="over"' if day < today else ""
    return f'<td{state}><span class="day">{day.day}</span>{f"<ul>{items}</ul>" if items else ""}</td>'


def _items(offers: Iterable[Offer], links: Links, t: Texts) -> str:
    return "".join(_item(offer, links, t) for offer in offers)


def _item(offer: Offer, links: Links, t: Texts) -> str:
    shown = badge(offer, t)
    title, time = as_html(offer.date.training.title), clock(offer.date.starts_at)
    short = f'<span class="state" aria-hidden="true">{as_html(shown.short)}</span>' if shown.short else ""
    return (
        f'<li class="{shown.tone}"><a href="{as_html(links.to_date(offer.date.id))}" title="{title}">'
        f'<span class="name"><time>{time}</time> {title}</span>{short} {_unseen(shown.text)}</a></li>'
    )


def _unseen(text: str) -> str:
    return f'<span class="unseen">{as_html(text)}</span>'
