"""Words between the fields of a form: they stand close to what they speak of."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from ui.escaping import as_html


def show_group_heading(heading: str) -> None:
    st.html(f'<h2 class="section">{as_html(heading)}</h2>')


def show_plain(text: str) -> None:
    st.html(f'<p class="plan-said">{as_html(text)}</p>')


def show_note(text: str) -> None:
    """Something to look at before going on."""
    st.html(f'<p class="plan-note">{as_html(text)}</p>')


def show_rules(rules: Iterable[str]) -> None:
    lines = "".join(f"<li>{as_html(rule)}</li>" for rule in rules)
    st.html(f'<ul class="plan-rules">{lines}</ul>')
