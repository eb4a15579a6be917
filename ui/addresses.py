"""Addresses of the portal's own routes, as the browser must call them."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from retriever.answer import Citation


def file_address(citation: Citation) -> str:
    """The document's own file, at the page where the place has one."""
    fragment = f"#page={citation.page}" if citation.page else ""
    return f"{_root()}/documents/{citation.document_id}/file{fragment}"


def _root() -> str:
    """Where the person's browser sees the portal: a proxy may stand between, or a path before it."""
    seen = urlsplit(st.context.url or "http://localhost")
    below = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{seen.scheme}://{seen.netloc}" + (f"/{below}" if below else "")
