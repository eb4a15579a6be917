"""Adding a school, and changing one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person, School, SchoolKind
from core.people.roles import Right
from core.people.schools import LONGEST_SHORT_NAME, SchoolFacts, add_school, all_schools, change_school
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.fields import name_field
from ui.staff.headings import show_heading, show_way_back
from ui.staff.numbers import NOBODY, as_number
from ui.staff.schools_list import PLACE
from ui.texts import Texts

FIELDS = ("name", "kind", "short", "sites")
KINDS: tuple[SchoolKind | None, ...] = (*SchoolKind, None)


def show_new_school(t: Texts) -> None:
    show_way_back(t.staff.to_schools, go)
    show_heading(t.staff.new_school)
    _show_form(NOBODY, None, t.staff.add, t)


def show_one_school(number: str, t: Texts) -> None:
    """The school with the number that stands in the address, whatever was written there."""
    show_way_back(t.staff.to_schools, go)
    with entrance().database.read() as db:
        school = next((school for school in all_schools(db) if school.id == as_number(number)), None)
    if school is None:
        show_heading(t.staff.school_gone, t.staff.school_gone_explained)
    else:
        show_heading(school.name)
        _show_form(school.id, school, t.staff.save, t)


def _show_form(number: int, school: School | None, submit: str, t: Texts) -> None:
    name, kind, short, sites = _keys(number)
    with st.form(_place(number)):
        show_said(_place(number))
        name_field(name, t.staff.school_name, school.name if school else "")
        st.selectbox(
            t.staff.kind,
            KINDS,
            index=KINDS.index(school.kind if school else None),
            format_func=lambda kind: t.staff.kinds[kind] if kind else t.staff.no_kind,
            key=kind,
        )
        st.text_input(
            t.staff.short_name,
            value=school.short_name if school else "",
            key=short,
            max_chars=LONGEST_SHORT_NAME,
            autocomplete="off",
        )
        st.text_area(
            t.staff.sites, value="\n".join(school.sites) if school else "", key=sites, max_chars=2000
        )
        st.form_submit_button(submit, type="primary", on_click=_save, args=(number,))


def _save(number: int) -> None:
    name, kind, short, sites = (typed(key) for key in _keys(number))
    lines = tuple(line for line in (sites or "").splitlines() if line.strip())
    facts = SchoolFacts(name or "", kind, short or "", lines)

    def use_case(db: Session, by: Person, now: datetime) -> School:
        return (
            add_school(db, facts, by, now) if number == NOBODY else change_school(db, number, facts, by, now)
        )

    def done(school: School) -> None:
        t = texts()
        forget(*_keys(number))
        if number == NOBODY:
            tell(PLACE, t.staff.school_added.format(name=school.name))
            go()
        else:
            tell(_place(number), t.staff.saved)

    attempt(_place(number), Right.MANAGE_SCHOOLS, use_case, done)


def _place(number: int) -> str:
    return f"school-{number}"


def _keys(number: int) -> Sequence[str]:
    return [f"{field}-of-school-{number}" for field in FIELDS]
