"""What a person says of an answer: one tap, and after a thumb down a reason if they like."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

import streamlit as st

from retriever.answer import Answer, Citation
from ui.conversation import Exchange
from ui.desk import Desk
from ui.escaping import as_html
from ui.language import language
from ui.library.ways import class_way
from ui.narrowing import asked_way
from ui.sign_in.ways import START
from ui.texts import Texts


def show_feedback(exchange: Exchange, desk: Desk, t: Texts) -> None:
    """The quiet row below an answer. Every judgement reaches the portal once, without the person."""
    with st.container(key=f"feedback-{exchange.id}"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"thumbs-row-{exchange.id}"):
            if exchange.told:
                st.html(f'<p class="thanks" role="status">{as_html(t.thanks)}</p>', width="content")
            else:
                st.html(f'<p class="quiet">{as_html(t.helpful)}</p>', width="content")
                _thumbs(exchange, desk)
            _show_class_link(exchange, t)
        if exchange.helpful is False and not exchange.told:
            _reason_form(exchange, desk, t)


def _show_class_link(exchange: Exchange, t: Texts) -> None:
    """The deciding block of the answer, for in front of the class; from there the way leads back here."""
    first = _first_place(exchange)
    if first and first.section_code:
        here = asked_way(exchange.question, exchange.narrowing, language())
        beside = urlencode({"zurueck": here or START, "lang": language()})
        address = as_html(f"{class_way(first.section_code, first.block)}&{beside}")
        label = as_html(t.narrowing.for_class)
        st.html(f'<a class="for-class" href="{address}" target="_self">{label}</a>', width="content")


def keep_unsaid(exchanges: Iterable[Exchange], desk: Desk) -> None:
    """A thumb down whose reason was never sent counts too, once the person has gone on."""
    for exchange in exchanges:
        if exchange.helpful is False:
            _tell(exchange, None, desk)


def _thumbs(exchange: Exchange, desk: Desk) -> None:
    key = f"thumbs-{exchange.id}"
    given = None if exchange.helpful is None else int(exchange.helpful)
    st.feedback("thumbs", key=key, default=given, on_change=_judge, args=(exchange, key, desk))


def _judge(exchange: Exchange, key: str, desk: Desk) -> None:
    thumb = st.session_state.get(key)
    exchange.helpful = None if thumb is None else bool(thumb)
    if exchange.helpful:
        _tell(exchange, None, desk)


def _reason_form(exchange: Exchange, desk: Desk, t: Texts) -> None:
    with st.form(f"reason-{exchange.id}"):
        reason = st.radio(t.what_was_wrong, t.reasons, index=None)
        words = st.text_area(t.in_your_words, max_chars=500, height=90)
        if st.form_submit_button(t.send):
            _tell(exchange, "\n".join(part for part in (reason, words.strip()) if part) or None, desk)
            st.rerun()


def _tell(exchange: Exchange, reason: str | None, desk: Desk) -> None:
    if not exchange.told:
        exchange.told = True
        desk.keep_feedback(exchange.question, _document(exchange), bool(exchange.helpful), reason)


def _document(exchange: Exchange) -> str | None:
    first = _first_place(exchange)
    return first.document if first else None


def _first_place(exchange: Exchange) -> Citation | None:
    reply = exchange.reply
    return reply.citations[0] if isinstance(reply, Answer) and reply.citations else None
