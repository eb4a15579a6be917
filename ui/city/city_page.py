"""The deliveries of all schools, milestones and proofs."""

from __future__ import annotations

import streamlit as st

from core.people.person import Person
from ui.city.blocked import show_blocked
from ui.city.late import show_late
from ui.city.milestone_form import show_milestone_form
from ui.city.milestones import show_milestones
from ui.city.proofs import show_proofs
from ui.city.remarks import show_remarks
from ui.city.schools import show_schools
from ui.city.views import show_views
from ui.city.ways import BLOCKED, LATE, MILESTONE, MILESTONES, PROOFS, REMARKS, view
from ui.texts import Texts


def show_city(person: Person, t: Texts) -> None:
    """The view that the address names."""
    match view(), st.query_params.get(MILESTONE):
        case named, str(milestone) if named == MILESTONES:
            show_milestone_form(milestone, person, t)
        case named, _:
            VIEWS.get(named, show_schools)(person, t)


def show_remarks_view(person: Person, t: Texts) -> None:
    show_views(t)
    show_remarks(person, t)


VIEWS = {
    LATE: show_late,
    BLOCKED: show_blocked,
    MILESTONES: show_milestones,
    PROOFS: show_proofs,
    REMARKS: show_remarks_view,
}
