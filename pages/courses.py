"""What trainers need: their dates, participants, attendance."""

from __future__ import annotations

import streamlit as st

from core.people.roles import Right
from ui.courses.one_course import show_course
from ui.courses.overview import show_courses
from ui.courses.ways import DATE, PERSON, VIEW, moment_of
from ui.language import texts
from ui.look import to_the_top
from ui.visitor import admitted

person = admitted(Right.HOLD_TRAININGS)
t = texts()
number, view, booking = (st.query_params.get(name) for name in (DATE, VIEW, PERSON))
to_the_top(moment_of(number, view, booking))
if number is None:
    show_courses(person, t)
else:
    show_course(person, number, view, booking, t)
