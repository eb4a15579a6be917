"""Where there is nothing to show: why, and what one can do."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from core.people.person import Person, School, may
from core.people.roles import Right
from deliveries.words.names import the_school
from ui.deliveries.filters import clear
from ui.deliveries.ways import city_link, deliveries_link
from ui.escaping import as_html
from ui.language import language
from ui.library.links import page_link
from ui.library.ways import LIBRARY
from ui.prose import show_title
from ui.texts import Texts
from ui.trainings.ways import TRAININGS
from ui.visitor import contact


def show_empty(school: School, t: Texts) -> None:
    """Nothing has been ordered for the school."""
    _show(
        t.deliveries.empty_for.format(school=the_school(school.name, language())),
        t.deliveries.empty_explained,
        lambda: _ways_on(t),
    )


def show_none_left(t: Texts) -> None:
    """There are lines, but none that fit the choice."""
    d = t.deliveries
    _show(d.nothing, d.nothing_explained, lambda: _clear_button(t))


def show_no_school(t: Texts) -> None:
    """Nobody has said where the person works."""
    show_title(t.deliveries.no_school, t.deliveries.no_school_explained)
    st.html(f'<p class="quiet">{as_html(contact(t))}</p>')


def show_no_such_school(person: Person, t: Texts) -> None:
    show_title(t.deliveries.not_there, t.deliveries.not_there_explained)
    with st.container(horizontal=True, key="ways-on"):
        deliveries_link(t.deliveries.to_deliveries)
        _city(person, t)


def show_no_such_line(t: Texts) -> None:
    show_title(t.deliveries.no_line, t.deliveries.no_line_explained)
    with st.container(horizontal=True, key="ways-on"):
        deliveries_link(t.deliveries.to_deliveries)


def show_contact(person: Person, t: Texts) -> None:
    """Whom to ask where something is missing or wrong; not for those who are asked."""
    if may(person, Right.MANAGE_DELIVERIES):
        return
    st.html(f'<p class="delivery-contact">{as_html(t.deliveries.ask_people)} {as_html(contact(t))}</p>')


def _show(heading: str, explained: str, ways: Callable[[], None]) -> None:
    st.html(
        f'<div class="notice" role="status"><h2 class="section">{as_html(heading)}</h2>'
        f"<p>{as_html(explained)}</p></div>"
    )
    with st.container(horizontal=True, key="ways-on", vertical_alignment="center"):
        ways()


def _ways_on(t: Texts) -> None:
    page_link(LIBRARY, t.deliveries.to_manuals, ":material/menu_book:")
    page_link(TRAININGS, t.deliveries.to_trainings, ":material/event:")


def _clear_button(t: Texts) -> None:
    st.button(t.deliveries.clear, on_click=clear, key="clear-all")


def _city(person: Person, t: Texts) -> None:
    if may(person, Right.MANAGE_DELIVERIES):
        city_link(t.deliveries.to_city)
