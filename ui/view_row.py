"""A page with several views: the row that leads from each to the others; the address names the one shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from ui.staff.acting import go

VIEW = "ansicht"


def view_of_address(views: Sequence[str]) -> str:
    """The view that the address names; the first where it names none that there is."""
    named = st.query_params.get(VIEW, "")
    return named if named in views else views[0]


def show_view_row(key: str, views: Sequence[str], names: Mapping[str, str], label: str) -> None:
    """The chosen one is that of the address; the first needs no word in it."""
    st.session_state[key] = view_of_address(views)
    st.pills(
        label,
        views,
        required=True,
        format_func=lambda name: names[name],
        key=key,
        label_visibility="collapsed",
        on_change=_go_there,
        args=(key, views[0]),
    )


def _go_there(key: str, first: str) -> None:
    chosen = st.session_state.get(key) or first
    go(**({} if chosen == first else {VIEW: chosen}))
