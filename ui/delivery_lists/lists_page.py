"""Reading lists of deliveries in, and what is needed for it."""

from __future__ import annotations

import streamlit as st

from core.people.person import Person
from ui.delivery_lists.access import show_access
from ui.delivery_lists.handing_in import show_reading_in
from ui.delivery_lists.layouts import show_layouts, show_one_layout
from ui.delivery_lists.missing import show_missing
from ui.delivery_lists.names import show_names
from ui.delivery_lists.past import show_one_list, show_past
from ui.delivery_lists.ways import ACCESS, LAYOUT, LAYOUTS, LIST, MISSING, NAMES, PAST, view
from ui.texts import Texts

VIEWS = {
    PAST: show_past,
    MISSING: show_missing,
    NAMES: show_names,
    LAYOUTS: show_layouts,
    ACCESS: show_access,
}


def show_lists(person: Person, t: Texts) -> None:
    """The view that the address names."""
    match view(), st.query_params.get(LIST), st.query_params.get(LAYOUT):
        case named, str(number), _ if named == PAST:
            show_one_list(number, person, t)
        case named, _, str(number) if named == LAYOUTS:
            show_one_layout(number, person, t)
        case named, _, _:
            VIEWS.get(named, show_reading_in)(person, t)
