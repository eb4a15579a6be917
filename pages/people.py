"""The administration's page about people: give roles, find, add, change, read in a list."""

from __future__ import annotations

import streamlit as st

from core.people.roles import Right
from ui.language import texts
from ui.staff.lists import PEOPLE_LIST
from ui.staff.new_person import show_new_person
from ui.staff.one_person import show_one_person
from ui.staff.people_list import LIST, NEW, PERSON, VIEW, show_people
from ui.staff.reading_lists import show_reading
from ui.visitor import admitted

person = admitted(Right.MANAGE_PEOPLE)
t = texts()
match st.query_params.get(VIEW), st.query_params.get(PERSON):
    case _, str(number):
        show_one_person(person, number, t)
    case view, _ if view == NEW:
        show_new_person(t)
    case view, _ if view == LIST:
        show_reading(PEOPLE_LIST, person, t)
    case _:
        show_people(person, t)
