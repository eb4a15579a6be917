"""What was recognised in a list, and what only a person can know of it."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from deliveries.importing.profiles import Profile
from deliveries.reading.export import Export
from ui.city.acting import today
from ui.delivery_lists.reading import Reading, Wanted
from ui.escaping import as_html
from ui.planning.words import counted
from ui.staff.acting import typed
from ui.staff.fields import joined
from ui.texts import Texts

FIRST_DAY = date(2015, 1, 1)


def show_recognised(reading: Reading, export: Export, profile: Profile | None, t: Texts) -> Wanted:
    """The list in one line, with the fields for its day and whether it is complete: what was chosen."""
    with st.container(border=True, key="list-card", gap="small"):
        st.html(f'<p class="list-name">{as_html(_about(export, profile, t))}</p>')
        day_column, full_column = st.columns([2, 3], vertical_alignment="bottom")
        day = _day_field(reading, export, day_column, t)
        with full_column:
            st.html(f'<p class="about">{as_html(_whose_day(export, t))}</p>')
            full = st.checkbox(
                t.lists.full,
                value=bool(profile and profile.full),
                key=_key("full", reading),
                help=t.lists.full_help,
            )
    told = export.as_of or (None if day == today() else day)
    return Wanted(day if told else None, full, bool(typed(older_key(reading))))


def older_key(reading: Reading) -> str:
    return _key("older", reading)


def _about(export: Export, profile: Profile | None, t: Texts) -> str:
    layout = t.lists.layout_named.format(name=profile.name) if profile else t.lists.layout_known
    sheets = t.lists.sheets.format(names=", ".join(export.sheets)) if len(export.sheets) > 1 else ""
    rows = len(export.lines) + len({(fault.sheet, fault.row) for fault in export.faults})
    return joined([counted(rows, t.lists.one_line, t.lists.many_lines), layout, sheets])


def _whose_day(export: Export, t: Texts) -> str:
    return t.lists.day_told if _named_day(export) else t.lists.day_asked


def _named_day(export: Export) -> date | None:
    """The day that the list names; none where it lies in the future, or before there was such a list."""
    return export.as_of if export.as_of and FIRST_DAY <= export.as_of <= today() else None


def _day_field(reading: Reading, export: Export, place: DeltaGenerator, t: Texts) -> date:
    chosen = place.date_input(
        t.lists.day,
        value=_named_day(export) or today(),
        min_value=FIRST_DAY,
        max_value=today(),
        format="DD.MM.YYYY",
        key=_key("day", reading),
    )
    return chosen if isinstance(chosen, date) else today()


def _key(name: str, reading: Reading) -> str:
    """Each file begins with what it says itself."""
    return f"list-{name}-{reading.file_id}"
