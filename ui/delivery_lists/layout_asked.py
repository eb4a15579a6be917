"""A list whose columns are not known, or were not known right: somebody says which is which."""

from __future__ import annotations

import streamlit as st

from deliveries.importing.profiles import Profile, layouts
from deliveries.reading.export import Export, Look, look_at
from deliveries.refusals import ColumnsMissing, ColumnTwice, DeliveryRefusal
from deliveries.words.faults import refusal_sentence
from ui.delivery_lists.layout_form import known_of, known_of_look, show_layout_form
from ui.delivery_lists.reading import Reading, read_anew
from ui.delivery_lists.taking import PLACE
from ui.escaping import as_label
from ui.language import language, texts
from ui.portal import entrance
from ui.staff.acting import tell
from ui.staff.headings import show_section
from ui.staff.tables import show_table
from ui.texts import Texts

LONGEST_SAMPLE = 40


def show_not_read(reading: Reading, data: bytes, t: Texts) -> None:
    """Why the list cannot be read; where only its columns are unknown, the form that says which is which."""
    refusal = reading.refusal
    if refusal is None:
        return
    show_refused(refusal, t)
    look = _look(reading, data) if isinstance(refusal, ColumnsMissing | ColumnTwice) else None
    if look is None or not look.headings:
        return
    show_section(t.lists.columns_asked, t.lists.columns_explained)
    _show_samples(look, t)
    show_layout_form(known_of_look(look, reading.name), t.lists.keep_layout, _kept, t)


def show_other_layout(reading: Reading, export: Export, profile: Profile | None, t: Texts) -> None:
    """Folded away: what was read differently than it is meant can be put right."""
    with st.expander(t.lists.change_layout, key=f"list-layout-{reading.file_id}"):
        show_layout_form(known_of(export, profile), t.lists.keep_layout, _kept, t)


def show_refused(refusal: DeliveryRefusal, t: Texts) -> None:
    why = refusal_sentence(refusal, language())
    st.error(as_label(t.lists.refused.format(why=why)), icon=":material/error:")


def _look(reading: Reading, data: bytes) -> Look | None:
    with entrance().database.read() as db:
        known = layouts(db)
    try:
        return look_at(data, reading.name, known)
    except DeliveryRefusal:
        return None


def _show_samples(look: Look, t: Texts) -> None:
    rows = [[cell[:LONGEST_SAMPLE] for cell in row] for row in look.samples]
    with st.expander(t.lists.samples, expanded=True):
        show_table(look.headings, rows)


def _kept(profile: Profile) -> None:
    read_anew()
    tell(PLACE, texts().lists.layout_kept.format(name=profile.name))
