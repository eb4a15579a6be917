"""Addresses of the page of lists: which view is open, and of what."""

from __future__ import annotations

import streamlit as st

from ui.sign_in.ways import way

PAGE, LISTS, INTERFACE = "/lieferlisten", "/lieferungen/listen/", "/schnittstelle/openapi.yaml"
VIEW, LIST, LAYOUT = "ansicht", "liste", "nr"
READ_IN, PAST, MISSING = "einlesen", "bisher", "fehlende"
NAMES, LAYOUTS, ACCESS = "schulnamen", "aufbau", "automatisch"
VIEWS = (READ_IN, PAST, MISSING, NAMES, LAYOUTS, ACCESS)


def view() -> str:
    """The view that the address names; that of reading in where it names none that there is."""
    named = st.query_params.get(VIEW)
    return named if named in VIEWS else READ_IN


def faults_way(import_id: int, language: str) -> str:
    """Where the faults of a list are, as a table."""
    return way(f"{LISTS}{import_id}/fehler.csv", lang=language)
