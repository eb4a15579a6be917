"""Lists that come by themselves: out of a folder, or from other systems that have been given access."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.names import LONGEST_NAME
from core.people.person import Person
from core.settings import load_settings
from deliveries.folder import folder_state
from deliveries.push import Token, make_token, revoke_token, tokens
from ui.city.acting import attempt
from ui.delivery_lists.views import show_views
from ui.delivery_lists.ways import INTERFACE
from ui.escaping import as_html
from ui.language import texts
from ui.moments import written_moment
from ui.planning.words import counted
from ui.portal import entrance
from ui.staff.acting import forget, show_said, tell, typed
from ui.staff.fields import joined
from ui.staff.headings import show_section, show_words
from ui.texts import Texts

PLACE, FORM = "lists-access", "lists-token"
NAME, SECRET, SURE = "lists-token-name", "lists-token-secret", "lists-token-sure"


def show_access(person: Person, t: Texts) -> None:
    show_views(t)
    show_words(t.lists.access_explained)
    show_section(t.lists.folder, *_folder(t))
    show_section(t.lists.tokens, t.lists.tokens_explained)
    st.html(f'<div class="words"><p><a href="{INTERFACE}">{as_html(t.lists.token_guide)}</a></p></div>')
    _show_secret(t)
    show_said(PLACE)
    with entrance().database.read() as db:
        known = tokens(db, person)
    if not known:
        show_words(t.lists.no_tokens)
    for token in known:
        _show_token(token, t)
    _show_form(t)


def _folder(t: Texts) -> list[str]:
    folder = load_settings().deliveries_folder
    if folder is None:
        return [t.lists.folder_off]
    state = folder_state(folder)
    if not state.there:
        return [t.lists.folder_gone]
    waits = counted(state.waiting, t.lists.folder_waits_one, t.lists.folder_waiting)
    return [f"{t.lists.folder_watched} {waits if state.waiting else t.lists.folder_empty}"]


def _show_secret(t: Texts) -> None:
    """The secret of a new token, until whoever made it says that it is copied."""
    made = st.session_state.get(SECRET)
    if made is None:
        return
    name, secret = made
    with st.container(border=True, key="list-secret"):
        st.html(
            f'<p class="list-name">{as_html(t.lists.token_made.format(name=name))}</p>'
            f"<p>{as_html(t.lists.token_once)}</p>"
        )
        st.code(secret, language=None, wrap_lines=True)
        st.button(t.lists.token_seen, on_click=forget, args=(SECRET,), key="token-seen")


def _show_token(token: Token, t: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-token-{token.id}"):
        st.html(
            f'<div class="plan-about"><p class="list-name">{as_html(token.name)}</p>'
            f'<p class="plan-where">{as_html(_about(token, t))}</p></div>'
        )
        if token.revoked_at is None and st.session_state.get(SURE) != token.id:
            st.button(
                t.lists.revoke, key=f"revoke-{token.id}", type="tertiary", on_click=_ask, args=(token.id,)
            )
    if token.revoked_at is None and st.session_state.get(SURE) == token.id:
        show_words(t.lists.revoke_sure.format(name=token.name))
        with st.container(horizontal=True):
            st.button(
                t.lists.revoke_yes,
                key=f"revoke-yes-{token.id}",
                type="primary",
                on_click=_revoke,
                args=(token.id, token.name),
            )
            st.button(t.lists.cancel, key=f"revoke-no-{token.id}", on_click=_ask, args=(None,))


def _about(token: Token, t: Texts) -> str:
    if token.revoked_at:
        return t.lists.token_is_revoked.format(moment=written_moment(token.revoked_at, t))
    used = (
        t.lists.token_used.format(moment=written_moment(token.used_at, t))
        if token.used_at
        else t.lists.token_never_used
    )
    return joined([t.lists.token_since.format(moment=written_moment(token.created_at, t)), used])


def _show_form(t: Texts) -> None:
    with st.form(FORM):
        st.text_input(
            t.lists.token_name,
            key=NAME,
            placeholder=t.lists.token_name_hint,
            max_chars=LONGEST_NAME,
            autocomplete="off",
        )
        show_said(FORM)
        st.form_submit_button(t.lists.make_token, type="primary", on_click=_make)


def _make() -> None:
    name = typed(NAME) or ""

    def use_case(db: Session, by: Person, now: datetime) -> str:
        return make_token(db, name, by, now)

    def done(secret: str) -> None:
        forget(NAME)
        st.session_state[SECRET] = (name, secret)

    attempt(FORM, use_case, done)


def _ask(number: int | None) -> None:
    st.session_state[SURE] = number


def _revoke(number: int, name: str) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        revoke_token(db, number, by, now)

    def done(_: None) -> None:
        _ask(None)
        tell(PLACE, texts().lists.token_revoked.format(name=name))

    attempt(PLACE, use_case, done)
