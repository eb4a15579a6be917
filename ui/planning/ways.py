"""Addresses of the planning pages: which view is open, and of what."""

from __future__ import annotations

from ui.view_row import view_of_address

PAGE, COURSES = "/fortbildungen-planen", "/kurse"
DATE, TRAINING, RESOURCE, DO = "termin", "fortbildung", "raum", "tun"
NEW = "neu"
DATES, TRAININGS, RESOURCES, HOLIDAYS, WISHES = "termine", "fortbildungen", "raeume", "ferien", "wuensche"
VIEWS = (DATES, TRAININGS, RESOURCES, HOLIDAYS, WISHES)
COPY, CANCEL = "kopieren", "absagen"


def view() -> str:
    """The view that the address names; that of the dates where it names none that there is."""
    return view_of_address(VIEWS)
