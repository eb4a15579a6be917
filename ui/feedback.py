"""What a person says of an answer: one tap, and after a thumb down a reason if they like."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from retriever.answer import Answer
from ui.conversation import Exchange
from ui.desk import Desk
from ui.escaping import as_html
from ui.texts import Texts


def show_feedback(exchange: Exchange, desk: Desk, t: Texts) -> None:
    """The quiet row below an answer. Every judgement reaches the portal once, without the person."""
    with st.container(key=f"feedback-{exchange.id}"):
        if exchange.told:
            st.html(f'<p class="thanks" role="status">{as_html(t.thanks)}</p>')
            return
        with st.container(horizontal=True, vertical_alignment="center", key=f"thumbs-row-{exchange.id}"):
            st.html(f'<p class="quiet">{as_html(t.helpful)}</p>', width="content")
            _thumbs(exchange, desk)
        if exchange.helpful is False:
            _reason_form(exchange, desk, t)


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
    reply = exchange.reply
    return reply.citations[0].document if isinstance(reply, Answer) and reply.citations else None
