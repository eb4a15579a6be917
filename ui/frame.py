"""The frame around every page: navigation by role, the person with their school, sign-out, language."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from core.people.people import NoSuchPerson
from core.people.person import Person
from core.people.workplaces import NotYourSchool, switch_school
from core.settings import load_settings
from ui.escaping import as_html
from ui.language import language, language_switch
from ui.navigation import Entry, Place
from ui.portal import entrance
from ui.sign_in.ways import SIGN_IN, SIGN_OUT, sign_in_way
from ui.texts import Texts
from ui.visitor import visitor

SCHOOL = "school"


def show_frame(person: Person | None, pages: Mapping[Entry, StreamlitPage], t: Texts) -> None:
    """The sidebar, and the banner of a demonstration."""
    shown = {entry: page for entry, page in pages.items() if entry.offered_to(person)}
    with st.sidebar:
        _links(shown, Place.MAIN)
        _links(shown, Place.STAFF)
        with st.container(key="foot"):
            _show_person(person, pages, t)
            _links(shown, Place.FOOT)
            with st.container(key="language"):
                language_switch()
    if load_settings().demo:
        change = f' <a href="{SIGN_OUT if person else SIGN_IN}">{as_html(t.frame.demo_change)}</a>'
        st.html(f'<p class="demo" role="note">{as_html(t.frame.demo)}{change}</p>')


def _links(pages: Mapping[Entry, StreamlitPage], place: Place) -> None:
    found = [page for entry, page in pages.items() if entry.place is place]
    if found:
        with st.container(key=f"links-{place}"):
            for page in found:
                st.page_link(page)


def _show_person(person: Person | None, pages: Mapping[Entry, StreamlitPage], t: Texts) -> None:
    if person is None:
        address = sign_in_way("/", language())
        st.html(f'<p class="person"><a class="button" href="{address}">{as_html(t.frame.sign_in)}</a></p>')
        return
    role = t.frame.roles[person.role] if person.role else t.frame.no_role
    st.html(f'<p class="person"><strong>{as_html(person.name)}</strong><br>{as_html(role)}{_at(person)}</p>')
    if len(person.schools) > 1:
        _show_school_switch(person, t)
    with st.container(key="own"):
        st.page_link(next(page for entry, page in pages.items() if entry.file == "account.py"))
        st.html(f'<a class="sign-out" href="{SIGN_OUT}?lang={language()}">{as_html(t.frame.sign_out)}</a>')


def _at(person: Person) -> str:
    return f", {as_html(person.school.name)}" if person.school and len(person.schools) == 1 else ""


def _show_school_switch(person: Person, t: Texts) -> None:
    names = {school.id: school.name for school in person.schools}
    st.session_state[SCHOOL] = person.school.id if person.school else next(iter(names))
    st.selectbox(
        t.frame.your_school,
        list(names),
        format_func=lambda number: names.get(number, ""),
        key=SCHOOL,
        on_change=_switch,
    )


def _switch() -> None:
    """For whoever is signed in at this moment. What the browser sends is checked against the person's own
    schools; anything else changes nothing."""
    person, chosen = visitor(), st.session_state[SCHOOL]
    if person is None or not isinstance(chosen, int):
        return
    with suppress(NotYourSchool, NoSuchPerson), entrance().database.write.begin() as db:
        switch_school(db, person, chosen)
