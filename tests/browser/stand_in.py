"""The portal's server with replies from a stand-in, for screens that the starter library does not lead to."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import bootstrap
from tests.doubles_portal import StandInPortal
from ui.html_language import HtmlLanguage
from ui.routes import ROUTES
from ui.start import prepared, show_unexpected

stand_in = StandInPortal()
bootstrap.build_portal = lambda settings, watch=False: stand_in  # type: ignore[assignment,return-value]

app = st.App(
    Path(__file__).resolve().parents[2] / "ui" / "main.py",
    routes=ROUTES,
    middleware=[Middleware(HtmlLanguage)],
    lifespan=prepared,
    on_script_error=show_unexpected,
)
