"""The row above every view that leads to the others."""

from __future__ import annotations

import streamlit as st

from ui.delivery_lists.ways import READ_IN, VIEW, VIEWS, view
from ui.prose import show_title
from ui.staff.acting import go
from ui.texts import Texts

CHOSEN = "lists-view"


def show_views(t: Texts) -> None:
    """The page's title and the row of its views; the chosen one is that of the address."""
    show_title(t.lists.title)
    st.session_state[CHOSEN] = view()
    st.pills(
        t.lists.views_label,
        VIEWS,
        required=True,
        format_func=lambda name: t.lists.views[name],
        key=CHOSEN,
        label_visibility="collapsed",
        on_change=_go_there,
    )


def _go_there() -> None:
    chosen = st.session_state.get(CHOSEN) or READ_IN
    go(**({} if chosen == READ_IN else {VIEW: chosen}))
