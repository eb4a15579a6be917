"""Where an answer comes from: the page's picture, the recording at its moment, the place as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from bootstrap import Portal
from knowledge.kinds import DocumentKind
from retriever.answer import Citation
from ui.addresses import file_address
from ui.escaping import as_html, as_label
from ui.places import clock, description, invitation, is_recording, place
from ui.rendering import blocks_html
from ui.texts import Texts

SMALL, LARGE = 360, 1400
PLAYED_AT_ONCE = 2  # a recording among this many first places is shown with its player


def show_sources(citations: Sequence[Citation], owner: str, portal: Portal, t: Texts) -> None:
    """The first place as a large card, a recording next to it with its player, and the others to unfold."""
    if not citations:
        return
    shown = [c for n, c in enumerate(citations) if n == 0 or (n < PLAYED_AT_ONCE and is_recording(c))]
    for citation in shown:
        _card(citation, f"{owner}-{citation.number}", portal, t)
    rest = [citation for citation in citations if citation not in shown]
    if rest:
        label = t.one_more_place if len(rest) == 1 else t.more_places.format(count=len(rest))
        with st.expander(label, type="compact"):
            show_compact(rest, owner, portal, t)


def show_compact(citations: Sequence[Citation], owner: str, portal: Portal, t: Texts) -> None:
    """Places as short lines, each with the button that opens it."""
    for citation in citations:
        key = f"{owner}-{citation.number}"
        with st.container(key=f"line-{key}", horizontal=True, vertical_alignment="center"):
            _caption(citation, t)
            _open_button(citation, key, portal, t)


def _card(citation: Citation, key: str, portal: Portal, t: Texts) -> None:
    with st.container(border=True, key=f"card-{key}"):
        if is_recording(citation) and portal.original(citation.document_id):
            _caption(citation, t)
            _player(citation, portal)
        else:
            _still_card(citation, key, portal, t)


def _still_card(citation: Citation, key: str, portal: Portal, t: Texts) -> None:
    picture = _picture(citation, portal, SMALL)
    if picture is None:
        _card_text(citation, key, portal, t)
        return
    left, right = st.columns([2, 5], gap="small", vertical_alignment="center", wrap=False)
    left.image(picture, alt=_picture_text(citation, t), width="stretch")
    with right:
        _card_text(citation, key, portal, t)


def _card_text(citation: Citation, key: str, portal: Portal, t: Texts) -> None:
    _caption(citation, t)
    with st.container(horizontal=True, key=f"actions-{key}"):
        _open_button(citation, key, portal, t)
        _file_button(citation, portal, t)


def _caption(citation: Citation, t: Texts) -> None:
    above = f'<p class="path">{as_html(citation.heading_path[-1])}</p>' if _named_by_page(citation) else ""
    st.html(
        f'<div class="source"><p class="name">{number_chip(citation)}{as_html(citation.title)}</p>{above}'
        f'<p class="about">{as_html(description(citation, t))}</p></div>'
    )


def number_chip(citation: Citation) -> str:
    """The citation's number, as it stands in the answer and on its card."""
    return f'<span class="number">{citation.number}</span> '


def _named_by_page(citation: Citation) -> bool:
    """Two places on one page differ only in their headings."""
    path, paged = citation.heading_path, (citation.page or citation.seconds) is not None
    return bool(path) and path[-1] != citation.title and paged


def _open_button(citation: Citation, key: str, portal: Portal, t: Texts) -> None:
    kept = portal.original(citation.document_id) is not None
    icon = ":material/play_circle:" if kept and is_recording(citation) else ":material/pageview:"
    if st.button(invitation(citation, kept, t), key=f"open-{key}", icon=icon, wrap=True):
        show_place(citation, portal, t)


def _file_button(citation: Citation, portal: Portal, t: Texts) -> None:
    if portal.original(citation.document_id) is None:
        return
    paged = citation.kind is DocumentKind.PDF and citation.page
    label = t.open_pdf.format(number=citation.page) if paged else t.download
    icon = ":material/open_in_new:" if paged else ":material/download:"
    st.link_button(label, file_address(citation), icon=icon, type="tertiary", wrap=True)


def show_place(citation: Citation, portal: Portal, t: Texts) -> None:
    """Opens the place over the page: the marked page, the recording at its moment, or the text."""
    where = ", ".join(part for part in (as_label(citation.title), as_label(place(citation, t))) if part)
    width: Literal["medium", "large"] = "large" if citation.page else "medium"
    st.dialog(where or t.place_title, width=width)(_place)(citation, portal, t)


def _place(citation: Citation, portal: Portal, t: Texts) -> None:
    picture = _picture(citation, portal, LARGE)
    if is_recording(citation) and portal.original(citation.document_id):
        _player(citation, portal)
    elif picture is not None:
        st.image(picture, alt=_picture_text(citation, t), width="stretch")
    if picture is None:
        show_blocks(citation, t)
    _file_button(citation, portal, t)


def show_blocks(citation: Citation, t: Texts) -> None:
    """The place as readable text with what matters marked."""
    above = " › ".join(as_html(heading) for heading in citation.heading_path)
    path = f'<p class="path">{above}</p>' if len(citation.heading_path) > 1 else ""
    text = blocks_html(citation.blocks, citation.marked, t.table)
    st.html(f'<div class="words">{path}{text}</div>')


def _player(citation: Citation, portal: Portal) -> None:
    address, start = file_address(citation), int(citation.seconds or 0)
    words = f"{citation.title}, {clock(start)}"
    if citation.kind is DocumentKind.AUDIO:
        st.audio(address, start_time=start, alt=words)
    else:
        st.video(address, start_time=start, subtitles=portal.subtitles(citation.document_id), alt=words)


def _picture(citation: Citation, portal: Portal, width: int) -> bytes | None:
    if citation.kind is not DocumentKind.PDF or citation.page is None:
        return None
    return portal.page_picture(citation.document_id, citation.page, citation.marked, width)


def _picture_text(citation: Citation, t: Texts) -> str:
    return t.page_picture.format(title=citation.title, number=citation.page)
