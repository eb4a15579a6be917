"""Finding people: all of them, by words and by role."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from core.people.people import Listed, search_people, unassigned
from core.people.person import Person
from core.people.roles import Role
from core.people.schools import all_schools
from ui.escaping import as_html, as_label
from ui.portal import entrance
from ui.staff.acting import go, show_said
from ui.staff.fields import ROLES, joined, role_name
from ui.staff.headings import show_heading, show_words
from ui.staff.waiting_people import show_waiting_people
from ui.texts import Texts

PERSON, VIEW = "person", "ansicht"
NEW, LIST = "neu", "liste"
SHOWN = 50
PLACE = "people"


def show_people(person: Person, t: Texts) -> None:
    with entrance().database.read() as db:
        waiting, schools = unassigned(db, person), all_schools(db)
    show_heading(t.staff.people)
    show_said(PLACE)
    with st.container(horizontal=True):
        st.button(t.staff.add_person, on_click=go, kwargs={VIEW: NEW}, icon=":material/person_add:")
        st.button(t.staff.read_list, on_click=go, kwargs={VIEW: LIST}, icon=":material/upload_file:")
    show_waiting_people(waiting, schools, t)
    text = st.text_input(
        t.staff.search_people,
        key="people-search",
        placeholder=t.staff.search,
        type="search",
        persist_state="page",
        max_chars=100,
    )
    role = st.pills(
        t.staff.role,
        list(Role),
        format_func=lambda role: t.frame.roles[role],
        key="people-role",
        persist_state="page",
    )
    with entrance().database.read() as db:
        found = search_people(db, person, text or "", SHOWN + 1, (role,) if role else ROLES)
    _show_found(found, t)


def _show_found(found: Sequence[Listed], t: Texts) -> None:
    if len(found) > SHOWN:
        show_words(t.staff.more_people.format(count=SHOWN))
    else:
        counted = {0: t.staff.nobody, 1: t.staff.one_person}
        show_words(counted.get(len(found), t.staff.count_people).format(count=len(found)))
    for person in found[:SHOWN]:
        _show_row(person, t)


def _show_row(person: Listed, t: Texts) -> None:
    schools = ", ".join(school.name for school in person.schools)
    state = "" if person.active else t.staff.switched_off
    about = as_html(joined([state, role_name(person.role, t), schools, person.email]))
    with st.container(gap=None, key=f"person-row-{person.id}"):
        st.button(
            f"**{as_label(person.name)}**",
            key=f"open-person-{person.id}",
            type="tertiary",
            on_click=go,
            kwargs={PERSON: str(person.id)},
        )
        st.html(f'<div class="source"><p class="about">{about}</p></div>')
