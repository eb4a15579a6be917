"""The audit log: who did what to whom, and when."""

from __future__ import annotations

import streamlit as st

from core.audit import Action, latest
from core.people.roles import Right
from ui.language import texts
from ui.portal import entrance
from ui.staff.headings import show_heading, show_words
from ui.staff.log_lines import line_in_words, names_in
from ui.staff.log_steps import show_older, shown_lines
from ui.staff.tables import show_table
from ui.visitor import admitted

admitted(Right.READ_AUDIT_LOG)
t = texts()
show_heading(t.staff.log, t.staff.log_explained)
action = st.selectbox(
    t.staff.action,
    list(Action),
    index=None,
    format_func=lambda action: t.staff.actions[action],
    placeholder=t.staff.all_actions,
    key="log-action",
)
with entrance().database.read() as db:
    entries = latest(db, shown_lines(action) + 1, action)
    names = names_in(db, entries)
if entries:
    shown = entries[: shown_lines(action)]
    show_table(t.staff.log_columns, (line_in_words(entry, names, t) for entry in shown))
    show_older(action, len(entries) > len(shown), t)
else:
    show_words(t.staff.log_empty)
