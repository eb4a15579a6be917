"""When somebody goes: switching the account off and on, taking the data along, deleting."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people import own_data
from core.people.names import fold
from core.people.people import Listed
from core.people.person import Person
from core.people.register import deactivate, reactivate
from core.people.roles import Right
from ui.escaping import as_html
from ui.language import texts
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.headings import show_section, show_words
from ui.texts import Texts


def show_leaving(person: Listed, t: Texts) -> None:
    show_section(t.staff.access, t.staff.access_on if person.active else t.staff.access_off)
    show_said(_place(person.id))
    _show_switch(person, t)
    show_section(t.staff.data, t.staff.data_explained)
    show_said(_deletion(person.id))
    address = f"/personen/{person.id}/daten.json"
    st.html(f'<a class="button plain" download href="{address}">{as_html(t.staff.take_along)}</a>')
    _show_deletion(person, t)


def _show_switch(person: Listed, t: Texts) -> None:
    if not person.active:
        st.button(t.staff.switch_on, on_click=_switch_on, args=(person.id,), key="switch-on")
        return
    with st.popover(t.staff.switch_off):
        show_words(t.staff.switch_off_sure.format(name=person.name))
        st.button(
            t.staff.switch_off_now, type="primary", on_click=_switch_off, args=(person.id,), key="switch-off"
        )


def _show_deletion(person: Listed, t: Texts) -> None:
    with st.popover(t.staff.delete), st.form(f"delete-{person.id}", border=False):
        show_words(t.staff.delete_sure.format(name=person.name))
        st.text_input(t.staff.delete_confirm, key=_confirmation(person.id), autocomplete="off")
        st.form_submit_button(
            t.staff.delete_now, type="primary", on_click=_delete, args=(person.id, person.name, person.email)
        )


def _switch_on(person_id: int) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> Person:
        return reactivate(db, person_id, by, now)

    def done(person: Person) -> None:
        tell(_place(person_id), texts().staff.is_on.format(name=person.name))

    attempt(_place(person_id), Right.MANAGE_PEOPLE, use_case, done)


def _switch_off(person_id: int) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> Person:
        return deactivate(db, person_id, by, now)

    def done(person: Person) -> None:
        tell(_place(person_id), texts().staff.is_off.format(name=person.name))

    attempt(_place(person_id), Right.MANAGE_PEOPLE, use_case, done)


def _delete(person_id: int, name: str, email: str) -> None:
    confirmed = fold(typed(_confirmation(person_id)) or "")
    if confirmed not in {fold(name), fold(email)}:
        return tell(_deletion(person_id), texts().staff.delete_not_confirmed.format(name=name), good=False)

    def use_case(db: Session, by: Person, now: datetime) -> None:
        own_data.delete(db, person_id, by, now)

    def done(_nothing: None) -> None:
        forget(_confirmation(person_id))
        tell("people", texts().staff.deleted.format(name=name))
        go()

    attempt(_deletion(person_id), Right.MANAGE_PEOPLE, use_case, done)


def _place(person_id: int) -> str:
    return f"access-{person_id}"


def _deletion(person_id: int) -> str:
    return f"deletion-{person_id}"


def _confirmation(person_id: int) -> str:
    return f"confirm-{person_id}"
