"""A reply on the screen: the answer with its sources, or a friendly way on."""

from __future__ import annotations

import streamlit as st

from retriever.answer import Answer, EmptyLibrary, NothingFound
from ui.conversation import Conversation, Exchange, Trouble, reply_to
from ui.desk import Desk
from ui.escaping import as_html
from ui.feedback import show_feedback
from ui.look import to_the_top
from ui.narrowing_notice import show_notice
from ui.places import place
from ui.rendering import blocks_html
from ui.sources import number_chip, show_compact, show_sources
from ui.texts import TEXTS, Texts

PREPARE = "python manage.py prepare"
LONG = 90


def show_question(exchange: Exchange) -> None:
    """The question as the page's title."""
    size = ' class="long"' if len(exchange.question) > LONG else ""
    st.html(f'<h1 id="frage"{size}>{as_html(exchange.question)}</h1>')
    to_the_top(exchange.id)


def show_exchange(exchange: Exchange, talk: Conversation, desk: Desk, t: Texts) -> None:
    """Looks for the reply where there is none yet, and shows it."""
    # Not one place for both: what is left of the first would stay below a shorter second.
    working = st.empty()
    if not desk.still_readable(exchange.reply):
        exchange.reply = None
    if exchange.reply is None:
        with working.container(key="working"):
            _show_working(t)
            reply_to(exchange, desk.ask, talk.history(exchange))
        working.empty()
    with st.container(key=f"reply-{exchange.id}"):
        _show_reply(exchange, talk, desk, t)


def _show_working(t: Texts) -> None:
    st.html(f'<p class="working" role="status">{as_html(t.searching)}</p>')
    st.skeleton(height=180)


def _show_reply(exchange: Exchange, talk: Conversation, desk: Desk, t: Texts) -> None:
    match exchange.reply:
        case Answer() as answer:
            _show_answer(answer, exchange, desk)
        case NothingFound() as nothing:
            _show_nothing(nothing, exchange, talk, desk)
        case EmptyLibrary():
            show_empty_library(t)
        case Trouble(number):
            _show_trouble(number, exchange, t)


def _show_answer(answer: Answer, exchange: Exchange, desk: Desk) -> None:
    t = TEXTS.get(answer.language, TEXTS["de"])
    owner = f"{exchange.id}"
    show_notice(answer, exchange, desk, t)
    _show_meant(answer.meant, t)
    with st.container(key=f"answer-{owner}"):
        text = blocks_html(answer.blocks, answer.marked, t.table)
        st.html(f'<div class="words answer">{_origin(answer, t)}{text}</div>')
    show_sources(answer.citations, owner, desk, t)
    show_feedback(exchange, desk, t)


def _show_meant(meant: str, t: Texts) -> None:
    """How a follow-up question was understood: so that a wrong guess is seen at once."""
    if meant:
        st.html(f'<p class="quiet meant">{as_html(t.understood.format(question=meant))}</p>')


def _origin(answer: Answer, t: Texts) -> str:
    if not answer.citations:
        return ""
    first = answer.citations[0]
    title, where = f"<em>{as_html(first.title)}</em>", as_html(place(first, t))
    said = as_html(t.says if where else t.says_only).format(title=title, place=where)
    return f'<p class="origin" lang="{answer.language}">{said} {number_chip(first)}</p>'


def _show_nothing(nothing: NothingFound, exchange: Exchange, talk: Conversation, desk: Desk) -> None:
    t = TEXTS.get(nothing.language, TEXTS["de"])
    _show_meant(nothing.meant, t)
    with st.container(key=f"answer-{exchange.id}"):
        st.html(
            f'<div class="words" lang="{nothing.language}"><p class="lead">{as_html(t.nothing)}</p>'
            f"<p>{as_html(t.nothing_explained)}</p></div>"
        )
    if nothing.nearest:
        _heading(t.nearest)
        with st.container(border=True, key=f"nearest-{exchange.id}"):
            show_compact(nothing.nearest, f"{exchange.id}", desk, t)
    _heading(t.ways_on)
    _show_ways_on(exchange, talk, t)
    show_feedback(exchange, desk, t)


def _show_ways_on(exchange: Exchange, talk: Conversation, t: Texts) -> None:
    st.markdown(t.ask_differently)
    _question_button(t.ask_differently_example, f"other-{exchange.id}", talk)
    st.markdown(t.report_fault)
    _question_button(t.report_fault_question, f"fault-{exchange.id}", talk)
    st.markdown(t.ask_people)


def _question_button(question: str, key: str, talk: Conversation) -> None:
    st.button(question, key=key, icon=":material/arrow_forward:", on_click=talk.ask, args=(question,))


def show_empty_library(t: Texts) -> None:
    """Nothing to search in: what that means for a teacher, and the one command for the administration."""
    with st.container(border=True, key="empty-library"):
        _heading(t.empty)
        st.markdown(t.empty_for_teachers)
        st.markdown(t.empty_for_administration)
        st.code(PREPARE, language="bash")


def _show_trouble(number: str, exchange: Exchange, t: Texts) -> None:
    with st.container(border=True, key=f"trouble-{exchange.id}"):
        _heading(t.trouble)
        st.markdown(t.trouble_number.format(number=number))
        st.button(t.try_again, key=f"again-{exchange.id}", type="primary", on_click=_forget, args=(exchange,))


def _forget(exchange: Exchange) -> None:
    exchange.reply = None


def _heading(text: str) -> None:
    st.html(f'<h2 class="section">{as_html(text)}</h2>')
