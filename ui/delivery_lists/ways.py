"""Addresses of the page of lists: which view is open, and of what."""

from __future__ import annotations

from ui.sign_in.ways import way
from ui.view_row import view_of_address

PAGE, LISTS, INTERFACE = "/lieferlisten", "/lieferungen/listen/", "/schnittstelle/openapi.yaml"
LIST, LAYOUT = "liste", "nr"
READ_IN, PAST, MISSING = "einlesen", "bisher", "fehlende"
NAMES, LAYOUTS, ACCESS = "schulnamen", "aufbau", "automatisch"
VIEWS = (READ_IN, PAST, MISSING, NAMES, LAYOUTS, ACCESS)


def view() -> str:
    """The view that the address names; that of reading in where it names none that there is."""
    return view_of_address(VIEWS)


def faults_way(import_id: int, language: str) -> str:
    """Where the faults of a list are, as a table."""
    return way(f"{LISTS}{import_id}/fehler.csv", lang=language)
