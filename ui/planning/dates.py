"""All dates that are planned, the next first, with how full they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby

import streamlit as st

from core.local_time import local_day
from core.people.names import fold
from core.people.person import Person
from trainings.facts import DateState, TrainingDate
from trainings.planning.dates import Overview, planned_dates
from ui.planning.rows import missing, show_row
from ui.planning.views import show_views
from ui.planning.ways import DATE, NEW, TRAININGS
from ui.planning.words import counted
from ui.portal import entrance
from ui.staff.acting import go, show_said
from ui.staff.headings import show_words
from ui.texts import Texts
from ui.trainings.when import month
from ui.view_row import VIEW

PLACE = "plan-dates"
SEARCH, WHICH, MORE = "plan-dates-search", "plan-dates-which", "plan-dates-shown"
COMING, BELOW, PAST = "coming", "below", "past"
STEP = 30


def show_dates(person: Person, t: Texts) -> None:
    """The list; where nothing is planned yet, the first step to it."""
    show_views(t)
    show_said(PLACE)
    now = datetime.now(UTC)
    which = st.session_state.get(WHICH) or COMING
    dates = _dates(person, which, now)
    if not dates and which == COMING:
        _show_beginning(t)
    else:
        st.button(t.planning.new_date, type="primary", icon=":material/add:", on_click=go, kwargs={DATE: NEW})
    if dates:
        _show_search(t)
    _show_which(t)
    found = [seen for seen in dates if _holds(seen.date, st.session_state.get(SEARCH) or "")]
    if dates or which != COMING:
        _show_found(found, which, now, t)


def _dates(person: Person, which: str, now: datetime) -> list[Overview]:
    with entrance().database.read() as db:
        dates = planned_dates(db, person, now, past=which == PAST)
    if which == PAST:
        over = [seen for seen in dates if seen.date.ends_at <= now]
        return sorted(over, key=lambda seen: seen.date.starts_at, reverse=True)
    if which == BELOW:
        return [seen for seen in dates if seen.date.state is DateState.PLANNED and missing(seen)]
    return dates


def _show_beginning(t: Texts) -> None:
    show_words(t.planning.no_dates)
    with st.container(horizontal=True):
        st.button(t.planning.new_date, type="primary", icon=":material/add:", on_click=go, kwargs={DATE: NEW})
        st.button(t.planning.to_trainings, on_click=go, kwargs={VIEW: TRAININGS})


def _show_search(t: Texts) -> None:
    st.text_input(
        t.planning.search_dates,
        key=SEARCH,
        placeholder=t.planning.search_dates_hint,
        type="search",
        persist_state="page",
        max_chars=100,
        on_change=_begin_again,
    )


def _show_which(t: Texts) -> None:
    st.pills(
        t.planning.which_dates,
        [COMING, BELOW, PAST],
        default=COMING,
        required=True,
        format_func=lambda which: t.planning.which[which],
        key=WHICH,
        persist_state="page",
        label_visibility="collapsed",
        on_change=_begin_again,
    )


def _show_found(found: Sequence[Overview], which: str, now: datetime, t: Texts) -> None:
    show_words(counted(len(found), t.planning.one_date, t.planning.many_dates) if found else t.planning.none)
    shown = found[: st.session_state.get(MORE, STEP)]
    for name, dates in groupby(shown, key=lambda seen: month(local_day(seen.date.starts_at), t)):
        st.html(f'<h2 class="plan-month">{name}</h2>')
        for seen in dates:
            show_row(seen, now, t)
    if len(found) > len(shown):
        st.button(t.planning.more, on_click=_show_more, key="plan-dates-more")


def _holds(date: TrainingDate, text: str) -> bool:
    resources = (resource.name for resource in date.resources)
    facts = (date.training.title, date.place, date.trainer, date.school, *date.training.topics)
    told = fold(" ".join([*facts, *date.training.devices, *resources]))
    return all(word in told for word in fold(text).split())


def _begin_again() -> None:
    st.session_state[MORE] = STEP


def _show_more() -> None:
    st.session_state[MORE] = st.session_state.get(MORE, STEP) + STEP
