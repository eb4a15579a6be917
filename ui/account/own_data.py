"""Taking one's data along, and deleting the account."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import streamlit as st

from core.people.admins import LastAdmin
from core.people.own_data import delete
from core.people.people import NoSuchPerson
from core.people.person import Person
from core.people.roles import Role
from core.settings import load_settings
from ui.account.leaving import leave
from ui.escaping import as_html
from ui.portal import entrance
from ui.prose import bullets, paragraph, show_section
from ui.texts import Texts

DATA = "/konto/daten.json"


def show_take_along(t: Texts) -> None:
    """A link and not Streamlit's own button: whatever that one offers can be fetched without signing in."""
    button = f'<p><a class="button plain" download href="{DATA}">{as_html(t.account.download)}</a></p>'
    show_section(t.account.take_along, paragraph(t.account.take_along_lead), button)


def show_deletion(person: Person, t: Texts) -> None:
    """What happens, and the form; typing the address keeps a slip of the finger from deleting anything."""
    settings = load_settings()
    comes_back = settings.oidc_metadata_url or settings.proxy_email_header
    goes = [*t.account.delete_goes, *([t.account.delete_again] if comes_back else [])]
    show_section(t.account.delete, paragraph(t.account.delete_lead), bullets(goes))
    with st.expander(t.account.delete_open), st.form("delete", border=False):
        typed = st.text_input(t.account.delete_confirm, autocomplete="off", key="delete-confirm")
        if st.form_submit_button(t.account.delete_submit):
            _delete(person, typed or "", t)


def _delete(person: Person, typed: str, t: Texts) -> None:
    if typed.strip().lower() != person.email:
        st.error(t.account.delete_different)
        return
    try:
        with suppress(NoSuchPerson), entrance().database.write.begin() as db:
            delete(db, person.id, person, datetime.now(UTC))
    except LastAdmin:
        st.error(t.account.last_admin.format(role=t.frame.roles[Role.ADMIN]))
        return
    leave(t.account.deleted, geloescht="1")
