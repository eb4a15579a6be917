"""A link to set a password, shown to the administration once."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.handed_links import hand_link
from core.people.password_links import NewLink
from core.people.person import Person
from core.people.roles import Right
from ui.portal import entrance
from ui.sign_in.ways import NEW_PASSWORD, way
from ui.staff.acting import attempt, show_said
from ui.staff.headings import show_section, show_words
from ui.texts import Texts

MADE = "password-link-made"


def offered() -> bool:
    """Whether people here have passwords: not with a sign-in service alone, and not in a demonstration."""
    settings = entrance().settings
    return settings.local_accounts and not settings.demo


def show_password_link(person_id: int, active: bool, t: Texts) -> None:
    if not offered():
        return
    show_section(t.staff.password, t.staff.password_explained)
    show_said(_place(person_id))
    made = st.session_state.get(MADE)
    if isinstance(made, NewLink) and made.person.id == person_id:
        del st.session_state[MADE]
        show_words(t.staff.link_made.format(name=made.person.name))
        st.code(
            entrance().settings.public_url + way(NEW_PASSWORD, link=made.secret),
            language=None,
            wrap_lines=True,
        )
    elif active:
        st.button(
            t.staff.make_link, on_click=_make, args=(person_id,), icon=":material/key:", key="make-link"
        )
    else:
        show_words(t.staff.no_link_when_off)


def keep_made(made: NewLink) -> None:
    """The link is shown with the person's view, and gone with the next click."""
    st.session_state[MADE] = made


def _make(person_id: int) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> NewLink:
        return hand_link(db, person_id, by, now)

    attempt(_place(person_id), Right.MANAGE_PEOPLE, use_case, keep_made)


def _place(person_id: int) -> str:
    return f"password-link-{person_id}"
