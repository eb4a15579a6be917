"""The assistant's page: ask, and see the place."""

from __future__ import annotations

import streamlit as st

from core.people.roles import Right
from ui.answering import show_exchange, show_question
from ui.asking import show_earlier, show_start
from ui.conversation import LONGEST_QUESTION, conversation
from ui.desk import Desk
from ui.language import texts
from ui.narrowing_row import show_narrowing
from ui.portal import portal
from ui.visitor import welcome

person = welcome(Right.ASK)
t = texts()
talk = conversation()
talk.follow(st.query_params.get("frage") or st.query_params.get("q") or "")

# Inside `st.bottom` the input does not make the page run to the end of a long answer.
with st.bottom:
    typed = st.chat_input(t.input_label, max_chars=LONGEST_QUESTION, key="question")
if typed:
    talk.ask(typed)

if talk.shown is None:
    show_start(talk, lambda: Desk(portal(), person), t)
else:
    show_question(talk.shown)
    with st.spinner(t.preparing):
        desk = Desk(portal(), person)
    show_narrowing(talk, desk, t)
    show_exchange(talk.shown, talk, desk, t)
    show_earlier(talk, desk, t)
