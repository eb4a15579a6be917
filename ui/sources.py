"""Where an answer comes from: the page's picture, the recording at its moment, the place as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from core.people.person import may
from core.people.roles import Right
from core.settings import load_settings
from knowledge.kinds import DocumentKind
from retriever.answer import Citation
from ui.addresses import file_address, picture_address, subtitles_address
from ui.desk import Desk
from ui.escaping import as_html, as_label
from ui.language import language
from ui.library.ways import MANUAL, manual_way
from ui.navigation import BY_ADDRESS
from ui.places import clock, description, invitation, is_recording, place
from ui.rendering import blocks_html
from ui.texts import TEXTS, Texts

SMALL, LARGE = 360, 1400
PLAYER = '<{kind} controls preload="metadata" src="{address}" aria-label="{words}">{track}</{kind}>'
TRACK = '<track kind="subtitles" src="{address}" label="{label}"{more}>'
PLAYED_AT_ONCE = 2  # a recording among this many first places is shown with its player


def show_sources(citations: Sequence[Citation], owner: str, desk: Desk, t: Texts) -> None:
    """The first place as a large card, a recording next to it with its player, and the others to unfold."""
    if not citations:
        return
    shown = [c for n, c in enumerate(citations) if n == 0 or (n < PLAYED_AT_ONCE and is_recording(c))]
    for citation in shown:
        _card(citation, f"{owner}-{citation.number}", desk, t)
    rest = [citation for citation in citations if citation not in shown]
    if rest:
        label = t.one_more_place if len(rest) == 1 else t.more_places.format(count=len(rest))
        with st.expander(label, type="compact"):
            show_compact(rest, owner, desk, t)


def show_compact(citations: Sequence[Citation], owner: str, desk: Desk, t: Texts) -> None:
    """Places as short lines, each with the button that opens it."""
    for citation in citations:
        key = f"{owner}-{citation.number}"
        with st.container(key=f"line-{key}", horizontal=True, vertical_alignment="center"):
            _caption(citation, t)
            _open_button(citation, key, desk, t)


def _card(citation: Citation, key: str, desk: Desk, t: Texts) -> None:
    with st.container(border=True, key=f"card-{key}"):
        if is_recording(citation) and desk.original(citation.document_id):
            _caption(citation, t)
            _player(citation, desk, t)
            _manual_link(citation, desk, t)
        else:
            _still_card(citation, key, desk, t)


def _still_card(citation: Citation, key: str, desk: Desk, t: Texts) -> None:
    picture = _picture(citation, desk, SMALL)
    if picture is None:
        _card_text(citation, key, desk, t)
        return
    left, right = st.columns([2, 5], gap="small", vertical_alignment="center", wrap=False)
    left.image(picture, alt=_picture_text(citation, t), width="stretch")
    with right:
        _card_text(citation, key, desk, t)


def _card_text(citation: Citation, key: str, desk: Desk, t: Texts) -> None:
    _caption(citation, t)
    with st.container(horizontal=True, vertical_alignment="center", key=f"actions-{key}"):
        _open_button(citation, key, desk, t)
        _manual_link(citation, desk, t)
        _file_button(citation, desk, t)


def _manual_link(citation: Citation, desk: Desk, t: Texts) -> None:
    """The document's own page, at this place; within the session, so that the conversation stays."""
    if citation.document_code and may(desk.person, Right.READ_LIBRARY, load_settings().opened):
        address = manual_way(
            citation.document_code, citation.section_code, page=citation.page, seconds=citation.seconds
        )
        page, place_in_it = BY_ADDRESS[MANUAL.strip("/")].path, parse_qs(urlsplit(address).query)
        st.page_link(page, label=t.narrowing.whole_manual, query_params=place_in_it)


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


def _open_button(citation: Citation, key: str, desk: Desk, t: Texts) -> None:
    kept = desk.original(citation.document_id) is not None
    icon = ":material/play_circle:" if kept and is_recording(citation) else ":material/pageview:"
    if st.button(invitation(citation, kept, t), key=f"open-{key}", icon=icon, wrap=True):
        show_place(citation, desk, t)


def _file_button(citation: Citation, desk: Desk, t: Texts) -> None:
    if desk.original(citation.document_id) is None:
        return
    paged = citation.kind is DocumentKind.PDF and citation.page
    label = t.open_pdf.format(number=citation.page) if paged else t.download
    icon = ":material/open_in_new:" if paged else ":material/download:"
    address = file_address(citation.document_id, desk.person, citation.page)
    st.link_button(label, address, icon=icon, type="tertiary", wrap=True)


def show_place(citation: Citation, desk: Desk, t: Texts) -> None:
    """Opens the place over the page: the marked page, the recording at its moment, or the text."""
    where = ", ".join(part for part in (as_label(citation.title), as_label(place(citation, t))) if part)
    width: Literal["medium", "large"] = "large" if citation.page else "medium"
    st.dialog(where or t.place_title, width=width)(_place)(citation, desk, t)


def _place(citation: Citation, desk: Desk, t: Texts) -> None:
    picture = _picture(citation, desk, LARGE)
    if is_recording(citation) and desk.original(citation.document_id):
        _player(citation, desk, t)
    elif picture is not None:
        st.image(picture, alt=_picture_text(citation, t), width="stretch")
    if picture is None:
        show_blocks(citation, t)
    _file_button(citation, desk, t)


def show_blocks(citation: Citation, t: Texts) -> None:
    """The place as readable text with what matters marked."""
    above = " › ".join(as_html(heading) for heading in citation.heading_path)
    path = f'<p class="path">{above}</p>' if len(citation.heading_path) > 1 else ""
    text = blocks_html(citation.blocks, citation.marked, t.table)
    st.html(f'<div class="words">{path}{text}</div>')


def _player(citation: Citation, desk: Desk, t: Texts) -> None:
    # Not Streamlit's own player: it would put the subtitles where everyone can fetch them.
    start = citation.seconds or 0
    address = f"{file_address(citation.document_id, desk.person)}#t={start:g}"
    words = as_html(f"{citation.title}, {clock(start)}")
    kind = "audio" if citation.kind is DocumentKind.AUDIO else "video"
    track = tracks(citation.document_id, desk, t) if kind == "video" else ""
    st.html(PLAYER.format(kind=kind, address=as_html(address), words=words, track=track))


def tracks(document_id: int, desk: Desk, t: Texts) -> str:
    """The subtitles of a recording as its player offers them: shown is the interface's language where
    there is one, else the recording's own."""
    if not desk.has_subtitles(document_id):
        return ""
    others = desk.subtitle_languages(document_id)
    shown = language() if language() in others else None
    return "".join(_track(document_id, each, each == shown, desk, t) for each in (None, *others))


def _track(document_id: int, spoken: str | None, shown: bool, desk: Desk, t: Texts) -> str:
    address = as_html(subtitles_address(document_id, desk.person, spoken))
    label = TEXTS[spoken].language_name if spoken in TEXTS else t.subtitles
    more = (f' srclang="{as_html(spoken)}"' if spoken else "") + (" default" if shown else "")
    return TRACK.format(address=address, label=as_html(label), more=more)


def _picture(citation: Citation, desk: Desk, width: int) -> str | None:
    """The picture's address; None where there is nothing to show."""
    if citation.kind is not DocumentKind.PDF or citation.page is None:
        return None
    if desk.original(citation.document_id) is None:
        return None
    return picture_address(citation.document_id, desk.person, citation.page, width, citation.marked)


def _picture_text(citation: Citation, t: Texts) -> str:
    return t.page_picture.format(title=citation.title, number=citation.page)
