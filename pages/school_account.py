"""The way to the sign-in service and, at sign-out, away from it."""

from __future__ import annotations

import streamlit as st

from ui.look import go_to
from ui.portal import entrance
from ui.sign_in.service_routes import waiting
from ui.sign_in.ways import SIGN_IN, way
from ui.visitor import visitor

door = entrance()
if door.settings.oidc_metadata_url is None or visitor() is not None:
    go_to("/")
elif leaving := {"abgemeldet", "geloescht"} & set(st.query_params):
    if st.user.get("is_logged_in"):
        st.logout()
    else:
        go_to(way(SIGN_IN, **dict.fromkeys(leaving, "1")))
elif waiting(door, st.context.cookies) is not None:
    st.login()
else:
    go_to(SIGN_IN)
