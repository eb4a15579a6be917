"""Out of the portal, once the session here has ended."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from ui.language import language
from ui.look import go_to
from ui.sign_in.ways import SIGN_OUT, way


def leave(said: str, **query: str) -> NoReturn:
    """Says what happened and leads to the sign-in page. Signing out on the way makes the browser forget the
    session, and the sign-in service's too."""
    st.success(said)
    go_to(way(SIGN_OUT, **query, lang=language()))
    st.stop()
