"""What is blocked in the whole city, by what holds it up."""

from __future__ import annotations

import streamlit as st

from core.people.person import Person
from deliveries.city.overview import city_status
from deliveries.words.names import reason_word
from ui.city.acting import today
from ui.city.line_rows import line_rows
from ui.city.views import show_views
from ui.escaping import as_label
from ui.language import language
from ui.portal import entrance
from ui.staff.headings import show_words
from ui.texts import Texts

STEP = 30


def show_blocked(person: Person, t: Texts) -> None:
    show_views(t)
    with entrance().database.read() as db:
        blocked = city_status(db, person, today()).blocked
    if not blocked:
        show_words(t.city.none_blocked)
    spoken, few = language(), sum(map(len, blocked.values())) <= STEP
    most_first = sorted(blocked.items(), key=lambda item: -len(item[1]))
    for place, (kind, lines) in enumerate(most_first):
        said = t.city.one_blocked if len(lines) == 1 else t.city.many_blocked
        heading = said.format(reason=reason_word(kind, spoken), count=len(lines))
        with st.expander(as_label(heading), expanded=few or place == 0, key=f"city-blocked-{kind}"):
            shown = int(st.session_state.get(_more(kind), STEP))
            st.html(line_rows(lines[:shown], spoken, t))
            if len(lines) > shown:
                st.button(t.city.more, on_click=_show_more, args=(kind,), key=f"city-more-{kind}")


def _more(kind: str) -> str:
    return f"city-blocked-shown-{kind}"


def _show_more(kind: str) -> None:
    st.session_state[_more(kind)] = int(st.session_state.get(_more(kind), STEP)) + STEP
