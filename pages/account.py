"""One's own account: who I am, password, where I am signed in, taking along and deleting what is kept."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.people.own_account import own_account
from core.people.roles import Right
from ui.account.open_sessions import show_sessions
from ui.account.own_data import show_deletion, show_take_along
from ui.account.password import show_password
from ui.account.who import show_who
from ui.language import texts
from ui.portal import entrance
from ui.visitor import admitted

t = texts()
person = admitted(Right.OWN_ACCOUNT)
door = entrance()
with door.database.read() as db:
    account = own_account(db, person, st.context.cookies.get(door.cookie), datetime.now(UTC))

show_who(person, t)
if account.has_password:
    show_password(person, t)
show_sessions(person, account.sessions, t)
show_take_along(t)
show_deletion(person, t)
