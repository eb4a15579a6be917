"""Changing one's own password."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.people.attempts import Blocked
from core.people.passwords import WeakPassword
from core.people.person import Person
from core.people.sign_in import WrongPassword, change_password
from ui.moments import written_wait
from ui.portal import entrance
from ui.prose import paragraph, show_section, show_words
from ui.texts import Texts

CHANGES = "password-changes"  # another number empties the fields
SAVED = "password-saved"


def show_password(person: Person, t: Texts) -> None:
    """The form, for somebody who has a password of the portal's own."""
    show_section(t.account.password, paragraph(t.account.password_lead))
    if st.session_state.pop(SAVED, False):
        st.success(t.account.password_saved)
    with st.expander(t.account.change_password), st.form(f"password-{_changes()}", border=False):
        old = _field(t.account.old_password, "current-password")
        show_words(paragraph(t.sign_in.new_lead))
        new = _field(t.sign_in.new_password, "new-password")
        again = _field(t.sign_in.new_again, "new-password")
        if st.form_submit_button(t.account.save_password, type="primary"):
            _change(person, old, new, again, t)


def _field(label: str, autocomplete: str) -> str:
    key = f"{label}-{_changes()}"
    return st.text_input(label, type="password", autocomplete=autocomplete, key=key) or ""


def _change(person: Person, old: str, new: str, again: str, t: Texts) -> None:
    problem = _problem(person, old, new, again, t)
    if problem:
        st.error(problem)
        return
    st.session_state[CHANGES] = _changes() + 1
    st.session_state[SAVED] = True
    st.rerun()


def _problem(person: Person, old: str, new: str, again: str, t: Texts) -> str | None:
    """Changes the password, or says why not."""
    if not (old and new and again):
        return t.account.password_missing
    if new != again:
        return t.sign_in.different
    door, now = entrance(), datetime.now(UTC)
    secret = st.context.cookies.get(door.cookie, "")
    try:
        change_password(door.database, door.signer, person, old, new, secret, now)
    except WrongPassword:
        return t.account.old_wrong
    except WeakPassword as weak:
        return t.sign_in.weak[weak.weakness]
    except Blocked as blocked:
        return written_wait((blocked.until - now).total_seconds(), t)
    return None


def _changes() -> int:
    return int(st.session_state.get(CHANGES, 0))
