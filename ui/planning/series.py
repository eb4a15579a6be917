"""A new date that repeats: how often, and on which days then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from ui.escaping import as_label
from ui.planning.fields import key, put, value
from ui.planning.knowledge import Known
from ui.planning.words import short_day
from ui.texts import Texts

ONCE, WEEKLY, BIWEEKLY = 0, 1, 2  # weeks between two dates
MOST = 30


def show_series(number: int, known: Known, t: Texts) -> None:
    st.selectbox(
        t.planning.repeat,
        [ONCE, WEEKLY, BIWEEKLY],
        format_func=lambda weeks: t.planning.repeats[weeks],
        key=key(number, "repeat"),
        persist_state="page",
    )
    weeks = value(number, "repeat")
    if not weeks:
        return
    if value(number, "times") is None:
        put(number, times=4)
    st.number_input(t.planning.times, 2, MOST, step=1, key=key(number, "times"), persist_state="page")
    if day := value(number, "day"):
        _show_days(number, days_of(day, weeks, value(number, "times")), known, t)


def days_of(first: date, weeks: int, times: int) -> list[date]:
    return [first + timedelta(weeks=weeks * count) for count in range(times)]


def days_chosen(number: int) -> Sequence[date]:
    """The days of the series that were not left out; empty for a single date."""
    return sorted(value(number, "days") or ()) if value(number, "repeat") else ()


def _show_days(number: int, days: list[date], known: Known, t: Texts) -> None:
    """All days of the series to be seen and left out; those without school are left out from the start."""
    free = {day: known.no_school(day, t) for day in days}
    if value(number, "offered") != days:
        put(number, offered=days, days=[day for day in days if not free[day]])
    st.pills(
        t.planning.days_of_series.format(count=len(value(number, "days") or ())),
        days,
        selection_mode="multi",
        format_func=lambda day: as_label(_named(day, free.get(day, ""), t)),
        key=key(number, "days"),
        persist_state="page",
        help=None,
    )
    st.html(f'<p class="quiet">{t.planning.leave_out}</p>')


def _named(day: date, free: str, t: Texts) -> str:
    return f"{short_day(day, t)} ({free})" if free else short_day(day, t)
