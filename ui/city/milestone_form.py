"""The form of a milestone, new or to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.schools import all_schools
from deliveries.city.milestones import (
    LONGEST_TITLE,
    Milestone,
    MilestoneDraft,
    add_milestone,
    change_milestone,
    milestones,
)
from deliveries.facts import Subproject
from deliveries.words.names import subproject_word
from ui.city.acting import attempt, today
from ui.city.milestones import PLACE
from ui.city.ways import MILESTONES, NEW
from ui.escaping import as_label
from ui.language import language, texts
from ui.portal import entrance
from ui.staff.acting import go, show_said, tell, typed
from ui.staff.headings import show_heading, show_way_back
from ui.staff.numbers import NOBODY, as_number
from ui.texts import Texts
from ui.view_row import VIEW

FORM = "city-milestone"
FIELDS = ("title", "part", "due", "schools", "stated", "stated_on")
FIRST_DAY = date(2015, 1, 1)
LONGEST_DUE = 100


def show_milestone_form(written: str, person: Person, t: Texts) -> None:
    """Of the milestone with the number that stands in the address, or of a new one."""
    show_way_back(t.city.way_back, _back)
    with entrance().database.read() as db:
        schools = {school.id: school.name for school in all_schools(db)}
        known = {milestone.id: milestone for milestone in milestones(db, person, today())}
    if written == NEW:
        show_heading(t.city.new_milestone_title)
        _show_fields(NOBODY, None, schools, t)
    elif (milestone := known.get(as_number(written))) is None:
        show_heading(t.city.milestone_gone)
    else:
        show_heading(t.city.change_milestone_title)
        _show_fields(milestone.id, milestone, schools, t)


def _show_fields(number: int, milestone: Milestone | None, schools: Mapping[int, str], t: Texts) -> None:
    c, keys, spoken = t.city, _keys(number), language()
    with st.form(f"{FORM}-{number}"):
        st.text_input(
            c.field_title,
            value=milestone.title if milestone else "",
            key=keys["title"],
            placeholder=c.field_title_hint,
            max_chars=LONGEST_TITLE,
            autocomplete="off",
        )
        part, due = st.columns(2)
        part.selectbox(
            c.field_part,
            list(Subproject),
            index=list(Subproject).index(milestone.subproject) if milestone else 0,
            format_func=lambda one: subproject_word(one, spoken),
            key=keys["part"],
        )
        due.text_input(
            c.field_due,
            value=milestone.due.written if milestone else "",
            key=keys["due"],
            placeholder=c.field_due_hint,
            max_chars=LONGEST_DUE,
            autocomplete="off",
        )
        chosen = [school.id for school in milestone.schools] if milestone and not milestone.for_all else []
        st.multiselect(
            c.field_schools,
            list(schools),
            default=chosen,
            format_func=lambda one: as_label(schools.get(one, "")),
            key=keys["schools"],
            placeholder=c.field_schools_hint,
            select_all=False,
        )
        _show_stated(milestone, keys, t)
        show_said(FORM)
        st.form_submit_button(c.save, type="primary", on_click=_save, args=(number,))


def _show_stated(milestone: Milestone | None, keys: Mapping[str, str], t: Texts) -> None:
    share, told = st.columns(2, vertical_alignment="bottom")
    share.number_input(
        t.city.field_stated,
        min_value=0,
        max_value=100,
        value=milestone.stated_share if milestone else None,
        key=keys["stated"],
        help=t.city.field_stated_help,
    )
    told.date_input(
        t.city.field_stated_on,
        value=milestone.stated_on if milestone else None,
        min_value=FIRST_DAY,
        max_value=today(),
        format="DD.MM.YYYY",
        key=keys["stated_on"],
    )


def _save(number: int) -> None:
    keys = _keys(number)
    draft = MilestoneDraft(
        title=typed(keys["title"]) or "",
        subproject=typed(keys["part"]),
        due=typed(keys["due"]) or "",
        schools=tuple(typed(keys["schools"]) or ()),
        stated_share=typed(keys["stated"]),
        stated_on=typed(keys["stated_on"]),
    )

    def use_case(db: Session, by: Person, now: datetime) -> None:
        if number == NOBODY:
            add_milestone(db, draft, by, now)
        else:
            change_milestone(db, number, draft, by, now)

    def done(_: None) -> None:
        _back()
        tell(PLACE, texts().city.saved.format(title=draft.title))

    attempt(FORM, use_case, done)


def _keys(number: int) -> Mapping[str, str]:
    return {name: f"city-milestone-{number}-{name}" for name in FIELDS}


def _back() -> None:
    go(**{VIEW: MILESTONES})
