"""How far back the audit log is shown."""

from __future__ import annotations

import streamlit as st

from core.audit import Action
from ui.staff.headings import show_words
from ui.texts import Texts

STEP = 200
STEPS = "log-steps"


def shown_lines(action: Action | None) -> int:
    """As many as were asked for; another filter begins anew."""
    asked, steps = st.session_state.get(STEPS, (action, 1))
    return STEP * steps if asked == action else STEP


def show_older(action: Action | None, there_are: bool, t: Texts) -> None:
    if there_are:
        st.button(t.staff.older, on_click=_ask_for_older, args=(action,), key="older")
    else:
        show_words(t.staff.no_older)


def _ask_for_older(action: Action | None) -> None:
    st.session_state[STEPS] = (action, shown_lines(action) // STEP + 1)
