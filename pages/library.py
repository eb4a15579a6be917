"""The library to look around in."""

from __future__ import annotations

import streamlit as st

from core.people.roles import Right
from ui.desk import Desk
from ui.language import language, texts
from ui.library.browsing import show_library
from ui.portal import portal
from ui.visitor import welcome

person = welcome(Right.READ_LIBRARY)
t = texts()
with st.spinner(t.preparing):
    desk = Desk(portal(), person)
show_library(desk, language(), t)
