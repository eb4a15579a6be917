"""A message to everybody who comes."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.courses.attendance import LONGEST_MESSAGE, LONGEST_SUBJECT, Participants, message_all
from trainings.facts import BookingState
from ui.courses.ways import DATE, place_of
from ui.courses.words import counted
from ui.language import texts
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.headings import show_heading, show_way_back
from ui.texts import Texts
from ui.trainings.house import house
from ui.trainings.when import span


def show_message(course: Participants, t: Texts) -> None:
    date, words = course.date, t.courses
    show_way_back(words.back_to_date, lambda: go(**{DATE: str(date.id)}))
    count = len(course.in_state(BookingState.BOOKED))
    if not count:
        show_heading(words.message_to_none, words.message_to_none_explained)
        return
    to = counted(count, "", words.message_to_one, words.message_to_many)
    show_heading(words.message, f"{date.training.title}, {span(date, t)}", to)
    show_said(_place(date.id))
    subject, text = _keys(date.id)
    with st.form(_place(date.id)):
        st.text_input(words.subject, key=subject, max_chars=LONGEST_SUBJECT, autocomplete="off")
        st.text_area(words.text, key=text, max_chars=LONGEST_MESSAGE, height=220)
        st.form_submit_button(
            words.send, type="primary", icon=":material/send:", on_click=_send, args=(date.id,)
        )


def _send(date_id: int) -> None:
    subject, text = (typed(key) or "" for key in _keys(date_id))

    def use_case(db: Session, by: Person, now: datetime) -> int:
        return message_all(db, date_id, subject, text, by, now, house())

    def done(count: int) -> None:
        words = texts().courses
        forget(*_keys(date_id))
        tell(place_of(date_id), counted(count, words.message_to_none, words.sent_one, words.sent_many))
        go(**{DATE: str(date_id)})

    attempt(_place(date_id), Right.HOLD_TRAININGS, use_case, done)


def _place(date_id: int) -> str:
    return f"message-{date_id}"


def _keys(date_id: int) -> tuple[str, str]:
    return f"subject-{date_id}", f"text-{date_id}"
