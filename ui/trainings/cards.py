"""Dates as cards: what, when and where, how full, and the one next step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit as st

from core.local_time import local_day
from trainings.facts import TrainingDate
from trainings.seats.listing import Offer
from ui.escaping import as_html, as_label
from ui.staff.fields import joined
from ui.texts import Texts
from ui.trainings.badges import badge, badge_html, where
from ui.trainings.steps import show_step
from ui.trainings.ways import date_link
from ui.trainings.when import month, month_name, span, weekday

DAYS_SHOWN = 2  # letters of a weekday


def show_cards(offers: Iterable[Offer], t: Texts) -> None:
    with st.container(key="date-cards"):
        for offer in offers:
            _show_card(offer, t)


def show_by_month(offers: Sequence[Offer], t: Texts) -> None:
    """With a heading for each month; the dates are in order of time."""
    months = groupby(offers, key=lambda offer: month(local_day(offer.date.starts_at), t))
    with st.container(key="date-cards"):
        for name, within in months:
            st.html(f'<h2 class="section">{as_html(name)}</h2>')
            for offer in within:
                _show_card(offer, t)


def leaf_html(date: TrainingDate, t: Texts) -> str:
    """The day as a leaf of a calendar, for the eye; the words beside it say it too."""
    day = local_day(date.starts_at)
    name, short = weekday(day, t)[:DAYS_SHOWN], month_name(day, t)[:3]
    return f'<p class="leaf" aria-hidden="true">{name}<b>{day.day}</b>{short}</p>'


def facts_html(date: TrainingDate, t: Texts) -> str:
    """When on one line, where and with whom on another."""
    held = t.trainings.held_by.format(name=date.trainer) if date.trainer else ""
    lines = (span(date, t), joined([where(date, t), held]))
    return "".join(f"<span>{as_html(line)}</span>" for line in lines if line)


def _show_card(offer: Offer, t: Texts) -> None:
    with st.container(key=f"date-card-{offer.date.id}", gap=None):
        date_link(offer.date.id, as_label(offer.date.training.title))
        st.html(
            f'{leaf_html(offer.date, t)}<p class="when">{facts_html(offer.date, t)}</p>'
            f"<p>{badge_html(badge(offer, t))}{_only_for(offer.date, t)}</p>"
        )
        with st.container(key=f"step-{offer.date.id}", gap="small"):
            show_step(offer, t)


def _only_for(date: TrainingDate, t: Texts) -> str:
    if not date.school:
        return ""
    return f' <span class="seats calm">{as_html(t.trainings.only_for.format(school=date.school))}</span>'
