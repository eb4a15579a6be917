"""The lines that are chosen: as cards or along time, some at once, and more on demand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from core.people.person import Person
from deliveries.status.lines import LineStatus
from ui.deliveries.cards import show_cards
from ui.deliveries.timeline import along_time, show_timeline
from ui.escaping import as_html
from ui.language import language
from ui.library.address import value, write
from ui.texts import Texts

VIEW, TIMELINE = "ansicht", "zeit"
SWITCH, SHOWN = "choose-view", "deliveries-shown"
AT_ONCE = 20


def show_lines(lines: Sequence[LineStatus], as_of: date | None, person: Person, t: Texts) -> None:
    """`as_of` is the newest day of which something is known of the school."""
    shown = max(AT_ONCE, int(st.session_state.get(SHOWN, AT_ONCE)))
    if value(VIEW) == TIMELINE:
        show_timeline(along_time(lines)[:shown], as_of, language(), t)
    else:
        show_cards(lines[:shown], as_of, person, language(), t)
    if (left := len(lines) - shown) > 0:
        label = t.library.more.format(count=min(left, AT_ONCE))
        st.button(label, on_click=_more, args=(shown,), key="more-deliveries")


def _more(shown: int) -> None:
    st.session_state[SHOWN] = shown + AT_ONCE


def show_switch(count: int, t: Texts) -> None:
    """How many there are, and the switch between cards and the line of time."""
    d = t.deliveries
    told = d.one_line if count == 1 else d.lines.format(count=count)
    st.session_state[SWITCH] = TIMELINE if value(VIEW) == TIMELINE else ""
    with st.container(horizontal=True, key="line-deliveries", vertical_alignment="center"):
        st.html(f'<p class="quiet" role="status">{as_html(told)}</p>')
        st.segmented_control(
            d.view,
            list(d.views),
            format_func=lambda view: d.views.get(view, view),
            key=SWITCH,
            required=True,
            on_change=_switch_view,
            label_visibility="collapsed",
        )


def _switch_view() -> None:
    write(VIEW, [TIMELINE] if st.session_state.get(SWITCH) == TIMELINE else [])
