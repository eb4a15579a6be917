"""Another place in the waiting list: with a reason, or not at all."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.courses.attendance import LONGEST_REASON, Participant, Participants, set_priority
from trainings.facts import BookingState
from ui.courses.ways import DATE, place_of
from ui.language import texts
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.headings import show_section
from ui.texts import Texts
from ui.trainings.house import house


def show_moving(row: Participant, course: Participants, t: Texts) -> None:
    """To the first place; whoever was moved there may be put back in line."""
    if row.place is None:
        return
    if row.place > 1:
        highest = max(each.priority for each in course.in_state(BookingState.WAITING))
        _show_form(row, course.date.id, max(highest, 0) + 1, t)
    elif row.priority:
        _show_form(row, course.date.id, 0, t)


def _show_form(row: Participant, date_id: int, priority: int, t: Texts) -> None:
    words = t.courses
    if priority:
        heading, explained, now = words.move_up, words.move_up_explained, words.move_up_now
    else:
        heading, explained, now = words.move_back, words.move_back_explained, words.move_back_now
    show_section(heading, explained.format(name=row.name))
    show_said(_place(row.booking_id))
    with st.form(_place(row.booking_id)):
        st.text_input(
            words.reason,
            key=_reason(row.booking_id),
            max_chars=LONGEST_REASON,
            placeholder=words.reason_example,
            autocomplete="off",
        )
        st.form_submit_button(now, type="primary", on_click=_move, args=(row.booking_id, date_id, priority))


def _move(booking_id: int, date_id: int, priority: int) -> None:
    reason = typed(_reason(booking_id)) or ""

    def use_case(db: Session, by: Person, now: datetime) -> None:
        set_priority(db, booking_id, priority, reason, by, now, house())

    def done(_nothing: None) -> None:
        forget(_reason(booking_id))
        tell(place_of(date_id), texts().courses.moved)
        go(**{DATE: str(date_id)})

    attempt(_place(booking_id), Right.HOLD_TRAININGS, use_case, done)


def _place(booking_id: int) -> str:
    return f"move-form-{booking_id}"


def _reason(booking_id: int) -> str:
    return f"reason-to-move-{booking_id}"
