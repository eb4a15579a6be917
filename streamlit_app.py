"""The web server's entry: `streamlit run streamlit_app.py`."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.html_language import HtmlLanguage
from ui.routes import ROUTES
from ui.start import prepared, show_unexpected

app = st.App(
    Path(__file__).resolve().parent / "ui" / "main.py",
    routes=ROUTES,
    middleware=[Middleware(HtmlLanguage)],
    lifespan=prepared,
    on_script_error=show_unexpected,
)
