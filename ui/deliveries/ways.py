"""Addresses of the pages about a school's deliveries, and links to them."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from ui.library.links import page_link
from ui.library.ways import LIBRARY
from ui.navigation import BY_ADDRESS
from ui.sign_in.ways import way
from ui.trainings.ways import TRAININGS

DELIVERIES = "/lieferungen"
LINE = "/lieferung"
CITY = "/lieferungen-aller-schulen"
PRINTED = f"{DELIVERIES}/drucken"
AS_CSV, AS_XLSX = f"{DELIVERIES}/liste.csv", f"{DELIVERIES}/liste.xlsx"
STYLE = f"{DELIVERIES}/aussehen.css"
SCHOOL, NUMBER, DEVICE = "schule", "nr", "geraet"
KEPT = "deliveries-choice"


def school_way(school_id: int, lang: str | None = None) -> str:
    """The page of a school's deliveries."""
    return way(DELIVERIES, schule=str(school_id), lang=lang)


def line_way(line_id: int, lang: str | None = None) -> str:
    """The page of an order line."""
    return way(LINE, nr=str(line_id), lang=lang)


def line_link(line_id: int, label: str) -> None:
    """The label is Markdown, with foreign words escaped."""
    page_link(LINE, label, "", nr=str(line_id))


def history_link(line_id: int, label: str) -> None:
    """To the same page, for whoever looks for what happened."""
    page_link(LINE, label, ":material/history:", nr=str(line_id))


def confirm_link(line_id: int, label: str) -> None:
    """To the same page, for whoever can confirm that all is there."""
    page_link(LINE, label, ":material/task_alt:", nr=str(line_id))


def keep_choice(names: Iterable[str]) -> None:
    """Remembers what of the address chooses lines, for the way back to them."""
    st.session_state[KEPT] = {name: given for name in names if (given := st.query_params.get_all(name))}


def back_link(school_id: int, label: str) -> None:
    """To the school's lines as they were last narrowed; to all of them where another school was looked at."""
    kept = st.session_state.get(KEPT) or {}
    same = kept.get(SCHOOL, [str(school_id)]) == [str(school_id)]
    query = {**(kept if same else {}), SCHOOL: [str(school_id)]}
    page = BY_ADDRESS[DELIVERIES.strip("/")].path
    st.page_link(page, label=label, icon=":material/arrow_back:", query_params=query)


def deliveries_link(label: str) -> None:
    page_link(DELIVERIES, label, ":material/local_shipping:")


def city_link(label: str) -> None:
    page_link(CITY, label, ":material/location_city:")


def manuals_link(device: str, label: str) -> None:
    """What the library explains of a device."""
    page_link(LIBRARY, label, ":material/menu_book:", **{DEVICE: device})


def trainings_link(device: str, label: str) -> None:
    """The trainings with a device."""
    page_link(TRAININGS, label, ":material/event:", **{DEVICE: device})
