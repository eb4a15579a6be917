"""The portal's server with replies from a stand-in, for screens that the starter library does not lead to."""

from __future__ import annotations

import streamlit as st

import bootstrap
from tests.doubles_portal import StandInPortal
from ui.app import SCRIPT, parts

stand_in = StandInPortal()
bootstrap.build_portal = lambda settings, watch=False: stand_in  # type: ignore[assignment,return-value]

app = st.App(SCRIPT, **parts())
