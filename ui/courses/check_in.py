"""Who is there: a list to tick off with one thumb. The whole row is the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person, may
from core.people.roles import Right
from trainings.courses.attendance import Participant, mark, participants
from trainings.facts import BookingState
from trainings.refusals import NoSuchDate
from ui.courses.ways import DATE, PERSON
from ui.escaping import as_html, as_label
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import attempt, go, show_said
from ui.texts import Texts
from ui.visitor import visitor

PLACE, IN_USE = "check-in", "check-in-used"
LOOKS_AGAIN = "30s"  # others are ticked off by their codes meanwhile
# What the next tap makes of it.
NEXT: dict[bool | None, bool | None] = {None: True, True: False, False: None}
# The style sheet tells the states apart by how their word is marked. A class of its own for each would make a
# new button with each tap, and the keyboard would lose its place.
LOOKS: dict[bool | None, tuple[str, str]] = {
    None: ("*{}*", ":material/radio_button_unchecked:"),
    True: ("***{}***", ":material/check_circle:"),
    False: ("`{}`", ":material/cancel:"),
}


def show_live_list(date_id: int, heading: str) -> None:
    """Draws itself anew with each tap and from time to time, and the page around it does not."""
    draw: Callable[[int, str], None] = st.fragment(show_list, run_every=LOOKS_AGAIN)
    draw(date_id, heading)


def in_use(date_id: int) -> bool:
    """Whether somebody has been ticked off here just now: then the list stays where the thumb is."""
    return st.session_state.get(IN_USE) == date_id


def show_list(date_id: int, heading: str) -> None:
    """The page's own look at who is visiting is long past when only this part is drawn."""
    person, t = visitor(), texts()
    if person is None or not may(person, Right.HOLD_TRAININGS):
        st.rerun()
    try:
        with entrance().database.read() as db:
            course = participants(db, date_id, person, datetime.now(UTC))
    except NoSuchDate:
        st.rerun()
    rows = course.in_state(BookingState.BOOKED)
    show_said(PLACE)
    _show_count(heading, rows, t)
    with st.container(key="check-in", gap="small"):
        for row in rows:
            _show_row(row, date_id, t)
    _show_rest(date_id, [row.booking_id for row in rows if row.attended is None], t)


def _show_count(heading: str, rows: Sequence[Participant], t: Texts) -> None:
    said = t.courses.so_far.format(here=sum(row.attended is True for row in rows), all=len(rows))
    st.html(
        f'<h2 class="check-in-count">{as_html(heading)} <span role="status">{as_html(said)}</span></h2>'
        f'<p class="quiet">{as_html(t.courses.how_to_tick)}</p>'
    )


def _show_row(row: Participant, date_id: int, t: Texts) -> None:
    pattern, icon = LOOKS[row.attended]
    word = {None: t.courses.not_yet, True: t.courses.here, False: t.courses.away}[row.attended]
    school = as_label(row.school or t.courses.no_school)
    with st.container(key=f"tick-{row.booking_id}", horizontal=True, vertical_alignment="center"):
        st.button(
            f"**{as_label(row.name)}** {school} {pattern.format(word)}",
            key=f"tick-button-{row.booking_id}",
            icon=icon,
            width="stretch",
            on_click=_mark,
            args=(date_id, [row.booking_id], NEXT[row.attended]),
        )
        _show_more(row, date_id, t)


def _show_more(row: Participant, date_id: int, t: Texts) -> None:
    """The way to the person; without a callback's detour it would redraw the list only."""
    if st.button(
        t.courses.about.format(name=as_label(row.name)),
        key=f"about-{row.booking_id}",
        type="tertiary",
        icon=":material/more_horiz:",
    ):
        go(**{DATE: str(date_id), PERSON: str(row.booking_id)})
        st.rerun()


def _show_rest(date_id: int, still_open: Sequence[int], t: Texts) -> None:
    if not still_open:
        return
    with st.container(horizontal=True, key="check-in-rest"):
        for label, attended in ((t.courses.rest_here, True), (t.courses.rest_away, False)):
            st.button(label, key=f"rest-{attended}", on_click=_mark, args=(date_id, still_open, attended))


def _mark(date_id: int, booking_ids: Sequence[int], attended: bool | None) -> None:
    st.session_state[IN_USE] = date_id

    def use_case(db: Session, by: Person, now: datetime) -> None:
        for booking_id in booking_ids:
            mark(db, booking_id, attended, by, now)

    attempt(PLACE, Right.HOLD_TRAININGS, use_case, lambda _nothing: None)
