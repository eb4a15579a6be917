"""Saving dates. What is missing is said beside what the rules refuse; nothing typed is lost."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.facts import TrainingDate
from trainings.planning.dates import DateDraft, add_date, add_series, change_date, draft_of, planned_date
from ui.language import texts
from ui.look import to_the_top
from ui.planning.fields import clear, typed_in, value
from ui.planning.series import days_chosen
from ui.planning.typed import news, on_days
from ui.planning.ways import DATE
from ui.planning.words import counted
from ui.staff.acting import SAID, Said, attempt, go, show_said, tell
from ui.staff.numbers import NOBODY
from ui.trainings.house import house
from ui.trainings.when import span


def place_of(number: int) -> str:
    """Beside the form of a date, where refusals are said."""
    return f"plan-date-{number}"


def head_of(number: int) -> str:
    """Above a date, where it is said what became of it."""
    return f"plan-head-{number}"


def show_news(place: str) -> None:
    """What was done on the way here, with the page's start in view."""
    if is_said(place):
        to_the_top(time.time_ns())
        show_said(place)


def is_said(place: str) -> bool:
    """Whether there is something to be said at the place."""
    said = st.session_state.get(SAID)
    return isinstance(said, Said) and said.place == place


def tell_people(number: int) -> str:
    """That so many people are told by mail; empty where it is nobody."""
    said = texts().planning
    return counted(number, said.one_is_told, said.many_are_told) if number else ""


def save_new() -> None:
    """A new date, or a series of them."""
    drafts = _drafts(NOBODY)
    if not drafts:
        tell(place_of(NOBODY), _what_is_missing(NOBODY), good=False)
        return

    def use_case(db: Session, by: Person, now: datetime) -> Sequence[TrainingDate]:
        numbers = [add_date(db, drafts[0], by, now)] if len(drafts) == 1 else add_series(db, drafts, by, now)
        return [planned_date(db, number, by).date for number in numbers]

    attempt(place_of(NOBODY), Right.PLAN_TRAININGS, use_case, _saved_new)


def save_date(number: int) -> None:
    """A changed date; not over the head of somebody who has changed it since."""
    drafts, began = _drafts(number), value(number, "began")
    if not drafts:
        tell(place_of(number), _what_is_missing(number), good=False)
        return

    def use_case(db: Session, by: Person, now: datetime) -> int | None:
        """How many people are told; None where somebody else was faster."""
        seen = planned_date(db, number, by)
        if draft_of(seen.date) != began:
            return None
        change_date(db, number, drafts[0], by, now, house())
        return seen.booked + seen.offered if news(began, drafts[0]) else 0

    def done(told: int | None) -> None:
        said = texts().planning
        if told is None:
            tell(place_of(number), said.overtaken, good=False)
        else:
            clear(number)
            tell(head_of(number), f"{said.saved} {tell_people(told)}".strip())

    attempt(place_of(number), Right.PLAN_TRAININGS, use_case, done)


def _drafts(number: int) -> list[DateDraft]:
    """Nothing where something is missing."""
    typed = typed_in(number)
    if typed.training_id is None or typed.day is None or _lacks_opening(number):
        return []
    return on_days(typed, typed.training_id, days_chosen(number) if value(number, "repeat") else [typed.day])


def _lacks_opening(number: int) -> bool:
    return bool(value(number, "opens_later")) and value(number, "opens_on") is None


def _what_is_missing(number: int) -> str:
    said, typed = texts().planning, typed_in(number)
    if typed.training_id is None:
        return said.training_missing
    if typed.day is None:
        return said.day_missing
    return said.opening_missing if _lacks_opening(number) else said.days_missing


def _saved_new(dates: Sequence[TrainingDate]) -> None:
    t, first = texts(), dates[0]
    clear(NOBODY)
    go(**{DATE: str(first.id)})
    if len(dates) == 1:
        tell(head_of(first.id), t.planning.planned.format(when=span(first, t)))
    else:
        tell(head_of(first.id), t.planning.series_planned.format(count=len(dates)))
