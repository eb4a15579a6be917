"""Back from the sign-in service: Streamlit knows who it is, now the portal's own session begins."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import streamlit as st

from core.people.claims import ClaimsRefused
from ui.escaping import as_html
from ui.language import texts
from ui.look import go_to
from ui.portal import entrance
from ui.sign_in.service_routes import waiting
from ui.sign_in.ways import FROM_SERVICE, way

CLOCKS_DIFFER = 120  # seconds by which the service's clock may be behind ours


def go_on_after_service() -> None:
    """Where this browser waits for a sign-in and the service has named somebody since, goes on with the
    session; does nothing otherwise. Without the waiting, what Streamlit keeps for 30 days signs nobody
    in."""
    door = entrance()
    waits = waiting(door, st.context.cookies) if door.settings.oidc_metadata_url else None
    if waits is None or not _named_since(waits):
        return
    try:
        ticket = door.ticket(dict(st.user), waits["number"], datetime.now(UTC))
    except ClaimsRefused:
        t = texts().frame
        st.html(
            f'<div class="notice"><h1>{as_html(t.sign_in_fails)}</h1>'
            f"<p>{as_html(t.sign_in_fails_explained)}</p></div>"
        )
        st.stop()
    go_to(way(FROM_SERVICE, ticket=ticket))
    st.stop()


def _named_since(waits: dict[str, Any]) -> bool:
    if not st.user.get("is_logged_in"):
        return False
    issued = st.user.get("iat")
    return isinstance(issued, int | float) and issued >= waits["since"] - CLOCKS_DIFFER
