"""The one portal of this process, and its door, which is there long before the model is loaded."""

from __future__ import annotations

import streamlit as st

import bootstrap
from bootstrap import Portal
from core.people.entrance import Entrance
from core.settings import load_settings


@st.cache_resource(show_spinner=False)
def entrance() -> Entrance:
    """Who may come in; quick to build, so that signing in never waits for the assistant."""
    door = bootstrap.open_entrance(load_settings())
    bootstrap.send_mail_regularly(door)
    return door


@st.cache_resource(show_spinner=False)
def portal() -> Portal:
    """The portal, built on the first call; later calls, from any session or route, get the same one."""
    return bootstrap.build_portal(load_settings(), watch=True)
