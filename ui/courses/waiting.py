"""The waiting list of a date, in its order."""

from __future__ import annotations

import streamlit as st

from trainings.courses.attendance import Participant, Participants
from trainings.facts import BookingState
from ui.courses.ways import DATE, PERSON
from ui.escaping import as_html, as_label
from ui.staff.acting import go
from ui.staff.fields import joined
from ui.staff.headings import show_section
from ui.texts import Texts


def show_waiting(course: Participants, t: Texts) -> None:
    """Those to whom a seat is offered, then those who wait, the next one first."""
    offered, waits = course.in_state(BookingState.OFFERED), course.in_state(BookingState.WAITING)
    if not offered and not waits:
        show_section(t.courses.waiting, t.courses.nobody_waits)
        return
    show_section(t.courses.waiting, t.courses.waiting_explained)
    for row in (*offered, *waits):
        _show_row(row, course.date.id, t)


def _show_row(row: Participant, date_id: int, t: Texts) -> None:
    place = t.courses.place.format(place=row.place) if row.place else t.courses.has_offer
    short = t.courses.short_notice if row.short_notice else ""
    moved = t.courses.moved_up if row.priority > 0 else ""
    about = joined([place, row.school or t.courses.no_school, moved, short])
    way = {DATE: str(date_id), PERSON: str(row.booking_id)}
    with st.container(key=f"line-waiting-{row.booking_id}", horizontal=True, vertical_alignment="center"):
        with st.container(gap=None, key=f"waiting-row-{row.booking_id}"):
            name, key = f"**{as_label(row.name)}**", f"about-{row.booking_id}"
            st.button(name, key=key, type="tertiary", on_click=go, kwargs=way)
            st.html(f'<div class="source"><p class="about">{as_html(about)}</p></div>')
        if row.place and row.place > 1:
            st.button(
                t.courses.move_up,
                key=f"move-{row.booking_id}",
                type="tertiary",
                icon=":material/arrow_upward:",
                on_click=go,
                kwargs=way,
            )
