"""The little that the theme cannot say: style sheet, the page's language, the start of an answer in view."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
STYLES = tuple(
    HERE / sheet
    for sheet in (
        "look.css",
        "library/library.css",
        "narrowing.css",
        "staff/staff.css",
        "trainings/trainings.css",
        "courses/courses.css",
        "planning/planning.css",
        "deliveries/deliveries.css",
        "city/city.css",
    )
)
LOGO = HERE / "static" / "lotse.svg"
ICON = HERE / "static" / "lotse-icon.svg"


def apply_look(language: str) -> None:
    """Styles the page and tells the browser (and screen readers) which language it speaks."""
    for sheet in STYLES:
        st.html(sheet)
    _run_in_browser("language", f"document.documentElement.lang = '{'en' if language == 'en' else 'de'}'")


def to_the_top(moment: int) -> None:
    """Brings the page's start into view, once for each `moment`: an answer is read from its beginning."""
    _run_in_browser("top", f"/* {moment:d} */ document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0)")


def go_to(address: str) -> None:
    """Leads the browser to an address of the portal, in place of this one."""
    _run_in_browser("go", f"location.replace({json.dumps(address)})".replace("<", "\\u003c"))


def _run_in_browser(name: str, statement: str) -> None:
    with st.container(key=f"script-{name}"):
        st.html(f"<script>{statement}</script>", unsafe_allow_javascript=True)
