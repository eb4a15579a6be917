"""Trainings that go with a document: what it explains can be learned with others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person, may
from core.people.roles import Right
from retriever.narrowing import devices_of
from retriever.snapshot import IndexedDocument
from trainings.seats.listing import Offer, coming
from ui.escaping import as_html
from ui.language import KEY as LANGUAGE
from ui.portal import entrance
from ui.texts import Texts
from ui.trainings.badges import badge, badge_html
from ui.trainings.ways import date_way
from ui.trainings.when import span

AT_MOST = 2


def show_trainings_for(document: IndexedDocument, person: Person | None, t: Texts) -> None:
    """The next dates of what fits; nothing where nothing does, or for somebody who cannot book."""
    if person is None or not may(person, Right.BOOK_TRAININGS):
        return
    with entrance().database.read() as db:
        offers = coming(db, person, datetime.now(UTC))
    if found := fitting(devices_of(document), document.facts.topics, offers):
        lines = "".join(_line(offer, t) for offer in found)
        st.html(f'<h2 class="section">{as_html(t.library.trainings)}</h2><ul class="dates">{lines}</ul>')


def fitting(devices: Collection[str], topics: Collection[str], offers: Sequence[Offer]) -> list[Offer]:
    """The next date of each training that shares a device with the document, those that share more of
    devices and topics first; seats that are free before those that are not."""
    first = {offer.date.training.id: offer for offer in reversed(offers)}
    near = [offer for offer in first.values() if set(devices) & set(offer.date.training.devices)]
    near.sort(key=lambda offer: (-_shared(offer, devices, topics), offer.free == 0, offer.date.starts_at))
    return near[:AT_MOST]


def _shared(offer: Offer, devices: Collection[str], topics: Collection[str]) -> int:
    training = offer.date.training
    return len(set(devices) & set(training.devices)) + len(set(topics) & set(training.topics))


def _line(offer: Offer, t: Texts) -> str:
    address = as_html(date_way(offer.date.id, st.query_params.get(LANGUAGE)))
    title, when = as_html(offer.date.training.title), as_html(span(offer.date, t))
    told = f'<span class="place">{when}</span> {badge_html(badge(offer, t))}'
    return f'<li><a href="{address}">{title}</a> {told}</li>'
