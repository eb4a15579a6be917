"""Which mails about deliveries somebody wants."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from deliveries.notices.choices import choice_of, choose
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import attempt, show_said, tell, typed
from ui.staff.headings import show_section
from ui.texts import Texts

PLACE = "delivery-mails"
WEEKLY, AT_ONCE = f"{PLACE}-weekly", f"{PLACE}-at-once"


def show_notices(person: Person, t: Texts) -> None:
    """Nothing for whoever works at no school: mails tell of one's own schools only."""
    if not person.schools:
        return
    with entrance().database.read() as db:
        choice = choice_of(db, person)
    # As it stands now: a link in a mail may have changed it meanwhile.
    st.session_state[WEEKLY], st.session_state[AT_ONCE] = choice.weekly, choice.at_once
    show_section(t.receipts.mails, t.receipts.mails_explained.format(email=person.email))
    st.toggle(_label(t.receipts.weekly, t.receipts.weekly_explained), key=WEEKLY, on_change=_choose)
    st.toggle(_label(t.receipts.at_once, t.receipts.at_once_explained), key=AT_ONCE, on_change=_choose)
    show_said(PLACE)


def _label(name: str, explained: str) -> str:
    return f"{name}: {explained}"


def _choose() -> None:
    weekly, at_once = bool(typed(WEEKLY)), bool(typed(AT_ONCE))

    def use_case(db: Session, by: Person, now: datetime) -> None:
        choose(db, by, weekly, at_once, now)

    def done(_nothing: None) -> None:
        t = texts().receipts
        tell(PLACE, t.chosen if weekly or at_once else t.chosen_none)

    attempt(PLACE, Right.SEE_DELIVERIES, use_case, done)
