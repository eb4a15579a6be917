"""How lists write schools, as somebody has confirmed once."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from deliveries.importing.spellings import Spelling, remove_spelling, spellings
from ui.city.acting import attempt
from ui.delivery_lists.reading import compare_anew
from ui.delivery_lists.views import show_views
from ui.escaping import as_html, as_label
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import show_said, tell
from ui.staff.headings import show_words
from ui.texts import Texts

PLACE = "lists-names"


def show_names(person: Person, t: Texts) -> None:
    show_views(t)
    show_said(PLACE)
    with entrance().database.read() as db:
        known = spellings(db, person)
    show_words(t.lists.names_explained if known else t.lists.no_names)
    for number, spelling in enumerate(known):
        _show_row(number, spelling, t)


def _show_row(number: int, spelling: Spelling, t: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-spelling-{number}"):
        stands_for = t.lists.written_so.format(name=spelling.school.name)
        st.html(
            f'<div class="plan-about"><p class="list-name">{as_html(spelling.written)}</p>'
            f'<p class="plan-where">{as_html(stands_for)}</p></div>'
        )
        st.button(
            t.lists.remove,
            type="tertiary",
            help=as_label(t.lists.remove_named.format(name=spelling.written)),
            key=f"forget-name-{spelling.folded}",
            on_click=_remove,
            args=(spelling.folded, spelling.written),
        )


def _remove(folded: str, written: str) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        remove_spelling(db, folded, by, now)

    def done(_: None) -> None:
        compare_anew()
        tell(PLACE, texts().lists.name_removed.format(name=written))

    attempt(PLACE, use_case, done)
