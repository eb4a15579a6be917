"""Adding and replacing documents: choose a file, look at what was read, say for whom, publish."""

from __future__ import annotations

import streamlit as st

from core.people.roles import Right
from ui.language import texts
from ui.staff.upload_acting import PREVIEW, REPLACE
from ui.staff.upload_views import show_one_upload, show_start
from ui.visitor import admitted

person = admitted(Right.MANAGE_LIBRARY)
t = texts()
match st.query_params.get(PREVIEW), st.query_params.get(REPLACE):
    case str(token), replaced:
        show_one_upload(token, replaced, person, t)
    case _, replaced:
        show_start(replaced, person, t)
