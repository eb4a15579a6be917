"""Who comes, before they can be ticked off."""

from __future__ import annotations

import streamlit as st

from trainings.courses.attendance import Participants
from trainings.facts import BookingState
from ui.courses.ways import DATE, PERSON
from ui.escaping import as_html, as_label
from ui.staff.acting import go
from ui.staff.fields import joined
from ui.staff.headings import show_words
from ui.texts import Texts


def show_people(course: Participants, t: Texts) -> None:
    seated = course.in_state(BookingState.BOOKED)
    if not seated:
        show_words(t.courses.nobody_booked)
    for row in seated:
        with st.container(gap=None, key=f"participant-row-{row.booking_id}"):
            st.button(
                f"**{as_label(row.name)}**",
                key=f"about-{row.booking_id}",
                type="tertiary",
                on_click=go,
                kwargs={DATE: str(course.date.id), PERSON: str(row.booking_id)},
            )
            about = joined([row.school or t.courses.no_school, row.email])
            st.html(f'<div class="source"><p class="about">{as_html(about)}</p></div>')
