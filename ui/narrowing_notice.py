"""Above an answer: that something outside the narrowing fits better, or that this comes from outside it."""

from __future__ import annotations

import streamlit as st

from retriever.answer import Answer, Citation
from retriever.narrowing import EVERYTHING, Narrowing, devices_of
from ui.conversation import Exchange
from ui.desk import Desk
from ui.escaping import as_html
from ui.narrowing import keep
from ui.places import place
from ui.texts import Texts


def show_notice(answer: Answer, exchange: Exchange, desk: Desk, t: Texts) -> None:
    """Nothing, where the narrowing hid nothing."""
    said = _outside(answer, exchange.narrowing, desk, t) if answer.outside else _elsewhere(answer, t)
    if not said:
        return
    with st.container(key=f"beyond-{exchange.id}", horizontal=True, vertical_alignment="center"):
        st.html(f'<p lang="{answer.language}" role="note">{said}</p>')
        if answer.elsewhere:
            key = f"ask-all-{exchange.id}"
            st.button(t.narrowing.ask_all, key=key, type="tertiary", on_click=keep, args=(EVERYTHING,))


def _elsewhere(answer: Answer, t: Texts) -> str:
    if answer.elsewhere is None:
        return ""
    title = f"<strong>{as_html(answer.elsewhere.title)}</strong>"
    where = as_html(place(answer.elsewhere, t))
    sentence = t.narrowing.elsewhere if where else t.narrowing.elsewhere_only
    return as_html(sentence).format(title=title, place=where)


def _outside(answer: Answer, narrowing: Narrowing, desk: Desk, t: Texts) -> str:
    devices = _devices(answer.citations[0], desk)
    holds = devices and narrowing.devices and narrowing.devices.isdisjoint(devices)
    about = t.narrowing.outside_holds.format(devices=", ".join(devices)) if holds else ""
    return f"<strong>{as_html(t.narrowing.outside)}</strong> {as_html(about or t.narrowing.outside_stands)}"


def _devices(citation: Citation, desk: Desk) -> tuple[str, ...]:
    found = (document for document in desk.catalogue() if document.id == citation.document_id)
    return next((devices_of(document) for document in found), ())
