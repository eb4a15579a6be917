"""All schools in one view: how far they are, and where something is late or blocked."""

from __future__ import annotations

import streamlit as st

from core.people.person import Person
from deliveries.city.overview import CityStatus, city_status
from ui.city.acting import today
from ui.city.narrowing import clear, fits, show_narrowing
from ui.city.school_table import school_table
from ui.city.views import show_views
from ui.delivery_lists.ways import PAGE as LISTS
from ui.escaping import as_html
from ui.language import language
from ui.places import day
from ui.planning.words import counted
from ui.portal import entrance
from ui.sign_in.ways import way
from ui.staff.fields import joined
from ui.staff.headings import show_words
from ui.texts import Texts


def show_schools(person: Person, t: Texts) -> None:
    show_views(t)
    with entrance().database.read() as db:
        status = city_status(db, person, today())
    if all(school.as_of is None for school in status.schools):
        show_words(f"{t.city.nothing_known} {t.city.nothing_known_explained}")
        address = way(LISTS, lang=language())
        st.html(f'<a class="button" href="{as_html(address)}" target="_self">{as_html(t.city.to_lists)}</a>')
        return
    show_words(joined([summary(status, t), _as_of(status, t)]))
    choice = show_narrowing(status.schools, t)
    found = [school for school in status.schools if fits(school, choice)]
    if not found:
        show_words(t.city.no_school)
    elif choice:
        show_words(counted(len(found), t.city.one_school, t.city.many_schools))
    if choice:
        st.button(t.city.clear, on_click=clear, type="tertiary", key="city-clear")
    if found:
        show_words(t.city.legend)
        st.html(school_table(found, language(), t))


def summary(status: CityStatus, t: Texts) -> str:
    """ "3 Lieferungen sind verspätet, eine ist blockiert" """
    late, blocked = len(status.late), sum(map(len, status.blocked.values()))
    c = t.city
    behind = counted(late, c.summary_late_one, c.summary_late) if late else c.summary_none_late
    held_up = counted(blocked, c.summary_blocked_one, c.summary_blocked)
    return c.summary.format(late=behind, blocked=held_up if blocked else c.summary_none_blocked)


def _as_of(status: CityStatus, t: Texts) -> str:
    newest = max((school.as_of for school in status.schools if school.as_of), default=None)
    return t.city.as_of.format(day=day(newest, t)) if newest else ""
