"""Where a date is, for whom, what is reserved, and how many come or came."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from core.people.person import Person
from trainings.courses.attendance import ORDER, Participants
from trainings.facts import BookingState
from ui.courses.words import counted, held_by, paragraphs
from ui.staff.fields import joined
from ui.texts import Texts
from ui.trainings.badges import where


def show_facts(course: Participants, person: Person, t: Texts, *, over: bool = False) -> None:
    date = course.date
    names = ", ".join(resource.name for resource in date.resources)
    lines = [
        joined([where(date, t), held_by(date, person.id, t)]),
        _attendance(course, t) if over else _seats(course, t),
        t.courses.for_school.format(school=date.school) if date.school else "",
        t.courses.needed.format(names=names) if names and not over else "",
    ]
    st.html(f'<div class="words course-facts">{paragraphs(lines)}</div>')


def _seats(course: Participants, t: Texts) -> str:
    words, date = t.courses, course.date
    booked, offered, waits = (len(course.in_state(state)) for state in ORDER)
    free = max(0, date.seats - booked - offered)
    missing = date.minimum - booked - offered
    return joined(
        [
            counted(booked, words.comes_nobody, words.comes_one, words.come_many),
            counted(free, words.free_none, words.free_one, words.free_many),
            counted(offered, "", words.offered_one, words.offered_many),
            counted(waits, "", words.one_waits, words.many_wait),
            words.below_minimum.format(count=missing) if missing > 0 else "",
        ]
    )


def _attendance(course: Participants, t: Texts) -> str:
    words, said = t.courses, Counter(row.attended for row in course.in_state(BookingState.BOOKED))
    nobody = "" if said[None] else words.was_there_none
    return joined(
        [
            counted(said[True], nobody, words.was_there_one, words.were_there_many),
            counted(said[False], "", words.missing_one, words.missing_many),
            counted(said[None], "", words.open_one, words.open_many),
        ]
    )
