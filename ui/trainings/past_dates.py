"""What somebody has attended: the certificate, and a word about how it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.courses.feedback import LONGEST_TEXT, RATINGS, give_feedback
from trainings.facts import DateState, Standing
from trainings.seats.listing import Offer
from ui.escaping import as_html
from ui.language import texts
from ui.staff.acting import attempt, forget, tell, typed
from ui.texts import Texts
from ui.trainings.acts import place_of
from ui.trainings.my_dates import card
from ui.trainings.ways import certificate

AT_ONCE = 10
SHOWN = "past-shown"


def show_past(offers: Sequence[Offer], now: datetime, t: Texts) -> None:
    if not offers:
        return
    st.html(f'<h2 class="section">{as_html(t.trainings.past)}</h2>')
    shown = max(AT_ONCE, int(st.session_state.get(SHOWN, AT_ONCE)))
    for offer in offers[:shown]:
        with card(offer, t, _word(offer, t)):
            _show_keepsakes(offer, t)
    if (left := len(offers) - shown) > 0:
        label = t.library.more.format(count=min(left, AT_ONCE))
        st.button(label, on_click=_more, args=(shown,), key="more-past")


def _word(offer: Offer, t: Texts) -> str:
    """What became of it."""
    if offer.date.state is DateState.CANCELLED:
        return t.trainings.was_cancelled
    match offer.standing:
        case Standing(attended=None):
            return t.trainings.not_noted_yet
        case Standing(attended=False):
            return t.trainings.was_not_there
        case Standing(feedback_given=True):
            return t.trainings.feedback_is_given
    return ""


def _show_keepsakes(offer: Offer, t: Texts) -> None:
    standing = offer.standing
    if standing is None or not standing.attended or offer.date.state is DateState.CANCELLED:
        return
    with st.container(horizontal=True, key=f"keepsakes-{offer.date.id}", vertical_alignment="center"):
        if offer.date.training.certificate_minutes:
            address, label = certificate(standing.booking_id), as_html(t.trainings.certificate)
            st.html(f'<a class="button plain" href="{address}">{label}</a>', width="content")
        if not standing.feedback_given:
            _show_feedback_form(offer.date.id, t)


def _show_feedback_form(date_id: int, t: Texts) -> None:
    with st.popover(t.trainings.give_feedback), st.form(f"feedback-{date_id}", border=False):
        st.radio(
            t.trainings.how_was_it,
            list(RATINGS),
            format_func=lambda rating: t.trainings.ratings[rating - 1],
            index=None,
            key=_rating(date_id),
        )
        st.text_area(t.trainings.in_words, key=_text(date_id), max_chars=LONGEST_TEXT, height=100)
        st.form_submit_button(t.send, type="primary", on_click=_give, args=(date_id,))


def _give(date_id: int) -> None:
    chosen, text = typed(_rating(date_id)), str(typed(_text(date_id)) or "")
    rating = chosen if chosen in RATINGS else 0  # a browser can send anything

    def use_case(db: Session, by: Person, now: datetime) -> None:
        give_feedback(db, date_id, rating, text, by, now)

    def done(_nothing: None) -> None:
        forget(_rating(date_id), _text(date_id))
        tell(place_of(date_id), texts().trainings.feedback_thanks)

    attempt(place_of(date_id), Right.BOOK_TRAININGS, use_case, done)


def _more(shown: int) -> None:
    st.session_state[SHOWN] = shown + AT_ONCE


def _rating(date_id: int) -> str:
    return f"rating-{date_id}"


def _text(date_id: int) -> str:
    return f"feedback-text-{date_id}"
