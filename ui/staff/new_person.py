"""Adding one person."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.handed_links import hand_link
from core.people.password_links import NewLink
from core.people.person import Person
from core.people.register import add_person
from core.people.roles import Right, Role
from core.people.schools import all_schools
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import attempt, go, show_said, tell, typed
from ui.staff.fields import name_field, role_field, schools_field
from ui.staff.headings import show_heading, show_way_back
from ui.staff.one_person import place_of
from ui.staff.password_link import keep_made, offered
from ui.staff.people_list import PERSON
from ui.texts import Texts

NAME, EMAIL, ROLE, SCHOOLS = "new-name", "new-email", "new-role", "new-schools"
PLACE = "new-person"


def show_new_person(t: Texts) -> None:
    with entrance().database.read() as db:
        schools = all_schools(db)
    show_way_back(t.staff.to_people, go)
    show_heading(t.staff.new_person, t.staff.new_person_explained)
    with st.form(PLACE):
        show_said(PLACE)
        name_field(NAME, t.staff.name)
        st.text_input(t.staff.email, key=EMAIL, max_chars=254, autocomplete="off")
        role_field(ROLE, t, Role.TEACHER)
        schools_field(SCHOOLS, t, schools)
        st.form_submit_button(t.staff.add, type="primary", on_click=_add)


def _add() -> None:
    name, email, role, school_ids = (typed(key) for key in (NAME, EMAIL, ROLE, SCHOOLS))

    def use_case(db: Session, by: Person, now: datetime) -> tuple[Person, NewLink | None]:
        person = add_person(db, name or "", email or "", role, school_ids or (), by, now)
        return person, hand_link(db, person.id, by, now) if offered() else None

    attempt(PLACE, Right.MANAGE_PEOPLE, use_case, _go_on)


def _go_on(added: tuple[Person, NewLink | None]) -> None:
    person, link = added
    if link:
        keep_made(link)
    tell(place_of(person.id), texts().staff.person_added.format(name=person.name))
    go(**{PERSON: str(person.id)})
