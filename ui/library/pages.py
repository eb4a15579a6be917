"""A PDF page by page: its picture with what was looked for marked, and its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from knowledge.reading.section import Block
from retriever.catalogue import Chapter
from retriever.within import Hit, hits
from ui.addresses import picture_address
from ui.desk import Desk
from ui.escaping import as_html, as_label
from ui.library.address import write
from ui.library.marking import marked
from ui.library.place import Shown
from ui.rendering import blocks_html
from ui.texts import Texts

PAGE = "seite"
CHOSEN = "chosen-page"
WIDTH = 1400
ENTRIES = 60


def show_pages(place: Shown, words: str, desk: Desk, t: Texts) -> None:
    """The page that is wanted, and the ways to all others."""
    _show_contents(place, t)
    if place.last_page > 1:
        _show_turner(place, t)
    found = [hit for hit in hits(place.manual, words) if hit.page == place.page]
    document, looked_for = place.manual.document, [hit.text for hit in found]
    picture = picture_address(document.id, desk.person, place.page, WIDTH, looked_for)
    alt = t.library.page_picture.format(title=document.title, number=place.page)
    with st.container(key="page-picture"):
        st.image(picture, alt=as_label(alt), width="stretch")
    _show_text(place, words, found, t)


def turn_to(page: int) -> None:
    """The page stands in the address; a section that was wanted before no longer does."""
    write(PAGE, [str(page)])
    write("abschnitt", ())


def _show_contents(place: Shown, t: Texts) -> None:
    entries = [chapter for chapter in place.manual.chapters if chapter.heading_path and chapter.page]
    if len(entries) < 2:
        return
    with st.expander(t.library.contents, type="compact"), st.container(key="page-contents", gap=None):
        for chapter in entries[:ENTRIES]:
            _show_entry(chapter, place, t)


def _show_entry(chapter: Chapter, place: Shown, t: Texts) -> None:
    page = chapter.page or 1
    heading = as_label(chapter.heading_path[-1])
    named = f"**{heading}**" if chapter is place.chapter else heading
    label = f"{named}, {as_label(t.page.format(number=page))}"
    st.button(label, key=f"go-{chapter.code}", type="tertiary", on_click=turn_to, args=(page,), wrap=True)


def _show_turner(place: Shown, t: Texts) -> None:
    with st.container(horizontal=True, key="page-turner", vertical_alignment="center"):
        _turn(t.library.previous_page, place.page - 1, place, "left")
        st.session_state[CHOSEN] = place.page
        st.selectbox(
            t.library.choose_page,
            range(1, place.last_page + 1),
            format_func=lambda page: t.library.page_of.format(number=page, count=place.last_page),
            key=CHOSEN,
            on_change=_turn_to_chosen,
            label_visibility="collapsed",
        )
        _turn(t.library.next_page, place.page + 1, place, "right")


def _turn(label: str, page: int, place: Shown, side: Literal["left", "right"]) -> None:
    missing = not 1 <= page <= place.last_page
    st.button(
        label,
        key=f"turn-{side}",
        icon=f":material/chevron_{side}:",
        icon_position=side,
        on_click=turn_to,
        args=(page,),
        disabled=missing,
    )


def _turn_to_chosen() -> None:
    turn_to(int(st.session_state[CHOSEN]))


def _show_text(place: Shown, words: str, found: Iterable[Hit], t: Texts) -> None:
    """What stands on the page, for those who cannot see its picture."""
    blocks = list(_on_page(place))
    text = blocks_html(blocks, marked(words, blocks, list(found)), t.table) or f"<p>{t.library.no_text}</p>"
    st.html(
        f'<details class="page-text"><summary>{as_html(t.library.text_of_page)}</summary>'
        f'<div class="words">{text}</div></details>'
    )


def _on_page(place: Shown) -> Iterable[Block]:
    every = (block for chapter in place.manual.chapters for block in chapter.blocks)
    return (block for block in every if block.page == place.page)
