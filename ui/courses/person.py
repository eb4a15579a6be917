"""One participant: who it is, how they stand to the date, and taking them off the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.courses.attendance import LONGEST_REASON, Participant, Participants, remove_participant
from trainings.facts import BookingState, TrainingDate
from ui.courses.moving import show_moving
from ui.courses.ways import DATE, certificate_way, place_of
from ui.escaping import as_html
from ui.language import texts
from ui.moments import written_day
from ui.prose import link
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.headings import show_heading, show_section, show_way_back
from ui.staff.numbers import as_number
from ui.texts import Texts
from ui.trainings.house import house
from ui.trainings.when import clock, span


def show_participant(course: Participants, number: str, now: datetime, t: Texts) -> None:
    """The one with the number of the booking that stands in the address, whatever was written there."""
    date = course.date
    show_way_back(t.courses.back_to_date, lambda: go(**{DATE: str(date.id)}))
    row = next((row for row in course.rows if row.booking_id == as_number(number)), None)
    if row is None:
        show_heading(t.courses.person_gone, t.courses.person_gone_explained)
        return
    show_heading(row.name, f"{date.training.title}, {span(date, t)}")
    lines = "".join(
        f'<tr><th scope="row">{as_html(name)}</th><td>{is_}</td></tr>'
        for name, is_ in _facts(row, date, now, t)
    )
    st.html(f'<div class="words"><div class="table"><table>{lines}</table></div></div>')
    if now < date.starts_at:
        show_moving(row, course, t)
        _show_removal(row, date.id, t)


def _facts(row: Participant, date: TrainingDate, now: datetime, t: Texts) -> Iterator[tuple[str, str]]:
    """Pairs of a name and what it is; the second is HTML."""
    yield t.courses.school, as_html(row.school or t.courses.no_school)
    if row.email:
        yield t.courses.email, link(f"mailto:{row.email}", row.email)
    yield t.courses.standing, as_html(_standing(row, t))
    if row.checked_in_at:
        yield t.courses.checked_in, as_html(clock(row.checked_in_at))
    if row.authorised_until and date.training.authorises:
        machine, day = date.training.authorises.name, written_day(row.authorised_until, t)
        yield t.courses.may_use, as_html(t.courses.until.format(machine=machine, day=day))
    if row.attended and date.training.certificate_minutes and now >= date.ends_at:
        yield t.courses.certificates, link(certificate_way(row.booking_id), t.courses.certificate)


def _standing(row: Participant, t: Texts) -> str:
    if row.attended is not None:
        return t.courses.here if row.attended else t.courses.away
    if row.state is BookingState.WAITING:
        return t.courses.waits.format(place=row.place)
    return t.courses.has_offer if row.state is BookingState.OFFERED else t.courses.has_seat


def _show_removal(row: Participant, date_id: int, t: Texts) -> None:
    waits = row.state is BookingState.WAITING
    explained = t.courses.remove_waiting_explained if waits else t.courses.remove_explained
    show_section(t.courses.remove, explained.format(name=row.name))
    show_said(_place(row.booking_id))
    with st.form(_place(row.booking_id)):
        st.text_area(
            t.courses.remove_reason, key=_reason(row.booking_id), max_chars=LONGEST_REASON, height=100
        )
        st.form_submit_button(
            t.courses.remove_now, on_click=_remove, args=(row.booking_id, date_id, row.name)
        )


def _remove(booking_id: int, date_id: int, name: str) -> None:
    reason = typed(_reason(booking_id)) or ""

    def use_case(db: Session, by: Person, now: datetime) -> None:
        remove_participant(db, booking_id, reason, by, now, house())

    def done(_nothing: None) -> None:
        forget(_reason(booking_id))
        tell(place_of(date_id), texts().courses.removed.format(name=name))
        go(**{DATE: str(date_id)})

    attempt(_place(booking_id), Right.HOLD_TRAININGS, use_case, done)


def _place(booking_id: int) -> str:
    return f"remove-{booking_id}"


def _reason(booking_id: int) -> str:
    return f"reason-to-remove-{booking_id}"
