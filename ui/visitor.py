"""Who is visiting, looked up anew in every run: a role that was taken away is gone with the next click."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import streamlit as st

from core.people.person import Person, may
from core.people.roles import Right
from core.settings import load_settings
from ui.escaping import as_html
from ui.language import KEY as LANGUAGE
from ui.language import language, texts
from ui.portal import entrance
from ui.sign_in.ways import START, sign_in_way, way
from ui.texts import Texts

SEEN = "visitor"


def visitor() -> Person | None:
    """The person whose session cookie the browser sent; None for somebody who has not signed in."""
    return entrance().visitor(st.context.cookies, st.context.headers, datetime.now(UTC))


def admitted(right: Right) -> Person:
    """The person, who has the right; everyone else sees why not, and the page ends."""
    person = visitor()
    if person is None or not may(person, right):
        refuse(person)
        st.stop()
    return person


def welcome(right: Right) -> Person | None:
    """The person, or None for somebody not signed in where the settings open it to all; else as
    `admitted`."""
    person = visitor()
    if not may(person, right, load_settings().opened):
        refuse(person)
        st.stop()
    return person


def forget_others(person: Person | None) -> None:
    """Where somebody else has signed in since, in the same window, nothing of the person before stays."""
    now = person.id if person else None
    if SEEN in st.session_state and st.session_state[SEEN] not in {now, None}:
        for name in [name for name in st.session_state if name != LANGUAGE]:
            del st.session_state[name]
    st.session_state[SEEN] = now


def refuse(person: Person | None) -> None:
    """Why this page is not shown, and what to do."""
    t = texts()
    if person is None:
        _notice(t.frame.signed_out, t.frame.signed_out_explained)
        st.html(f'<a class="button" href="{as_html(_sign_in_here())}">{as_html(t.frame.sign_in)}</a>')
    elif person.role is None:
        known = t.frame.unassigned_known.format(name=person.name, email=person.email)
        _notice(t.frame.unassigned, t.frame.unassigned_explained, known, contact(t))
    else:
        role = t.frame.roles[person.role]
        _notice(t.frame.not_for_role, t.frame.not_for_role_explained.format(role=role), contact(t))
        st.html(f'<a class="button" href="/?lang={language()}">{as_html(t.frame.to_start)}</a>')


def contact(t: Texts) -> str:
    """How to reach the people who help."""
    known = load_settings().contact
    return t.frame.contact.format(contact=known) if known else t.frame.contact_unset


def _notice(heading: str, *paragraphs: str) -> None:
    said = "".join(f"<p>{as_html(text)}</p>" for text in paragraphs)
    st.html(f'<div class="notice"><h1>{as_html(heading)}</h1>{said}</div>')


def _sign_in_here() -> str:
    path = urlsplit(st.context.url or "").path or START
    return sign_in_way(way(path, **st.query_params.to_dict()), language())
