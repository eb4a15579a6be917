"""Names in a list that no school has: a person says once which school is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.names import fold
from core.people.person import Person, School
from deliveries.importing.plan import Plan
from deliveries.importing.spellings import confirm_spelling
from deliveries.reading.export import Fault, RowFault
from ui.city.acting import attempt
from ui.delivery_lists.reading import compare_anew
from ui.escaping import as_html, as_label
from ui.language import texts
from ui.planning.words import counted
from ui.staff.acting import show_said, tell, typed
from ui.staff.headings import show_section, show_words
from ui.texts import Texts

PLACE = "lists-schools"
AT_ONCE = 8


def show_unknown_schools(plan: Plan, schools: Sequence[School], t: Texts) -> None:
    """Nothing where all are known."""
    names = _unknown(plan)
    if names:
        show_section(t.lists.schools_asked, t.lists.schools_explained)
    show_said(PLACE)
    by_name = {school.name: school for school in schools}
    for number, (fault, rows) in enumerate(list(names.values())[:AT_ONCE]):
        _show_name(number, fault, rows, by_name, t)
    if len(names) > AT_ONCE:
        show_words(t.lists.more_schools.format(count=len(names) - AT_ONCE))


def _unknown(plan: Plan) -> Mapping[str, tuple[RowFault, int]]:
    """By the folded name: the first row with it, and how many rows there are. Those with a suggestion first,
    then those of most rows."""
    faults = [fault for fault in plan.faults if fault.fault is Fault.UNKNOWN_SCHOOL]
    rows = Counter(fold(fault.value) for fault in faults)
    first = {fold(fault.value): fault for fault in reversed(faults)}
    order = sorted(first, key=lambda name: (first[name].suggestion is None, -rows[name], name))
    return {name: (first[name], rows[name]) for name in order}


def _show_name(number: int, fault: RowFault, rows: int, schools: Mapping[str, School], t: Texts) -> None:
    meant = schools.get(fault.suggestion or "")
    asked = t.lists.meant.format(name=meant.name) if meant else ""
    about = f"{counted(rows, t.lists.one_row, t.lists.many_rows)}. {asked}".strip()
    with st.container(key=f"list-school-{number}", gap="small"):
        st.html(f'<p class="list-name">„{as_html(fault.value)}“</p><p class="about">{as_html(about)}</p>')
        with st.container(horizontal=True, vertical_alignment="bottom"):
            if meant:
                st.button(
                    as_label(t.lists.is_it.format(name=meant.name)),
                    key=f"list-is-{fold(fault.value)}",
                    on_click=_confirm,
                    args=(fault.value, meant.id, meant.name),
                )
            _show_choice(fault, schools, meant, t)


def _show_choice(fault: RowFault, schools: Mapping[str, School], meant: School | None, t: Texts) -> None:
    key = f"choose-school-{fold(fault.value)}"
    others = {name: school.id for name, school in schools.items() if school != meant}
    st.selectbox(
        t.lists.choose_school,
        list(others),
        index=None,
        placeholder=t.lists.other_school if meant else t.lists.choose_school,
        key=key,
        label_visibility="collapsed",
    )
    if typed(key) in others:
        st.button(
            t.lists.keep_school,
            key=f"keep-{key}",
            type="primary",
            on_click=_confirm,
            args=(fault.value, others[typed(key)], typed(key)),
        )


def _confirm(written: str, school_id: int, name: str) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        confirm_spelling(db, written, school_id, by, now)

    def done(_: None) -> None:
        compare_anew()
        tell(PLACE, texts().lists.school_kept.format(written=written, name=name))

    attempt(PLACE, use_case, done)
