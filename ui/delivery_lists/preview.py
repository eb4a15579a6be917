"""What taking a list over would change, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from deliveries.importing.plan import Outcome, Plan, PlannedLine
from ui.delivery_lists.reading import Reading
from ui.delivery_lists.recognised import older_key
from ui.delivery_lists.rows import fault_row, listed, missing_row, planned_row
from ui.language import language
from ui.planning.words import counted
from ui.staff.acting import typed
from ui.staff.headings import show_section, show_words
from ui.texts import Texts

FAULTS, BACKWARDS = "faults", "backwards"
STEP = 50


def show_preview(reading: Reading, plan: Plan, t: Texts) -> None:
    show_section(t.lists.preview)
    groups = grouped(plan)
    counts = {FAULTS: len(plan.faults)} | {name: len(lines) for name, lines in groups.items()}
    chosen = _choice(reading, {name: count for name, count in counts.items() if count}, t)
    if chosen:
        show_words(t.lists.group_help[chosen])
    if chosen == Outcome.OUTDATED or typed(older_key(reading)):
        st.checkbox(t.lists.older, key=older_key(reading), help=t.lists.older_help)
    if chosen:
        _show_rows(reading, plan, chosen, groups.get(chosen, ()), t)
    if plan.missing:
        _show_missing(plan, t)
    elif plan.unlisted and not plan.full:
        show_words(counted(len(plan.unlisted), t.lists.unlisted_one, t.lists.unlisted))


def grouped(plan: Plan) -> Mapping[str, Sequence[PlannedLine]]:
    """The lines by what becomes of them, what needs a look first."""
    groups: dict[str, list[PlannedLine]] = {
        BACKWARDS: [], **{outcome.value: [] for outcome in (Outcome.CHANGED, Outcome.CREATED, *Outcome)}
    }  # fmt: skip
    for line in plan.lines:
        back = line.outcome is Outcome.CHANGED and line.backwards
        groups[BACKWARDS if back else line.outcome.value].append(line)
    return groups


def _choice(reading: Reading, counts: Mapping[str, int], t: Texts) -> str | None:
    """The group that is shown: the first one until somebody chooses another."""
    key = f"list-group-{reading.file_id}"
    if typed(key) not in counts:
        st.session_state[key] = next(iter(counts), None)
    chosen = st.pills(
        t.lists.group_label,
        list(counts),
        required=True,
        format_func=lambda name: t.lists.groups[name].format(count=counts.get(name, 0)),
        key=key,
        label_visibility="collapsed",
        on_change=_begin_again,
    )
    return chosen if chosen in counts else None


def _show_rows(reading: Reading, plan: Plan, chosen: str, lines: Sequence[PlannedLine], t: Texts) -> None:
    spoken, shown = language(), int(st.session_state.get(_more(reading), STEP))
    if chosen == FAULTS:
        rows = [fault_row(fault, spoken, t) for fault in plan.faults[:shown]]
        there = len(plan.faults)
    else:
        rows = [planned_row(line, plan, spoken, t) for line in lines[:shown]]
        there = len(lines)
    st.html(listed(rows))
    if there > shown:
        st.button(t.lists.more, on_click=partial(_show_more, reading), key="list-more")


def _show_missing(plan: Plan, t: Texts) -> None:
    heading = counted(len(plan.missing), t.lists.missing_coming_one, t.lists.missing_coming)
    show_section(heading, t.lists.missing_explained)
    with st.expander(t.lists.missing_lines):
        st.html(listed([missing_row(missing, t) for missing in plan.missing[:STEP]]))


def _more(reading: Reading) -> str:
    return f"list-shown-{reading.file_id}"


def _begin_again() -> None:
    for key in [key for key in st.session_state if str(key).startswith("list-shown-")]:
        del st.session_state[key]


def _show_more(reading: Reading) -> None:
    st.session_state[_more(reading)] = int(st.session_state.get(_more(reading), STEP)) + 2 * STEP
