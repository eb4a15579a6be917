"""Handing a list in: what was recognised, what must be asked, what would change, and the one button."""

from __future__ import annotations

import streamlit as st

from core.people.person import Person
from core.people.schools import all_schools
from deliveries.importing.imports import imports
from deliveries.importing.profiles import profile_of
from deliveries.reading.export import Export
from deliveries.refusals import DeliveryRefusal
from ui.delivery_lists.layout_asked import show_not_read, show_other_layout, show_refused
from ui.delivery_lists.preview import show_preview
from ui.delivery_lists.reading import Reading, planned, read, turn
from ui.delivery_lists.recognised import show_recognised
from ui.delivery_lists.taking import PLACE, show_taking
from ui.delivery_lists.unknown_schools import show_unknown_schools
from ui.delivery_lists.unknown_words import show_unknown_words
from ui.delivery_lists.views import show_views
from ui.moments import written_moment
from ui.portal import entrance
from ui.staff.acting import show_said
from ui.staff.headings import show_section, show_words
from ui.texts import Texts

LARGEST_MB = 20


def show_reading_in(person: Person, t: Texts) -> None:
    show_views(t)
    show_said(PLACE)
    head = st.container()
    file = st.file_uploader(
        t.lists.choose, key=f"list-file-{turn()}", max_upload_size=LARGEST_MB, help=t.lists.file_help
    )
    if file is None:
        with head:
            show_words(t.lists.lead)
        _show_beginning(person, t)
        return
    data = file.getvalue()
    with st.spinner(t.lists.reading):
        reading = read(file.file_id, file.name, data)
    if reading.export is None:
        show_not_read(reading, data, t)
    else:
        _show_read(reading, reading.export, person, t)


def _show_beginning(person: Person, t: Texts) -> None:
    show_section(t.lists.needs, t.lists.needs_explained)
    with entrance().database.read() as db:
        taken = [past for past in imports(db, person, 20) if past.accepted]
    if taken:
        moment = written_moment(taken[0].at, t)
        show_words(t.lists.last_one.format(name=taken[0].name, moment=moment))


def _show_read(reading: Reading, export: Export, person: Person, t: Texts) -> None:
    with entrance().database.read() as db:
        profile, schools = profile_of(db, export.series, person), all_schools(db)
    wanted = show_recognised(reading, export, profile, t)
    try:
        with st.spinner(t.lists.reading):
            plan = planned(reading, export, wanted, person)
    except DeliveryRefusal as refusal:
        show_refused(refusal, t)
        return
    show_unknown_words(export, profile, t)
    show_unknown_schools(plan, schools, t)
    show_preview(reading, plan, t)
    show_other_layout(reading, export, profile, t)
    show_taking(reading, plan, t)
