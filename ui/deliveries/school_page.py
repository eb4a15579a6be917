"""What was ordered for a school: what is here, what comes, what is late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from core.local_time import local_day
from core.people.person import Person, School, may
from core.people.roles import Right
from deliveries.refusals import NoDeliveriesThere
from deliveries.status.lines import SchoolStatus, school_status
from deliveries.words.sentences import summary
from ui.deliveries.choice import KIND, STATE, narrowed
from ui.deliveries.filters import chosen_here, show_filters
from ui.deliveries.known import as_of_html
from ui.deliveries.listed import VIEW, show_lines, show_switch
from ui.deliveries.naming import title
from ui.deliveries.nothing import (
    show_contact,
    show_empty,
    show_no_school,
    show_no_such_school,
    show_none_left,
)
from ui.deliveries.notices_box import show_notices
from ui.deliveries.progress import show_progress
from ui.deliveries.schools import school_meant, schools_for, show_choice
from ui.deliveries.take_along import show_take_along
from ui.deliveries.ways import NUMBER, SCHOOL, city_link, keep_choice
from ui.escaping import as_html
from ui.language import language
from ui.library.address import number, value
from ui.library.scripts import skip_passage
from ui.portal import entrance
from ui.prose import show_title
from ui.texts import Texts

FEW = 3  # lines among which nobody needs help to look around


def show_school(person: Person, t: Texts) -> None:
    """The school of the address, else the person's own."""
    if value(NUMBER):
        skip_passage()
    with entrance().database.read() as db:
        schools = schools_for(db, person)
        meant = school_meant(number(SCHOOL), person)
        if meant is None:
            _show_nowhere(schools, person, t)
            return
        try:
            shown = school_status(db, meant, person, local_day(datetime.now(UTC)))
        except NoDeliveriesThere:
            show_no_such_school(person, t)
            return
    keep_choice((SCHOOL, STATE, KIND, VIEW))
    _show_head(shown, schools, person, t)
    _show_status(shown, person, t)
    show_contact(person, t)
    show_notices(person, t)


def _show_head(shown: SchoolStatus, schools: Sequence[School], person: Person, t: Texts) -> None:
    if len(schools) > 1:
        _show_choice(shown.school.id, schools, person, t)
    st.html(_title_html(shown, t))


def _show_nowhere(schools: Sequence[School], person: Person, t: Texts) -> None:
    """For somebody who works at no school: whoever looks after all of them chooses one."""
    if not may(person, Right.MANAGE_DELIVERIES):
        show_no_school(t)
        return
    show_title(t.deliveries.which_school, t.deliveries.which_school_explained)
    _show_choice(None, schools, person, t)


def _show_choice(current: int | None, schools: Sequence[School], person: Person, t: Texts) -> None:
    with st.container(horizontal=True, key="line-school", vertical_alignment="center"):
        show_choice(current, schools, t)
        if may(person, Right.MANAGE_DELIVERIES):
            city_link(t.deliveries.to_city)


def _title_html(shown: SchoolStatus, t: Texts) -> str:
    """Whose deliveries, how they stand in a sentence, and of when that is."""
    head = f"<h1>{as_html(title(shown.school, language(), t))}</h1>"
    if not shown.lines or shown.as_of is None:
        return head
    known = as_of_html(shown.as_of, shown.source, local_day(datetime.now(UTC)), t)
    return f'{head}<p class="summary">{as_html(summary(shown, language()))}</p>{known}'


def _show_status(shown: SchoolStatus, person: Person, t: Texts) -> None:
    if not shown.lines:
        show_empty(shown.school, t)
        return
    choice = chosen_here()
    show_progress(shown.lines, language(), t)
    if len(shown.lines) > FEW or choice:
        show_filters(shown.lines, choice, t)
    lines = narrowed(shown.lines, choice)
    if len(shown.lines) > FEW or value(VIEW):
        show_switch(len(lines), t)
    if lines:
        show_lines(lines, shown.as_of, person, t)
        show_take_along(shown.school, choice, t)
    else:
        show_none_left(t)
