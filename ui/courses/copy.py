"""The same date once more, on another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import streamlit as st
from sqlalchemy.orm import Session

from core.local_time import HERE, local_day
from core.people.person import Person
from core.people.roles import Right
from trainings.facts import TrainingDate
from trainings.planning.date_drafts import moved
from trainings.planning.dates import DateDraft, copy_date, draft_of
from trainings.seats.office_hours import SchoolDays, school_days
from ui.courses.ways import DATE, place_of
from ui.courses.words import paragraphs
from ui.language import texts
from ui.portal import entrance
from ui.staff.acting import attempt, forget, go, show_said, tell, typed
from ui.staff.headings import show_heading, show_way_back
from ui.texts import Texts
from ui.trainings.house import house
from ui.trainings.when import moment, span, whole_day

AHEAD, WEEK, SUNDAY = 400, 7, 6
STEP = timedelta(minutes=15)
FIRST, LAST = time(7), time(21)


def show_copy(date: TrainingDate, now: datetime, t: Texts) -> None:
    show_way_back(t.courses.back_to_date, lambda: go(**{DATE: str(date.id)}))
    show_heading(t.courses.copy, f"{date.training.title}, {span(date, t)}", t.courses.copy_explained)
    show_said(_place(date.id))
    with entrance().database.read() as db:
        free = school_days(db, house().state)
    day_key, time_key = _keys(date.id)
    days, times = _days(now), _times(date)
    day = st.selectbox(
        t.courses.day,
        days,
        index=days.index(_proposed(date, days)),
        format_func=lambda day: _named(day, free, t),
        key=day_key,
    )
    begins = st.selectbox(
        t.courses.begins,
        times,
        index=times.index(_begins(date)),
        format_func=lambda begins: t.courses.clock.format(time=f"{begins:%H:%M}"),
        key=time_key,
    )
    _show_copied(date, moved(draft_of(date), _starts_at(day, begins)), t)
    st.button(t.courses.copy_now, type="primary", key=_place(date.id), on_click=_copy, args=(date.id,))


def _show_copied(date: TrainingDate, draft: DateDraft, t: Texts) -> None:
    """What the new date would be."""
    closes, cancel = moment(draft.closes_at, t), moment(draft.cancel_until, t)
    copied = replace(date, starts_at=draft.starts_at, ends_at=draft.ends_at)
    when = t.courses.copy_when.format(span=span(copied, t))
    said = paragraphs([when, t.courses.copy_deadlines.format(closes=closes, cancel=cancel)])
    st.html(f'<div class="words course-copied" role="status">{said}</div>')


def _days(now: datetime) -> list[date]:
    """From tomorrow on, for more than a year; nobody is taught on Sundays."""
    days = (local_day(now) + timedelta(days=ahead) for ahead in range(1, AHEAD))
    return [day for day in days if day.weekday() != SUNDAY]


def _proposed(date: TrainingDate, days: Sequence[date]) -> date:
    """The same day of the week, a week later or as soon as it can be."""
    wanted = local_day(date.starts_at) + timedelta(days=WEEK)
    while wanted < days[0]:
        wanted += timedelta(days=WEEK)
    return wanted if wanted in days else days[0]


def _times(date: TrainingDate) -> list[time]:
    """Every quarter of an hour, and when it began so far."""
    start = datetime.combine(local_day(date.starts_at), FIRST)
    count = (LAST.hour - FIRST.hour) * timedelta(hours=1) // STEP + 1
    quarters = {(start + number * STEP).time() for number in range(count)}
    return sorted({*quarters, _begins(date)})


def _begins(date: TrainingDate) -> time:
    return date.starts_at.astimezone(HERE).time().replace(second=0, microsecond=0)


def _named(day: date, days: SchoolDays, t: Texts) -> str:
    named = whole_day(day, t)
    return named if days.has(day) else t.courses.free_of_school.format(day=named)


def _starts_at(day: date, begins: time) -> datetime:
    return datetime.combine(day, begins, HERE).astimezone(UTC)


def _copy(date_id: int) -> None:
    day, begins = (typed(key) for key in _keys(date_id))
    starts_at = _starts_at(day, begins)

    def use_case(db: Session, by: Person, now: datetime) -> int:
        return copy_date(db, date_id, starts_at, by, now)

    def done(new: int) -> None:
        forget(*_keys(date_id))
        tell(place_of(new), texts().courses.copied)
        go(**{DATE: str(new)})

    attempt(_place(date_id), Right.HOLD_TRAININGS, use_case, done)


def _place(date_id: int) -> str:
    return f"copy-{date_id}"


def _keys(date_id: int) -> tuple[str, str]:
    return f"copy-day-{date_id}", f"copy-time-{date_id}"
