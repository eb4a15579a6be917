"""Which language the interface speaks: the switch's, the address's, or the setting's."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.people.own_account import choose_language
from core.settings import load_settings
from ui.portal import entrance
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
        on_change=_keep_choice,
    )


def _keep_choice() -> None:
    """In the address, and for the mails of somebody who has signed in."""
    chosen, door = st.session_state[KEY], entrance()
    st.query_params[KEY] = chosen
    person = door.visitor(st.context.cookies, st.context.headers, datetime.now(UTC))
    if person is not None:
        with door.database.write.begin() as db:
            choose_language(db, person, chosen)
