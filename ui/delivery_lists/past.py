"""The lists that came in so far, whichever way, with what was said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from core.people.person import Person
from deliveries.importing.imports import PastImport, imports, past_import
from deliveries.reading.export import Fault, RowFault
from deliveries.refusals import NoSuchImport
from deliveries.words.faults import fault_sentence
from ui.delivery_lists.views import show_views
from ui.delivery_lists.ways import LIST, PAST, faults_way
from ui.escaping import as_html, as_label
from ui.language import language
from ui.moments import written_moment
from ui.places import day
from ui.portal import entrance
from ui.staff.acting import go
from ui.staff.fields import joined
from ui.staff.headings import show_heading, show_section, show_way_back, show_words
from ui.staff.numbers import as_number
from ui.staff.tables import show_table
from ui.texts import Texts
from ui.view_row import VIEW

MORE, STEP, MOST = "lists-shown", 30, 1000
COUNTS = ("created", "changed", "unchanged", "outdated")


def show_past(person: Person, t: Texts) -> None:
    show_views(t)
    shown = int(st.session_state.get(MORE, STEP))
    with entrance().database.read() as db:
        lists = imports(db, person, shown + 1)
    if not lists:
        show_words(f"{t.lists.no_lists} {t.lists.no_lists_explained}")
    for past in lists[:shown]:
        _show_row(past, t)
    if len(lists) > shown:
        st.button(t.lists.more, on_click=_show_more, key="lists-more")


def show_one_list(written: str, person: Person, t: Texts) -> None:
    """The report of the list with the number that stands in the address."""
    show_way_back(t.lists.way_back, _back)
    try:
        with entrance().database.read() as db:
            past = past_import(db, as_number(written), person)
    except NoSuchImport:
        show_heading(t.lists.no_such_list)
        return
    show_heading(past.name, _about(past, t))
    show_words(_came(past, t))
    if past.accepted:
        _show_faults(past, t)


def fault_rows(report: Mapping[str, Any], language: str) -> Sequence[tuple[str, str, str, str]]:
    """Where each fault is, and what is wrong there."""
    return [_fault_row(entry, language) for entry in report.get("row_errors", ())]


def _fault_row(entry: Mapping[str, Any], language: str) -> tuple[str, str, str, str]:
    row, sheet = int(entry["line"]), str(entry.get("sheet", ""))
    fault = RowFault(row, str(entry["column"]), str(entry["value"]), Fault(entry["kind"]), sheet)
    where = " / ".join(part for part in (sheet, str(row)) if part)
    return where, fault.column, fault.value, fault_sentence(fault, language)


def _show_row(past: PastImport, t: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-list-{past.id}"):
        look = "good" if past.accepted else "warning"
        said = t.lists.accepted if past.accepted else t.lists.refused_short
        st.html(
            f'<div class="plan-about"><p class="list-name">{as_html(past.name)}</p>'
            f'<p class="plan-where">{as_html(_about(past, t))}</p><p>{as_html(_came(past, t))}</p>'
            f'<ul class="plan-badges"><li class="{look}">{as_html(said)}</li></ul></div>'
        )
        st.button(
            t.lists.open_report,
            key=f"open-list-{past.id}",
            help=as_label(past.name),
            on_click=go,
            kwargs={VIEW: PAST, LIST: str(past.id)},
        )


def _about(past: PastImport, t: Texts) -> str:
    return joined(
        [
            written_moment(past.at, t),
            t.lists.ways[past.way],
            t.lists.by.format(name=past.by) if past.by else "",
            t.lists.as_of.format(day=day(past.as_of, t)) if past.as_of else "",
            t.lists.complete if past.full else "",
        ]
    )


def _came(past: PastImport, t: Texts) -> str:
    """What came of it: counts, or why it was refused."""
    if not past.accepted:
        return str(past.report.get("refusal", ""))
    counts = [(name, int(past.report.get(name, 0))) for name in COUNTS]
    counts.append(("faults", _faulty_rows(past.report)))
    return ", ".join(t.lists.counts[name].format(count=count) for name, count in counts if count)


def _faulty_rows(report: Mapping[str, Any]) -> int:
    """A row may have several faults; of very many only the first are kept, and how many more there were."""
    kept = {(entry.get("sheet"), entry["line"]) for entry in report.get("row_errors", ())}
    return len(kept) + int(report.get("more", {}).get("row_errors", 0))


def _show_faults(past: PastImport, t: Texts) -> None:
    rows = fault_rows(past.report, language())
    if not rows:
        show_words(t.lists.no_faults)
        return
    show_section(t.lists.faults_title)
    show_table(t.lists.report_row, rows[:MOST])
    address = as_html(faults_way(past.id, language()))
    st.html(f'<a class="button plain" href="{address}" target="_self">{as_html(t.lists.faults_file)}</a>')


def _back() -> None:
    go(**{VIEW: PAST})


def _show_more() -> None:
    st.session_state[MORE] = int(st.session_state.get(MORE, STEP)) + STEP
