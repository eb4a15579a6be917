"""One's own dates in one's own calendar: the secret address, shown only on demand, because whoever sees it on
a display could keep it."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.calendars.address import path_of, renew
from ui.escaping import as_html
from ui.language import texts
from ui.library.manual import root
from ui.library.scripts import run_scripts
from ui.portal import entrance
from ui.prose import bullets, paragraph, show_words
from ui.staff.acting import attempt, show_said, tell
from ui.texts import Texts

PLACE = "calendar-address"
SHOWN = "calendar-address-shown"


def show_calendar_address(person: Person, t: Texts) -> None:
    heading, explained = as_html(t.trainings.calendar), as_html(t.trainings.calendar_explained)
    st.html(f'<h2 class="section">{heading}</h2><p class="words">{explained}</p>')
    show_said(PLACE)
    if st.session_state.get(SHOWN):
        _show(person, t)
    else:
        st.button(t.trainings.show_address, key="show-calendar-address", on_click=_open)


def _show(person: Person, t: Texts) -> None:
    run_scripts(None)
    door = entrance()
    with door.database.write.begin() as db:
        address = root() + path_of(db, person, door.signer)
    copy, copied = as_html(t.library.copy), as_html(t.library.copied)
    st.html(
        f'<p class="secret"><code>{as_html(address)}</code> '
        f'<button type="button" class="copy" data-copy="{as_html(address)}">{copy}</button> '
        f'<span role="status" data-copied="{copied}"></span></p>'
    )
    show_words(bullets(t.trainings.calendar_steps), paragraph(t.trainings.calendar_secret))
    with st.container(horizontal=True, key="calendar-ways"):
        here = as_html(f"webcal://{urlsplit(address).netloc}{urlsplit(address).path}")
        st.html(
            f'<a class="button plain" href="{here}">{as_html(t.trainings.subscribe)}</a>', width="content"
        )
        _show_renewal(t)


def _show_renewal(t: Texts) -> None:
    with st.popover(t.trainings.renew):
        show_words(paragraph(t.trainings.renew_sure))
        st.button(t.trainings.renew_now, key="renew-calendar", type="primary", on_click=_renew)


def _open() -> None:
    st.session_state[SHOWN] = True


def _renew() -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        renew(db, by, now)

    def done(_nothing: None) -> None:
        tell(PLACE, texts().trainings.renewed)

    attempt(PLACE, Right.BOOK_TRAININGS, use_case, done)
