"""All schools, with what is known of each in a line."""

from __future__ import annotations

import streamlit as st

from core.people.names import fold
from core.people.person import School
from core.people.schools import all_schools
from core.people.workplaces import head_counts
from ui.escaping import as_html, as_label
from ui.portal import entrance
from ui.staff.acting import go, show_said
from ui.staff.fields import joined
from ui.staff.headings import show_heading, show_words
from ui.texts import Texts

SCHOOL, VIEW = "schule", "ansicht"
NEW, LIST = "neu", "liste"
SHOWN = 100
PLACE = "schools"


def show_schools(t: Texts) -> None:
    with entrance().database.read() as db:
        schools, counts = all_schools(db), head_counts(db)
    show_heading(t.staff.the_schools)
    show_said(PLACE)
    _show_ways(bool(schools), t)
    if not schools:
        show_words(t.staff.no_schools)
        return
    text = st.text_input(
        t.staff.search_schools,
        key="schools-search",
        placeholder=t.staff.search,
        type="search",
        persist_state="page",
        max_chars=100,
    )
    found = [school for school in schools if _holds(school, text or "")]
    counted = {0: t.staff.no_such_schools, 1: t.staff.one_school}
    show_words(counted.get(len(found), t.staff.count_schools).format(count=len(found)))
    for school in found[:SHOWN]:
        _show_row(school, counts.get(school.id, 0), t)
    if len(found) > SHOWN:
        show_words(t.staff.more_schools.format(count=len(found) - SHOWN))


def _show_ways(known: bool, t: Texts) -> None:
    with st.container(horizontal=True):
        st.button(t.staff.add_school, on_click=go, kwargs={VIEW: NEW}, icon=":material/add:")
        st.button(
            t.staff.read_list,
            on_click=go,
            kwargs={VIEW: LIST},
            icon=":material/upload_file:",
            type="secondary" if known else "primary",
        )


def _holds(school: School, text: str) -> bool:
    told = fold(" ".join([school.name, school.short_name, school.kind or "", *school.sites]))
    return all(word in told for word in fold(text).split())


def _show_row(school: School, people: int, t: Texts) -> None:
    counted = {0: t.staff.without_people, 1: t.staff.one_person}.get(people, t.staff.count_people)
    kind = t.staff.kinds[school.kind] if school.kind else ""
    short = school.short_name if fold(school.short_name) != fold(school.name) else ""
    about = joined([kind, short, counted.format(count=people), ", ".join(school.sites)])
    with st.container(gap=None, key=f"school-row-{school.id}"):
        st.button(
            f"**{as_label(school.name)}**",
            key=f"open-school-{school.id}",
            type="tertiary",
            on_click=go,
            kwargs={SCHOOL: str(school.id)},
        )
        st.html(f'<div class="source"><p class="about">{as_html(about)}</p></div>')
