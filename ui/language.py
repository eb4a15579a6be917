"""Which language the interface speaks: the switch's, the address's, or the setting's."""

from __future__ import annotations

import streamlit as st

from core.settings import load_settings
from ui.texts import TEXTS, Texts

KEY = "lang"


def language() -> str:
    """ "de" or "en"."""
    chosen = st.session_state.get(KEY) or st.query_params.get(KEY)
    return chosen if chosen in TEXTS else load_settings().language


def texts() -> Texts:
    """The interface's texts in its language."""
    return TEXTS[language()]


def language_switch() -> None:
    """The switch; the choice stands in the address too, so that a link keeps it."""
    st.segmented_control(
        texts().language_label,
        list(TEXTS),
        default=language(),
        required=True,
        format_func=lambda code: TEXTS[code].language_name,
        key=KEY,
        label_visibility="collapsed",
        on_change=_keep_in_address,
    )


def _keep_in_address() -> None:
    st.query_params[KEY] = st.session_state[KEY]
