"""Until when one may book and cancel: proposed, told in a sentence, and shown only to who wants others."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from ui.planning.fields import QUARTERS, key, typed_in, value
from ui.planning.look import show_plain, show_rules
from ui.planning.typed import Typed, before
from ui.planning.typed import moment as moment_of
from ui.planning.words import ahead
from ui.texts import Texts
from ui.trainings.when import moment

HOURS = tuple(timedelta(hours=count) for count in (0, 1, 2, 4))
DISTANCES = (*HOURS, *(timedelta(days=count) for count in (1, 2, 3, 4, 5, 7, 10, 14, 21, 28)))


def show_deadlines(number: int, t: Texts) -> None:
    show_plain(t.planning.deadlines_of_series if value(number, "repeat") else t.planning.deadlines)
    show_rules(_told(typed_in(number), t))
    st.checkbox(t.planning.own_deadlines, key=key(number, "own_deadlines"), persist_state="page")
    if value(number, "own_deadlines"):
        _show_fields(number, t)


def _told(typed: Typed, t: Texts) -> list[str]:
    """When what happens, with the days themselves as soon as the day is known."""
    said = t.planning
    opens = moment(moment_of(typed.opens_on, typed.opens_at), t) if typed.opens_on else said.at_once
    lines = [said.opens.format(moment=opens)]
    lines.append(said.closes.format(moment=_when(typed, typed.closes, t)))
    lines.append(said.cancel_until.format(moment=_when(typed, typed.cancel, t)))
    if typed.minimum:
        lines.append(said.decided.format(moment=_when(typed, typed.decide, t)))
    return lines


def _when(typed: Typed, distance: timedelta, t: Texts) -> str:
    if typed.day is None or not distance:
        return ahead(distance, t)
    return moment(before(moment_of(typed.day, typed.begins), distance), t)


def _show_fields(number: int, t: Texts) -> None:
    st.checkbox(t.planning.opens_later, key=key(number, "opens_later"), persist_state="page")
    if value(number, "opens_later"):
        _show_opening(number, t)
    fields = (
        ("closes", t.planning.field_closes),
        ("cancel", t.planning.field_cancel),
        ("decide", t.planning.field_decide),
    )
    for column, (name, label) in zip(st.columns(3), fields, strict=True):
        column.selectbox(
            label,
            sorted({*DISTANCES, value(number, name)}),
            format_func=lambda distance: ahead(distance, t),
            key=key(number, name),
            persist_state="page",
        )


def _show_opening(number: int, t: Texts) -> None:
    day, clock = st.columns([2, 1])
    day.date_input(
        t.planning.opens_on,
        value=None,
        format="DD.MM.YYYY",
        key=key(number, "opens_on"),
        persist_state="page",
    )
    clock.selectbox(
        t.planning.opens_at,
        sorted({*QUARTERS, value(number, "opens_at")}),
        format_func=lambda time: t.planning.clock.format(time=f"{time:%H:%M}"),
        key=key(number, "opens_at"),
        persist_state="page",
    )
