"""Which school's deliveries somebody looks at: one of their own, for the city's team any."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person, School, may
from core.people.roles import Right
from core.people.schools import all_schools
from ui.deliveries.ways import SCHOOL
from ui.library.address import write
from ui.texts import Texts

CHOICE = "choose-school"


def schools_for(db: Session, person: Person) -> list[School]:
    """Those to choose from, by name."""
    if may(person, Right.MANAGE_DELIVERIES):
        return all_schools(db)
    return sorted(person.schools, key=lambda school: school.name.casefold())


def school_meant(wanted: int | None, person: Person) -> int | None:
    """The one that is asked for, whether it is theirs or not; else the one they work for at the moment."""
    own = person.school or next(iter(person.schools), None)
    return wanted or (own.id if own else None)


def show_choice(current: int | None, schools: Sequence[School], t: Texts) -> None:
    names = {school.id: school.name for school in schools}
    st.session_state[CHOICE] = current
    st.selectbox(
        t.deliveries.school,
        list(names),
        index=None if current is None else 0,  # with None it could be emptied
        format_func=lambda number: names.get(number, ""),
        key=CHOICE,
        placeholder=t.deliveries.choose_school,
        on_change=_choose,
        label_visibility="collapsed",
    )


def _choose() -> None:
    chosen = st.session_state.get(CHOICE)
    write(SCHOOL, [str(chosen)] if chosen else [])
