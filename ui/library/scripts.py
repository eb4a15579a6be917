"""What the library's pages do in the browser itself: jump in a recording, copy an address, show a section."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

SCRIPT = (Path(__file__).resolve().parent / "library.js").read_text("utf-8")


def skip_passage() -> None:
    """A link of Streamlit's first leaves this page with the other's query in the history: whoever
    comes back there goes one step further, to the page as they left it."""
    with st.container(key="script-passage"):
        st.html("<script>history.back()</script>", unsafe_allow_javascript=True)


def run_scripts(current: str | None) -> None:
    """Once for each section of an address (`current` is the id of its place in the page)."""
    target = f'<span hidden data-show="{current}"></span>' if current else ""
    with st.container(key="script-library"):
        st.html(f"{target}<script>{SCRIPT}</script>", unsafe_allow_javascript=True)
