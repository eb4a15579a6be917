"""The first step: choosing a file, which is read at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from core.people.person import Person
from core.settings import load_settings
from knowledge.upload_incoming import Incoming, receive
from knowledge.upload_reading import Preview, look
from ui.escaping import as_label
from ui.portal import portal
from ui.staff.acting import go
from ui.staff.upload_acting import PREVIEW
from ui.staff.upload_refusals import REFUSALS, sentence
from ui.texts import Texts

FAILED, TURN, READ = "upload-failed", "upload-turn", "upload-read"


def show_uploader(person: Person, t: Texts, **address: str) -> None:
    """`address` stays in the address of the preview."""
    settings = load_settings()
    files = st.file_uploader(
        t.uploads.choose,
        key=f"upload-file-{st.session_state.get(TURN, 0)}",
        accept_multiple_files=True,
        max_upload_size=max(settings.max_file_mb, settings.max_media_mb),
        help=t.uploads.choose_help.format(file=settings.max_file_mb, media=settings.max_media_mb),
    )
    if files:
        _read_once(files, person, t, address)


def _read_once(files: Sequence[Any], person: Person, t: Texts, address: dict[str, str]) -> None:
    """What could not be read is not tried again in each run of the page."""
    chosen = tuple(file.file_id for file in files)
    failed, why = st.session_state.get(FAILED, ((), ""))
    if failed == chosen:
        _show_refusal(why)
        return
    with st.spinner(t.uploads.is_read):
        try:
            preview = _read(files, person)
        except REFUSALS as refusal:
            st.session_state[FAILED] = (chosen, sentence(refusal, t))
    if st.session_state.get(FAILED, ((), ""))[0] == chosen:
        _show_refusal(st.session_state[FAILED][1])
        return
    st.session_state[READ] = preview
    # A field with another key is empty: what was uploaded no longer fills the memory.
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    go(**{PREVIEW: preview.token}, **address)
    st.rerun()


def _read(files: Sequence[Any], person: Person) -> Preview:
    workshop = portal().workshop
    token = receive(workshop, [Incoming(file.name, file) for file in files], person)
    return look(workshop, token, person)


def _show_refusal(why: str) -> None:
    st.error(as_label(why), icon=":material/error:")


def read_before(token: str, person: Person, t: Texts) -> Preview:
    """The upload that the address names; read anew where this window has not read it. Raises NoSuchUpload and
    Unreadable."""
    known = st.session_state.get(READ)
    if isinstance(known, Preview) and known.token == token:
        return known
    with st.spinner(t.uploads.is_read):
        preview = look(portal().workshop, token, person)
    st.session_state[READ] = preview
    return preview
