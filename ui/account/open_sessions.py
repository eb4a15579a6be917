"""Where I am signed in, and signing out everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from core.people.own_account import OpenSession, sign_out_everywhere
from core.people.person import Person
from ui.account.leaving import leave
from ui.moments import written_moment
from ui.portal import entrance
from ui.prose import bullets, paragraph, show_section
from ui.texts import Texts


def show_sessions(person: Person, sessions: Sequence[OpenSession], t: Texts) -> None:
    """How many, and since when; nothing is known of the devices."""
    show_section(t.account.sessions, *_told(sessions, t))
    if sessions and st.button(t.account.sign_out_everywhere):
        with entrance().database.write.begin() as db:
            sign_out_everywhere(db, person, datetime.now(UTC))
        leave(t.account.signed_out)


def _told(sessions: Sequence[OpenSession], t: Texts) -> list[str]:
    if not sessions:
        return [paragraph(t.account.no_session)]
    hint = paragraph(t.account.sign_out_hint)
    if len(sessions) == 1 and sessions[0].here:
        return [paragraph(t.account.signed_in_once.format(moment=written_moment(sessions[0].since, t))), hint]
    lines = [
        (t.account.session_here if each.here else t.account.session).format(
            moment=written_moment(each.since, t)
        )
        for each in sessions
    ]
    return [paragraph(t.account.signed_in_often.format(count=len(sessions))), bullets(lines), hint]
