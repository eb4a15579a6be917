"""What can be done with a date: copy it, see who comes, cancel it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.local_time import HERE
from core.people.person import Person
from core.people.roles import Right
from trainings.facts import TrainingDate
from trainings.planning.dates import Overview, cancel_date, copy_date, planned_date
from ui.language import texts
from ui.library.links import page_link
from ui.planning.acting import head_of, place_of, tell_people
from ui.planning.fields import QUARTERS, clear
from ui.planning.look import show_group_heading, show_note, show_plain
from ui.planning.typed import moment
from ui.planning.ways import CANCEL, COPY, COURSES, DATE, DO
from ui.planning.words import counted
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.texts import Texts
from ui.trainings.house import house

LONGEST_REASON = 4000


def show_ways(date: TrainingDate, changeable: bool, t: Texts) -> None:
    number = str(date.id)
    with st.container(horizontal=True, vertical_alignment="center", key=f"plan-ways-{number}"):
        _way(t.planning.copy, COPY, number, ":material/content_copy:")
        if changeable:
            _way(t.planning.cancel, CANCEL, number, ":material/event_busy:")
        page_link(COURSES, t.planning.participants, ":material/group:", **{DATE: number})


def show_copy(date: TrainingDate, t: Texts) -> None:
    """Another day and time; all the rest is taken along."""
    place, (day, begins) = f"{place_of(date.id)}-copy", _copy_keys(date.id)
    with st.container(border=True, key=f"plan-copy-{date.id}"):
        show_group_heading(t.planning.copy_title)
        show_plain(t.planning.copy_explained)
        left, right = st.columns([2, 1])
        left.date_input(t.planning.day, value=None, format="DD.MM.YYYY", key=day)
        usual = date.starts_at.astimezone(HERE).time()
        times = sorted({*QUARTERS, usual})
        right.selectbox(
            t.planning.begins,
            times,
            index=times.index(usual),
            format_func=lambda clock: t.planning.clock.format(time=f"{clock:%H:%M}"),
            key=begins,
            filter_mode="prefix",
        )
        show_said(place)
        _show_answers(t.planning.copy_it, t.planning.back, _copy, date.id)


def show_cancel(seen: Overview, t: Texts) -> None:
    """The reason, which all who are told get to read."""
    date, told = seen.date, seen.booked + seen.offered + seen.waiting
    place = f"{place_of(date.id)}-cancel"
    with st.container(border=True, key=f"plan-cancel-{date.id}"):
        show_group_heading(t.planning.cancel_title)
        told_words = counted(told, t.planning.cancel_tells_one, t.planning.cancel_tells_many)
        said = told_words if told else t.planning.cancel_tells_nobody
        show_note(f"{said} {t.planning.cancel_explained}")
        st.text_area(
            t.planning.reason,
            key=_reason(date.id),
            placeholder=t.planning.reason_hint,
            max_chars=LONGEST_REASON,
        )
        show_said(place)
        _show_answers(t.planning.cancel_it, t.planning.keep_it, _cancel, date.id)


def _way(label: str, what: str, number: str, icon: str) -> None:
    st.button(label, icon=icon, on_click=go, kwargs={DATE: number, DO: what}, key=f"plan-{what}-{number}")


def _show_answers(yes: str, no: str, do: Callable[[int], None], number: int) -> None:
    with st.container(horizontal=True):
        st.button(yes, type="primary", on_click=do, args=(number,), key=f"plan-yes-{number}")
        st.button(no, on_click=go, kwargs={DATE: str(number)}, key=f"plan-no-{number}")


def _copy(number: int) -> None:
    place, (day, begins) = f"{place_of(number)}-copy", map(typed, _copy_keys(number))
    if day is None:
        tell(place, texts().planning.day_missing, good=False)
        return

    def use_case(db: Session, by: Person, now: datetime) -> int:
        return copy_date(db, number, moment(day, begins), by, now)

    def done(copy: int) -> None:
        forget(*_copy_keys(number))
        go(**{DATE: str(copy)})
        tell(head_of(copy), texts().planning.copied)

    attempt(place, Right.PLAN_TRAININGS, use_case, done)


def _cancel(number: int) -> None:
    reason = typed(_reason(number)) or ""

    def use_case(db: Session, by: Person, now: datetime) -> int:
        """How many people are told."""
        seen = planned_date(db, number, by)
        cancel_date(db, number, reason, by, now, house())
        return seen.booked + seen.offered + seen.waiting

    def done(told: int) -> None:
        clear(number)
        forget(_reason(number))
        go(**{DATE: str(number)})
        tell(head_of(number), f"{texts().planning.date_cancelled} {tell_people(told)}".strip())

    attempt(f"{place_of(number)}-cancel", Right.PLAN_TRAININGS, use_case, done)


def _copy_keys(number: int) -> tuple[str, str]:
    return f"plan-copy-day-{number}", f"plan-copy-begins-{number}"


def _reason(number: int) -> str:
    return f"plan-reason-{number}"
