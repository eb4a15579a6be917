"""The calendar of a month, and the way to the months beside it; the month stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

from core.local_time import local_day
from trainings.seats.listing import Offer
from ui.escaping import as_html
from ui.language import KEY as LANGUAGE
from ui.library.address import value, write
from ui.texts import Texts
from ui.trainings.month import Links, by_day, list_html, month_before, month_of, next_month, table_html
from ui.trainings.ways import DAY, TRAININGS, date_way
from ui.trainings.when import month

VIEW, CALENDAR, MONTH = "ansicht", "kalender", "monat"


def show_calendar(offers: Sequence[Offer], now: datetime, t: Texts) -> None:
    today = local_day(now)
    first = month_of(value(MONTH), today)
    days = by_day(offers, first)
    _show_turner(first, today, t)
    if days:
        links = Links(_to_date, _to_day)
        st.html(table_html(days, first, today, links, t) + list_html(days, links, t))
    else:
        _show_empty(offers, first, t)


def _to_date(date_id: int) -> str:
    return date_way(date_id, st.query_params.get(LANGUAGE))


def _to_day(day: date) -> str:
    """The list of all dates of the day that fit what is chosen."""
    kept = [name for name in st.query_params if name not in {VIEW, MONTH, DAY}]
    query = [(name, each) for name in kept for each in st.query_params.get_all(name)]
    return f"{TRAININGS}?{urlencode([*query, (DAY, day.isoformat())])}"


def _show_turner(first: date, today: date, t: Texts) -> None:
    with st.container(horizontal=True, key="month-turner", vertical_alignment="center"):
        if first > today:
            _turn(month_before(first), "left", t)
        heading = as_html(month(first, t))
        st.html(f'<h2 class="section" aria-live="polite">{heading}</h2>', width="content")
        _turn(next_month(first), "right", t)


def _turn(to: date, side: Literal["left", "right"], t: Texts) -> None:
    st.button(
        month(to, t),
        icon=f":material/chevron_{side}:",
        icon_position=side,
        key=f"month-{side}",
        type="tertiary",
        on_click=_go,
        args=(to,),
    )


def _go(to: date) -> None:
    write(MONTH, [f"{to:%Y-%m}"])


def _show_empty(offers: Sequence[Offer], first: date, t: Texts) -> None:
    """Leads to the next month in which there is something."""
    later = (local_day(offer.date.starts_at) for offer in offers)
    following = min((day for day in later if day > first), default=None)
    st.html(f'<p class="quiet" role="status">{as_html(t.trainings.empty_month)}</p>')
    if following:
        label = t.trainings.to_next_dates.format(month=month(following, t))
        st.button(label, key="to-next-dates", on_click=_go, args=(following,))
