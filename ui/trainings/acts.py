"""What a person does with a seat: each in one transaction, and a sentence about it at its date."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import partial

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from core.people.roles import Right
from trainings.refusals import AlreadyBooked, AlreadyWaiting
from trainings.seats import booking
from ui.language import texts
from ui.staff.acting import SAID, Said, attempt, forget, show_said, tell, typed
from ui.trainings.house import house

RIGHT = Right.BOOK_TRAININGS
PLACE = "training-date-"


def place_of(date_id: int) -> str:
    """Where something is said about the date."""
    return f"{PLACE}{date_id}"


def show_said_elsewhere(shown: Collection[int]) -> None:
    """What is to be said about a date that is not shown (any more): it would be lost otherwise."""
    said = st.session_state.get(SAID)
    here = {place_of(date_id) for date_id in shown}
    if isinstance(said, Said) and said.place.startswith(PLACE) and said.place not in here:
        show_said(said.place)


def short_notice_key(date_id: int) -> str:
    return f"short-notice-{date_id}"


def word_key(date_id: int) -> str:
    return f"word-for-{date_id}"


def book(date_id: int, despite_overlap: bool = False) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        try:
            booking.book(db, date_id, by, now, house(), despite_overlap=despite_overlap)
        except AlreadyBooked:  # a second click on the same button
            return

    attempt(place_of(date_id), RIGHT, use_case, partial(_tell, date_id, texts().trainings.booked_now))


def book_anyway(date_id: int) -> None:
    """Although something else is booked at that time."""
    book(date_id, despite_overlap=True)


def book_series(date_id: int, series: str, despite_overlap: bool = False) -> None:
    """`date_id` is the one on whose page it is done."""

    def use_case(db: Session, by: Person, now: datetime) -> int:
        return booking.book_series(db, series, by, now, house(), despite_overlap=despite_overlap)

    def done(count: int) -> None:
        t = texts().trainings
        told = t.booked_now if count == 1 else t.series_booked_now.format(count=count)
        tell(place_of(date_id), told)

    attempt(place_of(date_id), RIGHT, use_case, done)


def join_list(date_id: int) -> None:
    at_short_notice = bool(typed(short_notice_key(date_id)))

    def use_case(db: Session, by: Person, now: datetime) -> int:
        try:
            return booking.wait(db, date_id, by, now, house(), short_notice=at_short_notice)
        except AlreadyWaiting as waits:
            return waits.place

    def done(place: int) -> None:
        forget(short_notice_key(date_id))
        tell(place_of(date_id), texts().trainings.waiting_now.format(place=place))

    attempt(place_of(date_id), RIGHT, use_case, done)


def leave_list(date_id: int) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        booking.leave(db, date_id, by, now, house())

    attempt(place_of(date_id), RIGHT, use_case, partial(_tell, date_id, texts().trainings.left_now))


def accept(date_id: int) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        booking.accept(db, date_id, by, now, house())

    attempt(place_of(date_id), RIGHT, use_case, partial(_tell, date_id, texts().trainings.booked_now))


def refuse(date_id: int) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        booking.refuse(db, date_id, by, now, house())

    attempt(place_of(date_id), RIGHT, use_case, partial(_tell, date_id, texts().trainings.refused_now))


def cancel(date_id: int) -> None:
    word = str(typed(word_key(date_id)) or "")

    def use_case(db: Session, by: Person, now: datetime) -> None:
        booking.cancel(db, date_id, by, now, house(), word=word)

    def done(_nothing: None) -> None:
        forget(word_key(date_id))
        tell(place_of(date_id), texts().trainings.cancelled_now)

    attempt(place_of(date_id), RIGHT, use_case, done)


def _tell(date_id: int, text: str, _nothing: None) -> None:
    tell(place_of(date_id), text)
