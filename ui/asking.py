"""Around the answer: the start with questions to tap, and what was asked before."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.answering import show_empty_library
from ui.conversation import Conversation, Exchange
from ui.desk import Desk
from ui.escaping import as_html, as_label
from ui.feedback import keep_unsaid
from ui.narrowing import keep
from ui.narrowing_row import show_narrowing
from ui.texts import Texts

SHORT = 70


def show_start(talk: Conversation, desk: Callable[[], Desk], t: Texts) -> None:
    """Greeting, and questions that teachers often ask; or what to do while there are no manuals yet."""
    st.html(
        f'<h1 class="greeting">{as_html(t.greeting)}</h1><p class="explanation">{as_html(t.explanation)}</p>'
    )
    with st.spinner(t.preparing):
        found = desk()
        empty = found.library().documents == 0
    if empty:
        show_empty_library(t)
    else:
        show_narrowing(talk, found, t)
        _show_starters(talk, t)


def _show_starters(talk: Conversation, t: Texts) -> None:
    st.html(f'<h2 class="quiet">{as_html(t.starters_label)}</h2>')
    with st.container(key="starters"):
        for number, (icon, question) in enumerate(t.starters):
            st.button(
                question,
                key=f"starter-{number}",
                icon=icon,
                width="stretch",
                on_click=talk.ask,
                args=(question,),
            )


def show_earlier(talk: Conversation, desk: Desk, t: Texts) -> None:
    """The other questions of this conversation to go back to, and the way to a new one."""
    others = [exchange for exchange in reversed(talk.exchanges) if exchange is not talk.shown]
    keep_unsaid(others, desk)
    with st.container(key="earlier"):
        if others:
            st.html(f'<h2 class="quiet">{as_html(t.asked_before)}</h2>')
        for exchange in others:
            label = as_label(_short(exchange.question))
            st.button(
                label,
                key=f"back-{exchange.id}",
                icon=":material/history:",
                type="tertiary",
                on_click=_show,
                args=(talk, exchange),
            )
        st.button(
            t.new_conversation,
            key="new",
            icon=":material/add:",
            type="tertiary",
            on_click=_start_again,
            args=(talk, desk),
        )


def _start_again(talk: Conversation, desk: Desk) -> None:
    keep_unsaid(talk.exchanges, desk)
    talk.start_again()


def _show(talk: Conversation, exchange: Exchange) -> None:
    talk.shown = exchange
    keep(exchange.narrowing)


def _short(question: str) -> str:
    return question if len(question) <= SHORT else question[: SHORT - 1].rstrip() + "…"
