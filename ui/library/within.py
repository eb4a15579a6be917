"""Looking for words within a document while typing, with the places listed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from knowledge.kinds import RECORDINGS, DocumentKind
from retriever.within import Hit, hits
from ui.escaping import as_html, as_label
from ui.library.address import value
from ui.library.links import ask_link
from ui.library.pages import turn_to
from ui.library.place import Shown
from ui.library.sections import section_id
from ui.places import clock
from ui.rendering import CELLS
from ui.texts import Texts

SEARCH = "suche"
MOST = 20
LONGEST = 300


def show_search_within(place: Shown, t: Texts) -> str:
    """What is looked for; below the field the places that have it. The field begins with what the address
    looks for."""
    words = st.text_input(
        t.library.search_within,
        value=value(SEARCH),
        key=f"within-{place.manual.document.code}",
        live="250ms",
        type="search",
        icon=":material/search:",
        placeholder=t.library.search_within,
        label_visibility="collapsed",
        max_chars=LONGEST,
    ).strip()
    if words:
        _show_hits(hits(place.manual, words), words, place, t)
    return words


def _show_hits(found: Sequence[Hit], words: str, place: Shown, t: Texts) -> None:
    with st.container(key="hits"):
        st.html(f'<p class="quiet" role="status">{as_html(_count(len(found), t))}</p>')
        if not found:
            ask_link(t.library.ask_instead, frage=words)
        elif place.manual.document.kind is DocumentKind.PDF:
            for number, hit in enumerate(found[:MOST]):
                _show_page_hit(hit, number, t)
        else:
            st.html(f'<ul class="hits">{"".join(_line(hit, place, t) for hit in found[:MOST])}</ul>')


def _count(count: int, t: Texts) -> str:
    if count > MOST:
        return t.library.first_hits.format(shown=MOST, count=count)
    counted = {0: t.library.no_hit, 1: t.library.one_hit}
    return counted.get(count, t.library.count_hits).format(count=count)


def _show_page_hit(hit: Hit, number: int, t: Texts) -> None:
    page = hit.page or 1
    label = f"**{as_label(t.page.format(number=page))}:** {as_label(_words(hit))}"
    st.button(label, key=f"hit-{number}", type="tertiary", on_click=turn_to, args=(page,), wrap=True)


def _line(hit: Hit, place: Shown, t: Texts) -> str:
    text = as_html(_words(hit))
    if place.manual.document.kind in RECORDINGS and hit.seconds is not None:
        time = f'<span class="time">{clock(hit.seconds)}</span>'
        return f'<li><button type="button" data-second="{hit.seconds:g}">{time} {text}</button></li>'
    heading = as_html(_above(hit, t))
    return f'<li><a href="#{section_id(hit.chapter)}">{heading}</a><br>{text if hit.block else ""}</li>'


def _words(hit: Hit) -> str:
    return hit.text.replace(CELLS, " – ")


def _above(hit: Hit, t: Texts) -> str:
    path = hit.chapter.heading_path
    paged = t.library.slide.format(number=hit.page) if hit.page else t.library.contents
    return " › ".join(path) if path else paged
