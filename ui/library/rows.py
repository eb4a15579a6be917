"""Documents as a list: each a card that leads to its page."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from retriever.snapshot import IndexedDocument
from ui.escaping import as_html, as_label
from ui.library.labels import KIND_ICONS, about
from ui.library.links import manual_link
from ui.texts import Texts


def show_rows(documents: Iterable[IndexedDocument], t: Texts) -> None:
    with st.container(key="document-rows"):
        for document in documents:
            _show_row(document, t)


def _show_row(document: IndexedDocument, t: Texts) -> None:
    with st.container(key=f"document-{document.code}", gap=None):
        manual_link(document.code, as_label(document.title), KIND_ICONS[document.kind])
        st.html(f'<p class="about">{as_html(about(document, t))}</p>')
