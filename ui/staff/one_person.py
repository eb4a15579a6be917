"""One person: who they are, what they may do, and whether they may come in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.people import Listed, NoSuchPerson, listed
from core.people.person import Person, School
from core.people.register import change_person, set_role
from core.people.roles import Right
from core.people.schools import all_schools
from core.people.workplaces import set_schools
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.fields import joined, name_field, role_field, role_name, schools_field
from ui.staff.headings import show_heading, show_way_back
from ui.staff.leaving import show_leaving
from ui.staff.numbers import as_number
from ui.staff.password_link import show_password_link
from ui.texts import Texts

FIELDS = ("name", "email", "role", "schools")


def show_one_person(by: Person, number: str, t: Texts) -> None:
    """The person with the number that stands in the address, whatever was written there."""
    show_way_back(t.staff.to_people, go)
    try:
        with entrance().database.read() as db:
            person, schools = listed(db, by, as_number(number)), all_schools(db)
    except NoSuchPerson:
        show_heading(t.staff.person_gone, t.staff.person_gone_explained)
        return
    state = "" if person.active else t.staff.switched_off
    show_heading(person.name, joined([role_name(person.role, t), state]))
    _show_form(person, schools, t)
    show_password_link(person.id, person.active, t)
    show_leaving(person, t)


def place_of(person_id: int) -> str:
    """Where something is said about the person."""
    return f"person-{person_id}"


def _show_form(person: Listed, schools: Sequence[School], t: Texts) -> None:
    name, email, role, at = _keys(person.id)
    with st.form(place_of(person.id)):
        show_said(place_of(person.id))
        name_field(name, t.staff.name, person.name)
        st.text_input(t.staff.email, value=person.email, key=email, max_chars=254, autocomplete="off")
        role_field(role, t, person.role)
        schools_field(at, t, schools, [school.id for school in person.schools])
        st.form_submit_button(t.staff.save, type="primary", on_click=_save, args=(person.id,))


def _save(person_id: int) -> None:
    name, email, role, school_ids = (typed(key) for key in _keys(person_id))

    def use_case(db: Session, by: Person, now: datetime) -> Person:
        set_role(db, person_id, role, by, now)
        set_schools(db, person_id, school_ids or (), by, now)
        return change_person(db, person_id, name or "", email or "", by, now)

    def done(_person: Person) -> None:
        forget(*_keys(person_id))
        tell(place_of(person_id), texts().staff.saved)

    attempt(place_of(person_id), Right.MANAGE_PEOPLE, use_case, done)


def _keys(person_id: int) -> Sequence[str]:
    return [f"{field}-of-person-{person_id}" for field in FIELDS]
