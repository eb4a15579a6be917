"""Addresses of a document's files for one person, as the browser must call them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from core.people.person import Person
from ui.file_tokens import Part, token
from ui.portal import entrance

KEY = "file_addresses"


def file_address(document_id: int, person: Person | None, page: int | None = None) -> str:
    """The document's own file, at this page."""
    fragment = f"#page={page}" if page else ""
    return _address(Part.FILE, document_id, person) + fragment


def picture_address(
    document_id: int, person: Person | None, page: int, width: int, marked: Sequence[str] = ()
) -> str:
    """The page as a picture of this width, with these words marked."""
    return _address(Part.PAGE, document_id, person, page, width, list(marked))


def subtitles_address(document_id: int, person: Person | None, language: str | None = None) -> str:
    """A recording's subtitles, in its own language or a translation."""
    details = (language,) if language else ()
    return _address(Part.SUBTITLES, document_id, person, *details)


def _address(part: Part, document_id: int, person: Person | None, *details: Any) -> str:
    """The same address in every run of a session, so that a recording plays on while the page changes
    around it."""
    kept: dict[str, str] = st.session_state.setdefault(KEY, {})
    wanted = repr((part, document_id, person.id if person else None, details))
    if wanted not in kept:
        kept[wanted] = token(entrance().signer, part, document_id, person, *details)
    return f"{_root()}/documents/{document_id}/{part}?t={kept[wanted]}"


def _root() -> str:
    """Where the person's browser sees the portal."""
    seen = urlsplit(st.context.url or "http://localhost")
    return f"{seen.scheme}://{seen.netloc}"
