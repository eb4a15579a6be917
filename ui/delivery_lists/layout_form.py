"""In which column of a list what stands: said once, kept for all lists with the same headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

import streamlit as st
from sqlalchemy.orm import Session

from core.people.names import LONGEST_NAME
from core.people.person import Person
from deliveries.importing.profiles import Profile, save_profile
from deliveries.reading.export import Export, Look
from ui.city.acting import attempt
from ui.escaping import as_label
from ui.language import texts
from ui.staff.acting import show_said, typed
from ui.texts import Texts

PLACE = "lists-layout"
NAME, FULL = "list-layout-name", "list-layout-full"
ACROSS = 2


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of lists with these headings: the columns by heading (a column's name, or "" for one of
    no use), and what was kept besides."""

    series: str
    headings: tuple[str, ...]
    columns: Mapping[str, str]
    name: str
    stages: Mapping[str, str]
    full: bool


def known_of(export: Export, profile: Profile | None) -> Known:
    name = profile.name if profile else PurePath(export.name).stem
    stages, full = (profile.stages, profile.full) if profile else ({}, False)
    return Known(export.series, export.headings, columns_of(export), name, stages, full)


def columns_of(export: Export) -> Mapping[str, str]:
    """How the list was read, as a profile keeps it."""
    return {heading: column.value if column else "" for heading, column in export.columns.items()}


def known_of_look(look: Look, name: str) -> Known:
    """Of a list that cannot be read yet."""
    columns = {heading: column.value if column else "" for heading, column in look.columns.items()}
    return Known(look.series, look.headings, columns, PurePath(name).stem, {}, False)


def known_of_profile(profile: Profile) -> Known:
    """Its headings as they are compared: how they were written is not kept."""
    headings = tuple(profile.columns)
    return Known(profile.series, headings, profile.columns, profile.name, profile.stages, profile.full)


def show_layout_form(known: Known, label: str, kept: Callable[[Profile], None], t: Texts) -> None:
    """A field for each column, with what is known already; `kept` follows when it has been saved."""
    show_said(PLACE)
    by_column = {column: heading for heading, column in known.columns.items() if column}
    with st.form(f"list-layout-{known.series}"):
        names = list(t.lists.columns)
        for start in range(0, len(names), ACROSS):
            for place, column in zip(st.columns(ACROSS), names[start : start + ACROSS], strict=False):
                with place:
                    _show_column(column, known, by_column.get(column), t)
        st.text_input(
            t.lists.layout_name,
            value=known.name,
            key=NAME,
            max_chars=LONGEST_NAME,
            placeholder=t.lists.layout_name_hint,
            autocomplete="off",
        )
        st.checkbox(t.lists.layout_full, value=known.full, key=FULL)
        st.form_submit_button(label, type="primary", on_click=_keep, args=(known, kept))


def _show_column(column: str, known: Known, heading: str | None, t: Texts) -> None:
    headings = list(known.headings)
    st.selectbox(
        t.lists.columns[column],
        headings,
        index=headings.index(heading) if heading in headings else None,
        format_func=as_label,
        placeholder=t.lists.not_in_list,
        key=_key(known, column),
    )


def _keep(known: Known, kept: Callable[[Profile], None]) -> None:
    chosen = {column: typed(_key(known, column)) for column in texts().lists.columns}
    columns = dict.fromkeys(known.headings, "") | {
        heading: column for column, heading in chosen.items() if heading
    }
    name, full = typed(NAME) or "", bool(typed(FULL))

    def use_case(db: Session, by: Person, now: datetime) -> Profile:
        return save_profile(db, known.series, name, columns, known.stages, full, by, now)

    attempt(PLACE, use_case, kept)


def _key(known: Known, column: str) -> str:
    return f"list-column-{known.series}-{column}"
