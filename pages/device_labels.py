"""Codes to stick on devices."""

from __future__ import annotations

import streamlit as st

from core.people.roles import Right
from ui.labels.labels_list import NEW, VIEW, show_labels
from ui.labels.new_labels import show_new_labels
from ui.language import texts
from ui.visitor import admitted

person = admitted(Right.LABEL_DEVICES)
t = texts()
if st.query_params.get(VIEW) == NEW:
    show_new_labels(person, t)
else:
    show_labels(person, t)
