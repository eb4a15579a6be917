"""A date's own page: what it brings, when and where, and the one clear next step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person
from trainings.facts import BookingState, DateState
from trainings.refusals import NoSuchDate, Overlaps
from trainings.seats.listing import Offer, of_training, offer
from ui.escaping import as_html
from ui.library.address import number
from ui.portal import entrance
from ui.prose import show_title
from ui.texts import Texts
from ui.trainings.acts import show_said_elsewhere
from ui.trainings.badges import badge, badge_html
from ui.trainings.cards import facts_html, leaf_html
from ui.trainings.other_dates import series_of, show_others
from ui.trainings.reading import show_reading
from ui.trainings.seat import show_seat
from ui.trainings.steps import show_way_in
from ui.trainings.ways import NUMBER, back_link, mine_link, wish_link
from ui.trainings.when import moment


def show_date(person: Person, t: Texts) -> None:
    """The date with the number that stands in the address, whatever was written there."""
    now = datetime.now(UTC)
    try:
        with entrance().database.read() as db:
            shown = offer(db, number(NUMBER) or 0, person, now)
            others = of_training(db, shown.date.training.id, person, now)
    except NoSuchDate:
        _show_nothing(t)
        return
    with st.container(horizontal=True, key="ways-back"):
        back_link(t.trainings.to_trainings)
        if shown.standing and shown.standing.state is not BookingState.GONE:
            mine_link(t.trainings.mine_page)
    _show_head(shown, t)
    with st.container(key="next-step"):
        _show_step(shown, others, now, person, t)
    show_reading(shown.date, t)
    show_others(shown, others, t)


def _show_head(shown: Offer, t: Texts) -> None:
    st.html(
        f'<div class="date-head">{leaf_html(shown.date, t)}<div>'
        f"<h1>{as_html(shown.date.training.title)}</h1>"
        f'<p class="when">{facts_html(shown.date, t)}</p>'
        f"<p>{badge_html(badge(shown, t))}</p></div></div>"
    )


def _show_step(shown: Offer, others: Sequence[Offer], now: datetime, person: Person, t: Texts) -> None:
    has_seat = shown.standing is not None and shown.standing.state is BookingState.BOOKED
    if has_seat and shown.date.state is DateState.PLANNED:
        show_seat(shown, now, person, t)
    else:
        show_way_in(shown, t)
        if shown.refusal is None or isinstance(shown.refusal, Overlaps):
            _show_small_print(shown, others, now, t)


def _show_small_print(shown: Offer, others: Sequence[Offer], now: datetime, t: Texts) -> None:
    """What one would like to know before the click."""
    deadline = shown.date.cancel_until
    told = [t.trainings.can_cancel_until.format(moment=moment(deadline, t))]
    if now > deadline:
        told = [t.trainings.can_cancel_late]
    if (count := len(series_of(shown, others))) > 1:
        told.append(t.trainings.is_of_series.format(count=count))
    st.html(f'<p class="quiet">{as_html(" ".join(told))}</p>')


def _show_nothing(t: Texts) -> None:
    show_title(t.trainings.not_there, t.trainings.not_there_explained)
    show_said_elsewhere(())
    with st.container(horizontal=True, key="ways-on"):
        back_link(t.trainings.to_trainings)
        wish_link(t.wishes.page)
