"""The page about the city's schools: find, add, change, read in a list."""

from __future__ import annotations

import streamlit as st

from core.people.roles import Right
from ui.language import texts
from ui.staff.lists import SCHOOL_LIST
from ui.staff.reading_lists import show_reading
from ui.staff.school_form import show_new_school, show_one_school
from ui.staff.schools_list import LIST, NEW, SCHOOL, VIEW, show_schools
from ui.visitor import admitted

person = admitted(Right.MANAGE_SCHOOLS)
t = texts()
match st.query_params.get(VIEW), st.query_params.get(SCHOOL):
    case _, str(number):
        show_one_school(number, t)
    case view, _ if view == NEW:
        show_new_school(t)
    case view, _ if view == LIST:
        show_reading(SCHOOL_LIST, person, t)
    case _:
        show_schools(t)
