"""The upper part of the administration's views: a heading, a word about it, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.escaping import as_html


def show_heading(heading: str, *paragraphs: str) -> None:
    said = "".join(f'<p class="explanation">{as_html(text)}</p>' for text in paragraphs)
    st.html(f"<h1>{as_html(heading)}</h1>{said}")


def show_section(heading: str, *paragraphs: str) -> None:
    """A part of a view."""
    said = "".join(f"<p>{as_html(text)}</p>" for text in paragraphs)
    st.html(f'<h2 class="section">{as_html(heading)}</h2><div class="words">{said}</div>')


def show_words(text: str) -> None:
    """A paragraph that may hold foreign words."""
    st.html(f'<div class="words"><p>{as_html(text)}</p></div>')


def show_way_back(label: str, go_back: Callable[[], None]) -> None:
    st.button(label, on_click=go_back, type="tertiary", icon=":material/arrow_back:", key="way-back")
