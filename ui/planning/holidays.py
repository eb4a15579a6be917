"""School holidays: the days on which nobody need answer an offer of a seat."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.local_time import local_day
from core.people.person import Person
from core.people.roles import Right
from trainings.planning.holidays import LONGEST_NAME, Holiday, add_holiday, holidays_of, remove_holiday
from ui.escaping import as_html, as_label
from ui.language import texts
from ui.places import day as written_day
from ui.planning.views import show_views
from ui.portal import entrance
from ui.staff.acting import attempt, forget, show_said, tell, typed
from ui.staff.headings import show_section, show_words
from ui.texts import Texts

PLACE, FORM = "plan-holidays", "plan-holiday"
NAME, FIRST, LAST = "plan-holiday-name", "plan-holiday-first", "plan-holiday-last"
PAST = "plan-holidays-past"


def show_holidays(person: Person, t: Texts) -> None:
    show_views(t)
    show_words(t.planning.holidays_explained)
    show_said(PLACE)
    with entrance().database.read() as db:
        holidays = holidays_of(db, person)
    today = local_day(datetime.now(UTC))
    coming = [each for each in holidays if each.last_day >= today]
    if not coming:
        show_words(t.planning.no_holidays)
    for each in coming:
        _show_row(each, t)
    over = [each for each in holidays if each.last_day < today]
    if over and st.checkbox(t.planning.past_holidays, key=PAST):
        for each in over:
            _show_row(each, t)
    _show_form(t)


def _show_row(holiday: Holiday, t: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-holiday-{holiday.id}"):
        st.html(
            f'<div class="plan-about"><p><strong>{as_html(holiday.name)}</strong></p>'
            f'<p class="plan-where">{as_html(_days(holiday, t))}</p></div>'
        )
        st.button(
            t.planning.remove,
            type="tertiary",
            help=as_label(t.planning.remove_named.format(name=holiday.name, days=_days(holiday, t))),
            on_click=_remove,
            args=(holiday.id, holiday.name),
            key=f"remove-holiday-{holiday.id}",
        )


def _days(holiday: Holiday, t: Texts) -> str:
    if holiday.first_day == holiday.last_day:
        return written_day(holiday.first_day, t)
    return t.planning.from_day_to_day.format(
        first=written_day(holiday.first_day, t), last=written_day(holiday.last_day, t)
    )


def _show_form(t: Texts) -> None:
    show_section(t.planning.add_holiday_title)
    with st.form(FORM):
        st.text_input(
            t.planning.holiday_name,
            key=NAME,
            placeholder=t.planning.holiday_name_hint,
            max_chars=LONGEST_NAME,
            autocomplete="off",
        )
        first, last = st.columns(2)
        first.date_input(t.planning.first_day, value=None, format="DD.MM.YYYY", key=FIRST)
        last.date_input(t.planning.last_day, value=None, format="DD.MM.YYYY", key=LAST)
        show_said(FORM)
        st.form_submit_button(t.planning.add_holiday, type="primary", on_click=_add)


def _add() -> None:
    name, first, last = typed(NAME) or "", typed(FIRST), typed(LAST)
    if first is None or last is None:
        tell(FORM, texts().planning.holiday_days_missing, good=False)
        return

    def use_case(db: Session, by: Person, now: datetime) -> Holiday:
        return add_holiday(db, name, first, last, by, now)

    def done(holiday: Holiday) -> None:
        forget(NAME, FIRST, LAST)
        tell(PLACE, texts().planning.holiday_added.format(name=holiday.name))

    attempt(FORM, Right.PLAN_TRAININGS, use_case, done)


def _remove(number: int, name: str) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        remove_holiday(db, number, by, now)

    def done(_: None) -> None:
        tell(PLACE, texts().planning.holiday_removed.format(name=name))

    attempt(PLACE, Right.PLAN_TRAININGS, use_case, done)
