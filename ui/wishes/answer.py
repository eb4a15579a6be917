"""The team answers wishes: with a date, or with a word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.facts import DateState, TrainingDate
from trainings.planning.overviews import planned_dates
from trainings.wishes.answering import decline_wish, plan_wishes
from trainings.wishes.facts import WishGroup
from ui.language import texts
from ui.planning.ways import DATE, NEW, WISHES
from ui.portal import entrance, portal
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.headings import show_section, show_words
from ui.texts import Texts
from ui.trainings.house import house
from ui.trainings.when import span
from ui.view_row import VIEW

DESK, FORM = "wish-desk", "wish-answer"
CHOSEN, ANSWER = f"{FORM}-date", f"{FORM}-words"
SHOWN = 200
LONGEST = 4000


def show_answer(group: WishGroup, person: Person, now: datetime, t: Texts) -> None:
    show_said(FORM)
    show_section(t.wishes.choose, t.wishes.choose_explained)
    _show_dates(group, _dates(group, person, now), t)
    show_section(t.wishes.decline, t.wishes.decline_explained)
    _show_decline(group, t)


def _show_dates(group: WishGroup, dates: Sequence[TrainingDate], t: Texts) -> None:
    if dates:
        known = {date.id: f"{date.training.title}, {span(date, t)}" for date in dates}
        st.selectbox(
            t.wishes.choose_date,
            list(known),
            index=None,
            key=CHOSEN,
            placeholder=t.wishes.choose_hint,
            format_func=lambda number: known.get(number, ""),
        )
        numbers = _numbers(group)
        st.button(t.wishes.plan, type="primary", on_click=_plan, args=(numbers,))
    else:
        show_words(t.wishes.no_dates)
    show_words(t.wishes.new_date_explained)
    st.button(t.wishes.new_date, icon=":material/add:", on_click=go, kwargs={DATE: NEW})


def _show_decline(group: WishGroup, t: Texts) -> None:
    with st.form(f"{FORM}-decline"):
        st.text_area(
            t.wishes.decline_answer, key=ANSWER, max_chars=LONGEST, placeholder=t.wishes.decline_hint
        )
        st.form_submit_button(t.wishes.decline_now, on_click=_decline, args=(_numbers(group),))


def _dates(group: WishGroup, person: Person, now: datetime) -> list[TrainingDate]:
    """Coming dates that are for all of the group: those first whose training is what they wish for."""
    with entrance().database.read() as db:
        seen = [overview.date for overview in planned_dates(db, person, now)]
    dates = [date for date in seen if _is_for(date, group, now)]
    trainings = {date.training.id: date.training for date in dates}
    wished = " ".join(dict.fromkeys(wish.topic for wish in group.wishes))
    fitting = portal().rank_trainings(wished, list(trainings.values()))
    places = {number: place for place, number in enumerate(fitting)}
    return sorted(dates, key=lambda date: places.get(date.training.id, len(places)))[:SHOWN]


def _is_for(date: TrainingDate, group: WishGroup, now: datetime) -> bool:
    coming = date.state is DateState.PLANNED and date.starts_at > now
    return coming and all(date.school_id in (None, wish.school_id) for wish in group.wishes)


def _numbers(group: WishGroup) -> tuple[int, ...]:
    return tuple(wish.id for wish in group.wishes)


def _plan(wish_ids: Sequence[int]) -> None:
    date_id = typed(CHOSEN)
    if not isinstance(date_id, int):  # nothing, or what a browser made up
        return tell(FORM, texts().wishes.choose_first, good=False)

    def use_case(db: Session, by: Person, now: datetime) -> int:
        return plan_wishes(db, wish_ids, date_id, by, now, house())

    def done(count: int) -> None:
        t = texts().wishes
        _leave(t.planned_one if count == 1 else t.planned_many.format(count=count))

    attempt(FORM, Right.PLAN_TRAININGS, use_case, done)


def _decline(wish_ids: Sequence[int]) -> None:
    """All of the group get the same answer."""
    words = str(typed(ANSWER) or "")

    def use_case(db: Session, by: Person, now: datetime) -> None:
        for wish_id in wish_ids:
            decline_wish(db, wish_id, words, by, now, house())

    attempt(FORM, Right.PLAN_TRAININGS, use_case, lambda _: _leave(texts().wishes.declined_now))


def _leave(said: str) -> None:
    """Back to all wishes, with a sentence about what was done."""
    forget(CHOSEN, ANSWER)
    tell(DESK, said)
    go(**{VIEW: WISHES})
