"""The one next step to a seat, as a button; where there is none, why not and the way out."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from trainings.refusals import (
    AlreadyBooked,
    AlreadyWaiting,
    Closed,
    Full,
    HasOffer,
    NotOpenYet,
    Overlaps,
    Refusal,
    YouHoldIt,
)
from trainings.seats.listing import Offer
from ui.escaping import as_html
from ui.prose import paragraph, show_words
from ui.staff.acting import show_said
from ui.texts import Texts
from ui.trainings import acts
from ui.trainings.refusals import sentence
from ui.trainings.ways import calendar_file
from ui.trainings.when import moment

# What a badge says already.
SAID_BY_BADGE = (Full, AlreadyBooked, AlreadyWaiting, NotOpenYet, Closed, YouHoldIt)


def show_step(offer: Offer, t: Texts) -> None:
    """For a card: what the badge says is not said again."""
    show_said(acts.place_of(offer.date.id))
    if offer.refusal is not None and not isinstance(offer.refusal, SAID_BY_BADGE):
        show_reason(offer.refusal, t)
    show_buttons(offer, t)


def show_way_in(offer: Offer, t: Texts) -> None:
    """For a date's own page: all that there is to say, and all that can be done."""
    show_said(acts.place_of(offer.date.id))
    if isinstance(offer.refusal, HasOffer):
        show_words(paragraph(offered_until(offer, t)))
    elif offer.refusal is not None and not isinstance(offer.refusal, AlreadyWaiting):
        show_reason(offer.refusal, t)
    show_buttons(offer, t)
    if isinstance(offer.refusal, AlreadyWaiting):
        show_place(offer, t)


def show_place(offer: Offer, t: Texts) -> None:
    """A place on the list: what was chosen, and the way off it."""
    at_short_notice = offer.standing is not None and offer.standing.short_notice
    told = t.trainings.is_short_notice if at_short_notice else t.trainings.is_asked_first
    show_words(paragraph(told))
    show_leave_button(offer.date.id, t)


def show_reason(refusal: Refusal, t: Texts) -> None:
    st.html(f'<p class="reason">{as_html(sentence(refusal, t))}</p>')


def show_buttons(offer: Offer, t: Texts) -> None:
    number = offer.date.id
    match offer.refusal:
        case None if offer.standing:  # had a seat or a place in the list before
            _button(acts.book, number, t.trainings.book_again)
        case None:
            _button(acts.book, number, t.trainings.book, primary=True)
        case Overlaps():
            _button(acts.book_anyway, number, t.trainings.book_anyway)
        case HasOffer():
            show_answer(offer, t)
        case AlreadyBooked():
            show_calendar_file(number, t)
        case _ if offer.wait_refusal is None:
            show_list_button(number, t)


def show_answer(offer: Offer, t: Texts) -> None:
    """To an offered seat."""
    with st.container(horizontal=True, key=f"respond-{offer.date.id}"):
        _button(acts.accept, offer.date.id, t.trainings.accept, primary=True)
        _button(acts.refuse, offer.date.id, t.trainings.refuse)


def show_list_button(number: int, t: Texts) -> None:
    """What a place on the list means, and the choice that belongs to it."""
    with st.popover(t.trainings.join_list, key=f"list-{number}"):
        st.html(f'<p class="words">{as_html(t.trainings.list_explained)}</p>')
        st.checkbox(t.trainings.short_notice, key=acts.short_notice_key(number))
        _button(acts.join_list, number, t.trainings.join_list_now, primary=True)


def show_leave_button(number: int, t: Texts) -> None:
    with st.popover(t.trainings.leave_list, key=f"leave-{number}"):
        st.html(f'<p class="words">{as_html(t.trainings.leave_list_sure)}</p>')
        _button(acts.leave_list, number, t.trainings.leave_list_now, primary=True)


def show_calendar_file(number: int, t: Texts) -> None:
    label = as_html(t.trainings.calendar_file)
    st.html(f'<a class="button plain" href="{calendar_file(number)}">{label}</a>', width="content")


def offered_until(offer: Offer, t: Texts) -> str:
    ends_at = offer.standing.offer_ends_at if offer.standing else None
    return t.trainings.offered_until.format(moment=moment(ends_at, t)) if ends_at else ""


def _button(act: Callable[[int], None], number: int, label: str, *, primary: bool = False) -> None:
    """A date has each button once on a page."""
    key = f"{act.__name__}-{number}"
    st.button(label, key=key, type="primary" if primary else "secondary", on_click=act, args=(number,))
