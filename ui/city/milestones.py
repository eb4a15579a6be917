"""What the city means to have reached by when, and how far it is."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from deliveries.city.milestones import Milestone, milestones, remove_milestone
from deliveries.words.names import subproject_word
from deliveries.words.periods import period_words
from ui.city.acting import attempt, today
from ui.city.school_table import bar
from ui.city.views import show_views
from ui.city.ways import MILESTONE, MILESTONES, NEW
from ui.deliveries.ways import school_way
from ui.escaping import as_html, as_label
from ui.language import language, texts
from ui.places import day
from ui.planning.words import counted
from ui.portal import entrance
from ui.prose import link, listed
from ui.staff.acting import go, show_said, tell
from ui.staff.fields import joined
from ui.staff.headings import show_words
from ui.texts import Texts
from ui.view_row import VIEW

PLACE, SURE = "city-milestones", "city-milestone-sure"


def show_milestones(person: Person, t: Texts) -> None:
    show_views(t)
    show_said(PLACE)
    with entrance().database.read() as db:
        known = milestones(db, person, today())
    if not known:
        show_words(f"{t.city.no_milestones} {t.city.no_milestones_explained}")
    st.button(
        t.city.new_milestone,
        type="primary",
        icon=":material/add:",
        on_click=go,
        kwargs={VIEW: MILESTONES, MILESTONE: NEW},
    )
    for milestone in known:
        _show_milestone(milestone, t)


def reached(milestone: Milestone) -> int | None:
    """The share in percent that is shown: what order lines say, else what was stated."""
    return milestone.percent if milestone.percent is not None else milestone.stated_share


def _show_milestone(milestone: Milestone, t: Texts) -> None:
    with st.container(border=True, gap="small", key=f"city-milestone-{milestone.id}"):
        st.html(_milestone(milestone, t))
        if milestone.open_schools:
            _show_open(milestone, t)
        if st.session_state.get(SURE) == milestone.id:
            _show_sure(milestone, t)
            return
        with st.container(horizontal=True):
            st.button(
                t.city.change,
                key=f"change-milestone-{milestone.id}",
                help=as_label(milestone.title),
                on_click=go,
                kwargs={VIEW: MILESTONES, MILESTONE: str(milestone.id)},
            )
            st.button(
                t.city.remove,
                key=f"remove-milestone-{milestone.id}",
                type="tertiary",
                help=as_label(t.city.remove_named.format(title=milestone.title)),
                on_click=_ask,
                args=(milestone.id,),
            )


def _milestone(milestone: Milestone, t: Texts) -> str:
    """Its name, when it is due and how far it is, as HTML."""
    spoken, percent = language(), reached(milestone)
    about = joined(
        [
            subproject_word(milestone.subproject, spoken),
            t.city.due.format(period=period_words(milestone.due, spoken)),
            t.city.for_all if milestone.for_all and milestone.total else "",
        ]
    )
    return (
        f'<div class="plan-about"><h2 class="city-goal">{as_html(milestone.title)}</h2>'
        f'<p class="plan-where">{as_html(about)}</p>{bar(percent) if percent is not None else ""}'
        f"<p>{as_html(_how_far(milestone, t))}</p>{_badge(milestone, t)}</div>"
    )


def _how_far(milestone: Milestone, t: Texts) -> str:
    shown = t.city.nothing_for
    if milestone.total:
        shown = t.city.reached_at.format(done=milestone.done, total=milestone.total)
    stated = ""
    if milestone.stated_share is not None:
        said = t.city.stated_on if milestone.stated_on else t.city.stated
        when = day(milestone.stated_on, t) if milestone.stated_on else ""
        stated = said.format(percent=milestone.stated_share, day=when)
    return joined(["" if stated and not milestone.total else shown, stated])


def _badge(milestone: Milestone, t: Texts) -> str:
    if milestone.late:
        return f'<ul class="plan-badges"><li class="warning">{as_html(t.city.overdue)}</li></ul>'
    if milestone.total and not milestone.open_schools:
        return f'<ul class="plan-badges"><li class="good">{as_html(t.city.reached)}</li></ul>'
    return ""


def _show_open(milestone: Milestone, t: Texts) -> None:
    """Folded away: the schools at which something is missing."""
    spoken, schools = language(), milestone.open_schools
    with st.expander(counted(len(schools), t.city.open_schools_one, t.city.open_schools)):
        links = [link(school_way(school.id, spoken), school.name) for school in schools]
        st.html(f'<div class="words">{listed(links)}</div>')


def _show_sure(milestone: Milestone, t: Texts) -> None:
    show_words(t.city.remove_sure.format(title=milestone.title))
    with st.container(horizontal=True):
        st.button(
            t.city.remove_yes,
            type="primary",
            key=f"remove-yes-{milestone.id}",
            on_click=_remove,
            args=(milestone.id, milestone.title),
        )
        st.button(t.city.cancel, key=f"remove-no-{milestone.id}", on_click=_ask, args=(None,))


def _ask(number: int | None) -> None:
    st.session_state[SURE] = number


def _remove(number: int, title: str) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        remove_milestone(db, number, by, now)

    def done(_: None) -> None:
        tell(PLACE, texts().city.removed.format(title=title))

    _ask(None)
    attempt(PLACE, use_case, done)
