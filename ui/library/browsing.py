"""Looking around in the library: search while typing, facets, the list."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from retriever.facets import counted, narrowed
from retriever.snapshot import IndexedDocument
from ui.desk import Desk
from ui.escaping import as_html, as_label
from ui.library.address import value
from ui.library.filters import SEARCH, chosen, clear_all, show_filters
from ui.library.links import ask_link
from ui.library.place import DOCUMENT
from ui.library.rows import show_rows
from ui.library.scripts import skip_passage
from ui.prose import show_title
from ui.texts import Texts

AT_ONCE = 24
SHOWN = "library-shown"
LONGEST = 200


def show_library(desk: Desk, language: str, t: Texts) -> None:
    if value(DOCUMENT):
        skip_passage()
    show_title(t.library.title, t.library.lead)
    words = _search_field(t)
    listed = desk.browse(words, language)
    choice = chosen()
    show_filters(counted(listed, choice), choice, t)
    _show_list(narrowed(listed, choice), words, t)


def _search_field(t: Texts) -> str:
    """What is typed arrives after a moment's pause, without Enter; it stands in the address."""
    return st.text_input(
        t.library.search,
        key=SEARCH,
        bind="query-params",
        live="250ms",
        type="search",
        icon=":material/search:",
        placeholder=t.library.search_example,
        label_visibility="collapsed",
        max_chars=LONGEST,
    ).strip()


def _show_list(documents: Sequence[IndexedDocument], words: str, t: Texts) -> None:
    if not documents:
        _show_nothing(words, t)
        return
    pattern = t.library.one_document if len(documents) == 1 else t.library.count_documents
    st.html(f'<p class="quiet" role="status">{as_html(pattern.format(count=len(documents)))}</p>')
    shown = max(AT_ONCE, int(st.session_state.get(SHOWN, AT_ONCE)))
    show_rows(documents[:shown], t)
    if left := len(documents) - shown:
        _show_more(left, shown, t)


def _show_more(left: int, shown: int, t: Texts) -> None:
    if left > 0:
        label = t.library.more.format(count=min(left, AT_ONCE))
        st.button(label, on_click=_more, args=(shown,), key="more-documents")


def _more(shown: int) -> None:
    st.session_state[SHOWN] = shown + AT_ONCE


def _show_nothing(words: str, t: Texts) -> None:
    if not words and not any(chosen().values()):
        st.html(f'<p class="quiet" role="status">{as_html(t.library.empty)}</p>')
        return
    st.html(
        f'<div class="notice" role="status"><h2 class="section">{as_html(t.library.nothing)}</h2>'
        f"<p>{as_html(t.library.nothing_explained)}</p></div>"
    )
    with st.container(horizontal=True, key="ways-on", vertical_alignment="center"):
        st.button(t.library.clear_all, on_click=clear_all, key="clear-all")
        if words:
            ask_link(as_label(t.library.ask_these_words.format(words=words)), frage=words)
