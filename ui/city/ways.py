"""Addresses of the city's page: which view is open, what narrows it, and the tables to take along."""

from __future__ import annotations

import streamlit as st

from ui.sign_in.ways import way

PAGE = "/lieferungen-aller-schulen"
VIEW, MILESTONE = "ansicht", "meilenstein"
SEARCH, KIND, ONLY, PART = "suche", "schulform", "nur", "bereich"
SCHOOLS, LATE, BLOCKED = "schulen", "verspaetet", "blockiert"
MILESTONES, PROOFS, REMARKS = "meilensteine", "nachweise", "rueckmeldungen"
VIEWS = (SCHOOLS, LATE, BLOCKED, MILESTONES, PROOFS, REMARKS)
OPEN = "offen"
NEW = "neu"
COUNCIL, PROOF, PROGRAMME = "/lieferungen/ratsauskunft", "/lieferungen/nachweis", "programm"
CSV, XLSX = "csv", "xlsx"


def view() -> str:
    """The view that the address names; that of the schools where it names none that there is."""
    named = st.query_params.get(VIEW)
    return named if named in VIEWS else SCHOOLS


def council_way(ending: str, lang: str) -> str:
    return way(f"{COUNCIL}.{ending}", lang=lang)


def proof_way(programme: str, ending: str, lang: str) -> str:
    return way(f"{PROOF}.{ending}", programm=programme, lang=lang)
