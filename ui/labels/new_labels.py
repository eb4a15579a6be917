"""New labels, for one room or for several at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person, School
from core.people.roles import Right
from core.people.schools import all_schools
from knowledge.labels import LABELLED, LONGEST, Label, add_label
from ui.labels.labels_list import PLACE, chosen_key
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.headings import show_heading, show_way_back, show_words
from ui.texts import Texts

FORM = "new-labels"
DEVICE, MAKE, MODEL, SCHOOL, ROOMS = (
    f"{FORM}-{field}" for field in ("device", "make", "model", "school", "rooms")
)
MOST_ROOMS = 60


def show_new_labels(person: Person, t: Texts) -> None:
    show_way_back(t.codes.to_labels, go)
    show_heading(t.codes.new_title, t.codes.new_explained)
    schools = _schools(person)
    if not schools:
        show_words(t.codes.no_own_school)
        return
    with st.form(FORM):
        show_said(FORM)
        _show_fields(schools, _preferred(person), t)
        st.form_submit_button(t.codes.submit, type="primary", on_click=_add)


def _show_fields(schools: Sequence[School | None], preferred: int | None, t: Texts) -> None:
    names = {
        school.id if school else None: school.name if school else t.codes.no_school for school in schools
    }
    numbers = list(names)
    st.selectbox(
        t.codes.device, LABELLED, format_func=lambda device: t.codes.devices[device].name, key=DEVICE
    )
    st.text_input(t.codes.make, key=MAKE, max_chars=LONGEST, autocomplete="off")
    st.text_input(t.codes.model, key=MODEL, max_chars=LONGEST, autocomplete="off")
    st.selectbox(
        t.codes.school,
        numbers,
        index=numbers.index(preferred) if preferred in names else 0,
        format_func=lambda number: names.get(number, ""),
        key=SCHOOL,
    )
    st.text_area(t.codes.rooms, key=ROOMS, max_chars=4000, placeholder=t.codes.rooms_example)


def _schools(person: Person) -> Sequence[School | None]:
    """The own ones; all, and none, for who looks after all schools."""
    if Right.MANAGE_SCHOOLS not in person.rights:
        return person.schools
    with entrance().database.read() as db:
        return [*all_schools(db), None]


def _preferred(person: Person) -> int | None:
    return person.school.id if person.school else None


def _add() -> None:
    t = texts()
    rooms = [room.strip() for room in (typed(ROOMS) or "").splitlines() if room.strip()]
    if not rooms:
        return tell(FORM, t.codes.rooms_missing, good=False)
    if len(rooms) > MOST_ROOMS:
        return tell(FORM, t.codes.too_many_rooms.format(count=MOST_ROOMS), good=False)
    device, make, model, school = (typed(key) for key in (DEVICE, MAKE, MODEL, SCHOOL))

    def use_case(db: Session, by: Person, now: datetime) -> Sequence[Label]:
        return [add_label(db, device or "", make or "", model or "", room, school, by, now) for room in rooms]

    attempt(FORM, Right.LABEL_DEVICES, use_case, _done)


def _done(added: Sequence[Label]) -> None:
    """Back to the list, where the new ones are chosen to be printed."""
    t = texts()
    forget(DEVICE, MAKE, MODEL, SCHOOL, ROOMS)
    for label in added:
        st.session_state[chosen_key(label.id)] = True
    tell(PLACE, t.codes.added_one if len(added) == 1 else t.codes.added.format(count=len(added)))
    go()
