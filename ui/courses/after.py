"""What remains of a date that is over: who was missing, certificates, what was said of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.people.person import Person
from trainings.courses.attendance import Participant, Participants
from trainings.courses.feedback import Feedback, feedback_of
from trainings.facts import BookingState
from ui.courses.ways import certificate_way
from ui.courses.words import counted
from ui.escaping import as_html
from ui.portal import entrance
from ui.prose import link, listed
from ui.staff.headings import show_section
from ui.staff.tables import show_table
from ui.texts import Texts


def show_no_shows(course: Participants, t: Texts) -> None:
    away = [row for row in course.in_state(BookingState.BOOKED) if row.attended is False]
    if away:
        show_section(t.courses.no_shows, t.courses.no_shows_explained)
        st.html(f'<div class="words">{listed(as_html(_named(row)) for row in away)}</div>')


def show_certificates(course: Participants, t: Texts) -> None:
    """Nothing where the training gives none."""
    if not course.date.training.certificate_minutes:
        return
    here = [row for row in course.in_state(BookingState.BOOKED) if row.attended]
    if not here:
        show_section(t.courses.certificates, t.courses.no_certificates_yet)
        return
    show_section(t.courses.certificates, t.courses.certificates_explained)
    links = listed(link(certificate_way(row.booking_id), f"{row.name} (PDF)") for row in here)
    st.html(f'<div class="words certificates">{links}</div>')


def show_feedback(date_id: int, person: Person, t: Texts) -> None:
    with entrance().database.read() as db:
        feedback = feedback_of(db, date_id, person)
    if feedback.average is None:
        show_section(t.courses.feedback, _too_few(feedback.count, t))
        return
    average = t.courses.decimal.join(f"{feedback.average:.1f}".split("."))
    show_section(t.courses.feedback, t.courses.many_feedback.format(count=feedback.count, average=average))
    show_table(t.courses.rating_columns, _rated(feedback, t))
    if feedback.texts:
        st.html(f'<h3 class="course-title">{as_html(t.courses.said)}</h3>')
        for text in feedback.texts:
            st.html(f'<blockquote class="said">{as_html(text)}</blockquote>')


def _too_few(count: int, t: Texts) -> str:
    return counted(count, t.courses.no_feedback, t.courses.one_feedback, t.courses.few_feedback)


def _rated(feedback: Feedback, t: Texts) -> Sequence[tuple[str, str]]:
    """The best first."""
    counts = sorted(feedback.ratings.items(), reverse=True)
    return [(t.courses.ratings[rating - 1], str(count)) for rating, count in counts]


def _named(row: Participant) -> str:
    return f"{row.name}, {row.school}" if row.school else row.name
