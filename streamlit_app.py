"""The web server's entry: `streamlit run streamlit_app.py`."""

from __future__ import annotations

import streamlit as st

from ui.app import SCRIPT, parts

app = st.App(SCRIPT, **parts())
