"""One date as its trainer sees it: on the day itself the list comes first."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person
from trainings.courses.attendance import EARLY, Participants, participants
from trainings.facts import BookingState, DateState
from trainings.refusals import NoSuchDate
from ui.courses.after import show_certificates, show_feedback, show_no_shows
from ui.courses.authorised import show_authorised
from ui.courses.check_in import in_use, show_list, show_live_list
from ui.courses.copy import show_copy
from ui.courses.facts import show_facts
from ui.courses.message import show_message
from ui.courses.people import show_people
from ui.courses.person import show_participant
from ui.courses.waiting import show_waiting
from ui.courses.ways import COPY, DATE, MESSAGE, VIEW, paper_way, place_of, table_way
from ui.courses.words import span_from
from ui.escaping import as_html, as_label
from ui.portal import entrance
from ui.staff.acting import go, show_said
from ui.staff.headings import show_heading, show_section, show_way_back, show_words
from ui.staff.numbers import as_number
from ui.texts import Texts
from ui.trainings.when import clock


def show_course(person: Person, number: str, view: str | None, booking: str | None, t: Texts) -> None:
    """The date with the number that stands in the address, whatever was written there."""
    now = datetime.now(UTC)
    try:
        with entrance().database.read() as db:
            course = participants(db, as_number(number), person, now)
    except NoSuchDate:
        show_way_back(t.courses.back, go)
        show_heading(t.courses.gone, t.courses.gone_explained)
        return
    match view, booking:
        case _, str(wanted):
            show_participant(course, wanted, now, t)
        case view, _ if view == MESSAGE:
            show_message(course, t)
        case view, _ if view == COPY:
            show_copy(course.date, now, t)
        case _:
            _show_date(course, person, now, t)


def _show_date(course: Participants, person: Person, now: datetime, t: Texts) -> None:
    date = course.date
    show_way_back(t.courses.back, go)
    show_heading(date.training.title, span_from(date, now, t))
    show_said(place_of(date.id))
    if date.state is DateState.CANCELLED:
        show_words(t.courses.cancelled_because.format(reason=date.cancel_reason))
        _show_actions(course, t)
    elif now < date.starts_at - EARLY:
        _show_before(course, person, t)
    elif now < date.ends_at:
        _show_on_the_day(course, person, t)
    else:
        _show_afterwards(course, person, t)


def _show_before(course: Participants, person: Person, t: Texts) -> None:
    show_facts(course, person, t)
    _show_actions(course, t)
    show_section(t.courses.who_comes, t.courses.opens_later.format(time=clock(course.date.starts_at - EARLY)))
    show_people(course, t)
    show_waiting(course, t)
    show_authorised(course, t)
    _show_lists(course, t)


def _show_on_the_day(course: Participants, person: Person, t: Texts) -> None:
    if course.in_state(BookingState.BOOKED):
        show_live_list(course.date.id, t.courses.who_is_here)
        show_words(t.courses.code_hint)
    else:
        show_section(t.courses.who_is_here, t.courses.nobody_booked)
    if course.in_state(BookingState.WAITING) or course.in_state(BookingState.OFFERED):
        show_waiting(course, t)
    show_authorised(course, t)
    show_section(t.courses.date)
    show_facts(course, person, t)
    _show_actions(course, t)
    _show_lists(course, t)


def _show_afterwards(course: Participants, person: Person, t: Texts) -> None:
    show_facts(course, person, t, over=True)
    _show_late_list(course, t)
    show_no_shows(course, t)
    show_certificates(course, t)
    show_feedback(course.date.id, person, t)
    show_authorised(course, t)
    _show_actions(course, t)
    _show_lists(course, t)


def _show_late_list(course: Participants, t: Texts) -> None:
    """Folded away once nobody is open any more."""
    date_id, seated = course.date.id, course.in_state(BookingState.BOOKED)
    if not seated:
        show_section(t.courses.who_was_here, t.courses.nobody_booked_past)
    elif in_use(date_id) or any(row.attended is None for row in seated):
        show_list(date_id, t.courses.who_was_here)
    else:
        with st.expander(t.courses.change_attendance):
            show_list(date_id, t.courses.who_was_here)


def _show_actions(course: Participants, t: Texts) -> None:
    date = course.date
    with st.container(horizontal=True, key="course-actions"):
        if date.link and date.state is DateState.PLANNED:
            st.link_button(as_label(t.courses.online_room), date.link, icon=":material/videocam:")
        if course.in_state(BookingState.BOOKED):
            _show_action(date.id, MESSAGE, t.courses.message, ":material/mail:")
        _show_action(date.id, COPY, t.courses.copy, ":material/content_copy:")


def _show_action(date_id: int, view: str, label: str, icon: str) -> None:
    st.button(label, key=f"course-{view}", icon=icon, on_click=go, kwargs={DATE: str(date_id), VIEW: view})


def _show_lists(course: Participants, t: Texts) -> None:
    """Files that the portal's own routes write."""
    if not course.rows:
        return
    number = course.date.id
    show_section(t.courses.lists)
    files = [(table_way(number, "csv"), t.courses.csv), (table_way(number, "xlsx"), t.courses.xlsx)]
    links = "".join(
        f'<a class="button plain" download href="{way}">{as_html(text)}</a>' for way, text in files
    )
    paper = f'<a class="button plain" href="{paper_way(number)}">{as_html(t.courses.paper)}</a>'
    st.html(f'<div class="course-lists">{paper}{links}</div>')
