"""Links to the portal's other pages that do not load everything anew."""

from __future__ import annotations

import streamlit as st

from ui.library.ways import LIBRARY, MANUAL
from ui.navigation import BY_ADDRESS


def page_link(address: str, label: str, icon: str, **query: str) -> None:
    """A link to the page with this address; the label is Markdown, with foreign words escaped."""
    page = BY_ADDRESS[address.strip("/")].path
    st.page_link(page, label=label, icon=icon, query_params=query or None)


def library_link(label: str) -> None:
    page_link(LIBRARY, label, ":material/arrow_back:")


def manual_link(code: str, label: str, icon: str) -> None:
    page_link(MANUAL, label, icon, d=code)


def ask_link(label: str, **query: str) -> None:
    page_link("/", label, ":material/chat:", **query)
