"""Addresses of the city's page: which view is open, what narrows it, and the tables to take along."""

from __future__ import annotations

from ui.sign_in.ways import way
from ui.view_row import view_of_address

PAGE = "/lieferungen-aller-schulen"
MILESTONE = "meilenstein"
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
    return view_of_address(VIEWS)


def council_way(ending: str, lang: str) -> str:
    return way(f"{COUNCIL}.{ending}", lang=lang)


def proof_way(programme: str, ending: str, lang: str) -> str:
    return way(f"{PROOF}.{ending}", programm=programme, lang=lang)
