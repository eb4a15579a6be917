"""Addresses of the planning pages: which view is open, and of what."""

from __future__ import annotations

import streamlit as st

PAGE, COURSES = "/fortbildungen-planen", "/kurse"
VIEW, DATE, TRAINING, RESOURCE, DO = "ansicht", "termin", "fortbildung", "raum", "tun"
NEW = "neu"
DATES, TRAININGS, RESOURCES, HOLIDAYS, WISHES = "termine", "fortbildungen", "raeume", "ferien", "wuensche"
VIEWS = (DATES, TRAININGS, RESOURCES, HOLIDAYS, WISHES)
COPY, CANCEL = "kopieren", "absagen"


def view() -> str:
    """The view that the address names; that of the dates where it names none that there is."""
    named = st.query_params.get(VIEW)
    return named if named in VIEWS else DATES
