"""What is late in the whole city, the longest delay first."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from core.people.person import Person
from deliveries.city.overview import city_status
from deliveries.facts import Subproject
from deliveries.words.names import subproject_word
from ui.city.acting import today
from ui.city.line_rows import line_rows
from ui.city.views import show_views
from ui.city.ways import PART
from ui.language import language
from ui.library.address import value, write
from ui.planning.words import counted
from ui.portal import entrance
from ui.staff.headings import show_words
from ui.texts import Texts

ALL = ""
CHOSEN, MORE, STEP = "city-part", "city-late-shown", 30


def show_late(person: Person, t: Texts) -> None:
    show_views(t)
    with entrance().database.read() as db:
        late = city_status(db, person, today()).late
    if not late:
        show_words(t.city.none_late)
        return
    show_words(counted(len(late), t.city.one_late, t.city.many_late))
    part = _choice(Counter(status.line.subproject for status in late), t)
    found = [status for status in late if part in (ALL, status.line.subproject)]
    shown = int(st.session_state.get(MORE, STEP))
    st.html(line_rows(found[:shown], language(), t))
    if len(found) > shown:
        st.button(t.city.more, on_click=_show_more, key="city-late-more")


def _choice(counts: Counter[Subproject], t: Texts) -> str:
    """The part of the work that the address names, all of them where it names none."""
    parts = [part.value for part in Subproject if counts[part]]
    if len(parts) < 2:
        return ALL
    spoken = language()
    st.session_state[CHOSEN] = value(PART) if value(PART) in parts else ALL
    st.pills(
        t.city.parts_label,
        [ALL, *parts],
        required=True,
        format_func=lambda part: subproject_word(Subproject(part), spoken) if part else t.city.all_parts,
        key=CHOSEN,
        on_change=_choose,
        label_visibility="collapsed",
    )
    return str(st.session_state[CHOSEN])


def _choose() -> None:
    st.session_state.pop(MORE, None)
    chosen = st.session_state.get(CHOSEN)
    write(PART, [chosen] if chosen else [])


def _show_more() -> None:
    st.session_state[MORE] = int(st.session_state.get(MORE, STEP)) + STEP
