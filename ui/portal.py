"""The one portal of this process."""

from __future__ import annotations

import streamlit as st

import bootstrap
from bootstrap import Portal
from core.settings import load_settings


@st.cache_resource(show_spinner=False)
def portal() -> Portal:
    """The portal, built on the first call; later calls, from any session or route, get the same one."""
    return bootstrap.build_portal(load_settings(), watch=True)
