"""A trainer's dates: today's first and large, then those that come, then those that are over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

import streamlit as st

from core.local_time import HERE, local_day
from core.people.person import Person, may
from core.people.roles import Right
from trainings.courses.attendance import EARLY
from trainings.facts import DateState
from trainings.planning.dates import Overview, planned_dates
from ui.courses.ways import DATE
from ui.courses.words import held_by, how_full, span_from
from ui.escaping import as_html, as_label
from ui.portal import entrance
from ui.staff.acting import go, show_said
from ui.staff.fields import joined
from ui.staff.headings import show_heading, show_section, show_words
from ui.texts import Texts
from ui.trainings.badges import where
from ui.trainings.when import span

ONLY_MINE, PLACE = "nur-meine", "courses"
COMING, PAST = "courses-coming", "courses-past"  # how many of each are shown
AT_ONCE = 10


def show_courses(person: Person, t: Texts) -> None:
    sees_all = may(person, Right.PLAN_TRAININGS)
    show_heading(t.courses.title)
    show_said(PLACE)
    if sees_all:
        st.toggle(t.courses.only_mine, key=ONLY_MINE, bind="query-params")
    now = datetime.now(UTC)
    ahead = _dates(person, now)
    past = _dates(person, now, past=True) if _shown(PAST, person) else []
    if not sees_all and not ahead and not past:
        show_words(t.courses.none_yet)
        return
    today = [each for each in ahead if local_day(each.date.starts_at) <= local_day(now)]
    _show_today(today, person, now, t)
    _show_coming(ahead[len(today) :], bool(today), person, t)
    _show_past(past, person, t)


def _dates(person: Person, now: datetime, *, past: bool = False) -> list[Overview]:
    """From today on, with those that are over already; or those before today. All together they are too many
    to be looked at each time by those who see all."""
    midnight = datetime.combine(local_day(now), time(), HERE)
    with entrance().database.read() as db:
        found = planned_dates(db, person, midnight.astimezone(UTC), past=past)
    only_mine = may(person, Right.PLAN_TRAININGS) and st.session_state.get(ONLY_MINE)
    return [each for each in found if each.date.trainer_id == person.id or not only_mine]


def _shown(which: str, person: Person) -> int:
    """How many are to be shown; of what is past nothing at first to those who see all."""
    first = 0 if which == PAST and may(person, Right.PLAN_TRAININGS) else AT_ONCE
    return int(st.session_state.get(which, first))


def _show_today(dates: Sequence[Overview], person: Person, now: datetime, t: Texts) -> None:
    if dates:
        show_section(t.courses.today)
    for each in sorted(dates, key=lambda each: (each.date.ends_at < now, each.date.starts_at)):
        _show_card(each, person, now, t)


def _show_card(each: Overview, person: Person, now: datetime, t: Texts) -> None:
    """Large, with the one thing to do: the list, as soon as it can be ticked off."""
    date = each.date
    on = date.state is DateState.PLANNED and date.starts_at - EARLY <= now
    full = how_full(date, each.booked + each.offered, each.waiting, t)
    lines = [
        span_from(date, now, t),
        joined([where(date, t), held_by(date, person.id, t)]),
        _state(each, full, t),
    ]
    said = "".join(f"<p>{as_html(line)}</p>" for line in lines)
    with st.container(border=True, key=f"course-today-{date.id}"):
        st.html(
            f'<h3 class="course-title">{as_html(date.training.title)}</h3><div class="words">{said}</div>'
        )
        st.button(
            t.courses.tick_off if on else t.courses.open_date,
            key=f"open-course-{date.id}",
            type="primary" if on else "secondary",
            icon=":material/checklist:" if on else None,
            on_click=go,
            kwargs={DATE: str(date.id)},
        )


def _show_coming(dates: Sequence[Overview], other: bool, person: Person, t: Texts) -> None:
    shown = _shown(COMING, person)
    if dates:
        show_section(t.courses.coming)
    elif not other:
        show_section(t.courses.coming, _nothing_coming(person, t))
    for each in dates[:shown]:
        full = how_full(each.date, each.booked + each.offered, each.waiting, t)
        _show_row(each, _state(each, full, t), person, t)
    if len(dates) > shown:
        st.button(t.courses.more_coming, key="more-coming", on_click=_show_more, args=(COMING, shown))


def _nothing_coming(person: Person, t: Texts) -> str:
    if st.session_state.get(ONLY_MINE):
        return t.courses.none_of_mine
    return t.courses.none_yet_all if may(person, Right.PLAN_TRAININGS) else t.courses.nothing_coming


def _show_past(dates: Sequence[Overview], person: Person, t: Texts) -> None:
    shown = _shown(PAST, person)
    if dates:
        show_section(t.courses.past)
    for each in dates[:shown]:
        seats = t.courses.taken.format(taken=each.booked, seats=each.date.seats)
        _show_row(each, _state(each, seats, t), person, t)
    if not shown or len(dates) > shown:
        st.button(t.courses.more_past, key="more-past", on_click=_show_more, args=(PAST, shown))


def _show_row(each: Overview, state: str, person: Person, t: Texts) -> None:
    date = each.date
    about = joined([where(date, t), state, held_by(date, person.id, t)])
    with st.container(gap=None, key=f"course-row-{date.id}"):
        st.button(
            f"**{as_label(date.training.title)}**",
            key=f"open-course-{date.id}",
            type="tertiary",
            on_click=go,
            kwargs={DATE: str(date.id)},
        )
        st.html(
            f'<div class="source"><p>{as_html(span(date, t))}</p><p class="about">{as_html(about)}</p></div>'
        )


def _state(each: Overview, full: str, t: Texts) -> str:
    return t.courses.cancelled if each.date.state is DateState.CANCELLED else full


def _show_more(which: str, shown: int) -> None:
    st.session_state[which] = shown + AT_ONCE
