"""People who have signed in and whom nobody has given a role yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.people import Listed
from core.people.person import Person, School
from core.people.register import set_role
from core.people.roles import Right, Role
from core.people.workplaces import set_schools
from ui.escaping import as_html
from ui.language import texts
from ui.moments import written_day
from ui.staff.acting import attempt, show_said, tell, typed
from ui.staff.fields import joined, schools_field
from ui.staff.headings import show_section, show_words
from ui.texts import Texts

SHOWN = 3
PLACE = "waiting"


def show_waiting_people(waiting: Sequence[Listed], schools: Sequence[School], t: Texts) -> None:
    """A card for each, the newest first; nothing where nobody waits."""
    show_said(PLACE)
    if not waiting:
        return
    show_section(t.staff.waiting, t.staff.waiting_explained)
    for person in waiting[:SHOWN]:
        _show_card(person, schools, t)
    if len(waiting) > SHOWN:
        show_words(t.staff.more_waiting.format(count=len(waiting) - SHOWN))


def _show_card(person: Listed, schools: Sequence[School], t: Texts) -> None:
    since = t.staff.since.format(day=written_day(person.created_at, t))
    with st.form(_key("card", person.id)):
        about = as_html(joined([person.email, since]))
        st.html(
            f'<div class="source"><p class="name">{as_html(person.name)}</p>'
            f'<p class="about">{about}</p></div>'
        )
        show_said(_key("card", person.id))
        st.selectbox(
            t.staff.role,
            list(Role),
            index=None,
            format_func=lambda role: t.frame.roles[role],
            placeholder=t.staff.choose_role,
            key=_key("role", person.id),
        )
        schools_field(_key("schools", person.id), t, schools, [school.id for school in person.schools])
        st.form_submit_button(t.staff.assign, type="primary", on_click=_assign, args=(person.id,))


def _assign(person_id: int) -> None:
    role, school_ids = typed(_key("role", person_id)), typed(_key("schools", person_id))
    if not role:
        return tell(_key("card", person_id), texts().staff.role_missing, good=False)

    def use_case(db: Session, by: Person, now: datetime) -> Person:
        set_role(db, person_id, Role(role), by, now)
        return set_schools(db, person_id, school_ids or (), by, now)

    def done(person: Person) -> None:
        tell(PLACE, texts().staff.assigned.format(name=person.name))

    attempt(_key("card", person_id), Right.MANAGE_PEOPLE, use_case, done)


def _key(name: str, person_id: int) -> str:
    return f"waiting-{name}-{person_id}"
