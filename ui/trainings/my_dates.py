"""A person's offers, seats and places in lists, each as a card with what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import streamlit as st

from trainings.seats.listing import Offer
from ui.escaping import as_html, as_label
from ui.staff.acting import show_said
from ui.texts import Texts
from ui.trainings.acts import place_of
from ui.trainings.cards import facts_html, leaf_html
from ui.trainings.seat import show_cancel, show_check_in
from ui.trainings.steps import offered_until, show_answer, show_calendar_file, show_leave_button
from ui.trainings.ways import date_link


def show_offered(offers: Sequence[Offer], t: Texts) -> None:
    _show_heading(offers, t.trainings.offered)
    for offer in offers:
        with card(offer, t, offered_until(offer, t)):
            show_answer(offer, t)


def show_coming(offers: Sequence[Offer], now: datetime, t: Texts) -> None:
    _show_heading(offers, t.trainings.coming)
    for offer in offers:
        with card(offer, t):
            show_check_in(offer.date, now, t)
            with st.container(horizontal=True, key=f"seat-{offer.date.id}", vertical_alignment="center"):
                show_calendar_file(offer.date.id, t)
                show_cancel(offer.date, now, t)


def show_waiting(offers: Sequence[Offer], t: Texts) -> None:
    _show_heading(offers, t.trainings.waiting)
    for offer in offers:
        with card(offer, t, _place(offer, t)):
            show_leave_button(offer.date.id, t)


@contextmanager
def card(offer: Offer, t: Texts, word: str = "") -> Iterator[None]:
    """What the date is and a word about it; what can be done stands below."""
    said = f'<p class="word">{as_html(word)}</p>' if word else ""
    with st.container(key=f"date-card-{offer.date.id}", gap=None):
        date_link(offer.date.id, as_label(offer.date.training.title))
        st.html(f'{leaf_html(offer.date, t)}<p class="when">{facts_html(offer.date, t)}</p>{said}')
        with st.container(key=f"step-{offer.date.id}", gap="small"):
            show_said(place_of(offer.date.id))
            yield


def _show_heading(offers: Sequence[Offer], heading: str) -> None:
    if offers:
        st.html(f'<h2 class="section">{as_html(heading)}</h2>')


def _place(offer: Offer, t: Texts) -> str:
    standing = offer.standing
    told = t.trainings.is_waiting.format(place=standing.place or 1 if standing else 1)
    chosen = t.trainings.is_short_notice if standing and standing.short_notice else t.trainings.is_asked_first
    return f"{told}. {chosen}"
