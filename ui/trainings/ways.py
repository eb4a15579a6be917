"""Addresses of the trainings' pages, and links to them."""

from __future__ import annotations

import streamlit as st

from ui.library.links import page_link
from ui.navigation import BY_ADDRESS
from ui.sign_in.ways import way

TRAININGS = "/fortbildungen"
DATE = "/fortbildung"
MINE = "/meine-fortbildungen"
WISH = "/fortbildung-wuenschen"
POST = "/post"
NUMBER = "termin"
KEPT = "trainings-choice"
DAY = "tag"


def date_way(date_id: int, lang: str | None = None) -> str:
    """The page of a date."""
    return way(DATE, termin=str(date_id), lang=lang)


def calendar_file(date_id: int) -> str:
    """The person's own booking as a calendar file."""
    return f"{DATE}/{date_id}/termin.ics"


def check_in_picture(date_id: int) -> str:
    """The QR code with which the trainer checks the person in."""
    return f"{DATE}/{date_id}/einchecken.svg"


def certificate(booking_id: int) -> str:
    return f"/bescheinigung/{booking_id}.pdf"


def date_link(date_id: int, label: str) -> None:
    """The label is Markdown, with foreign words escaped."""
    page_link(DATE, label, "", termin=str(date_id))


def wish_link(label: str, **query: str) -> None:
    page_link(WISH, label, ":material/lightbulb:", **query)


def trainings_link(label: str) -> None:
    page_link(TRAININGS, label, ":material/event:")


def keep_choice() -> None:
    """Remembers how the dates are narrowed, for the way back to them."""
    names = [name for name in st.query_params if name != NUMBER]
    st.session_state[KEPT] = {name: st.query_params.get_all(name) for name in names}


def back_link(label: str) -> None:
    """To the dates as they were last narrowed."""
    page = BY_ADDRESS[TRAININGS.strip("/")].path
    kept = st.session_state.get(KEPT) or None
    st.page_link(page, label=label, icon=":material/arrow_back:", query_params=kept)


def mine_link(label: str) -> None:
    page_link(MINE, label, ":material/event_available:")
