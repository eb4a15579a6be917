"""Deliveries that a complete list did not name any more: somebody says what that means."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from deliveries.importing.missing import MissingLine, missing_lines, settle_missing
from deliveries.words.names import stage_word
from ui.city.acting import attempt
from ui.delivery_lists.rows import number
from ui.delivery_lists.taking import PLACE as TAKEN
from ui.delivery_lists.views import show_views
from ui.escaping import as_html
from ui.language import language, texts
from ui.moments import written_day
from ui.portal import entrance
from ui.staff.acting import forget, show_said, tell, typed
from ui.staff.fields import joined
from ui.staff.headings import show_words
from ui.texts import Texts

PLACE = "lists-missing"
MORE, STEP = "lists-missing-shown", 20
LONGEST_WHY = 500


def show_missing(person: Person, t: Texts) -> None:
    show_views(t)
    show_said(TAKEN)
    show_said(PLACE)
    with entrance().database.read() as db:
        lines = missing_lines(db, person)
    show_words(t.lists.missing_ask if lines else t.lists.none_missing)
    shown = int(st.session_state.get(MORE, STEP))
    for line in lines[:shown]:
        _show_line(line, t)
    if len(lines) > shown:
        st.button(t.lists.more, on_click=_show_more, key="missing-more")


def _show_line(line: MissingLine, t: Texts) -> None:
    since = t.lists.missing_since.format(name=line.list_name, day=written_day(line.asked_at, t))
    about = joined([number(line.order, line.position), stage_word(line.stage, language()), since])
    what = f"{line.school.name}: {line.device}"
    with st.container(key=f"list-missing-{line.line_id}", gap="small"):
        st.html(
            f'<div class="plan-about"><p class="list-name">{as_html(what)}</p>'
            f'<p class="plan-where">{as_html(about)}</p></div>'
        )
        st.text_input(
            t.lists.why,
            key=_why(line.line_id),
            placeholder=t.lists.why_hint,
            max_chars=LONGEST_WHY,
            autocomplete="off",
        )
        show_said(f"{PLACE}-{line.line_id}")
        with st.container(horizontal=True):
            for cancelled, label in ((False, t.lists.stays), (True, t.lists.is_cancelled)):
                st.button(
                    label,
                    key=f"missing-{line.line_id}-{cancelled}",
                    on_click=_settle,
                    args=(line.line_id, number(line.order, line.position), cancelled),
                )


def _settle(line_id: int, name: str, cancelled: bool) -> None:
    why = typed(_why(line_id)) or ""

    def use_case(db: Session, by: Person, now: datetime) -> None:
        settle_missing(db, line_id, cancelled, why, by, now)

    def done(_: None) -> None:
        said = texts().lists
        forget(_why(line_id))
        tell(PLACE, (said.settled_cancelled if cancelled else said.settled_stays).format(order=name))

    attempt(f"{PLACE}-{line_id}", use_case, done)


def _why(line_id: int) -> str:
    return f"missing-why-{line_id}"


def _show_more() -> None:
    st.session_state[MORE] = int(st.session_state.get(MORE, STEP)) + STEP
