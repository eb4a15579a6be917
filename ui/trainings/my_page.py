"""What somebody has to do with trainings: offers first, then what comes, waits, and was."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.local_time import local_day
from core.people.person import Person
from trainings.courses.authorisations import Authorisation, authorisations_of
from trainings.seats.listing import Mine, Offer, mine
from ui.escaping import as_html
from ui.library.address import value
from ui.library.scripts import skip_passage
from ui.portal import entrance
from ui.prose import show_title
from ui.texts import Texts
from ui.trainings.acts import show_said_elsewhere
from ui.trainings.calendar_address_box import show_calendar_address
from ui.trainings.my_dates import show_coming, show_offered, show_waiting
from ui.trainings.past_dates import show_past
from ui.trainings.ways import NUMBER, trainings_link, wish_link
from ui.trainings.when import span, whole_day
from ui.wishes.my_wishes import show_my_wishes


def show_my_trainings(person: Person, t: Texts) -> None:
    if value(NUMBER):
        skip_passage()
    now = datetime.now(UTC)
    with entrance().database.read() as db:
        own, machines = _read(db, person, now)
    show_title(t.trainings.mine_title, _lead(own, t))
    show_said_elsewhere([offer.date.id for part in _parts(own) for offer in part])
    show_offered(own.offered, t)
    show_coming(own.booked, now, t)
    show_waiting(own.waiting, t)
    if not any(_parts(own)):
        _show_empty(t)
    show_past(own.past, now, t)
    _show_machines(machines, t)
    show_my_wishes(person, t)
    if any(_parts(own)):
        show_calendar_address(person, t)
        _show_ways_on(t)


def _read(db: Session, person: Person, now: datetime) -> tuple[Mine, list[Authorisation]]:
    return mine(db, person, now), authorisations_of(db, person, now)


def _parts(own: Mine) -> tuple[tuple[Offer, ...], ...]:
    return own.offered, own.booked, own.waiting, own.past


def _lead(own: Mine, t: Texts) -> str:
    """The next thing to know, in a sentence."""
    if own.offered:
        return t.trainings.lead_offered
    if own.booked:
        following = own.booked[0].date
        return t.trainings.lead_next.format(title=following.training.title, when=span(following, t))
    return t.trainings.lead_waiting if own.waiting else ""


def _show_empty(t: Texts) -> None:
    st.html(
        f'<div class="notice"><h2 class="section">{as_html(t.trainings.mine_empty)}</h2>'
        f"<p>{as_html(t.trainings.mine_empty_explained)}</p></div>"
    )
    with st.container(horizontal=True, key="ways-on", vertical_alignment="center"):
        with st.container(key="first-way", width="content"):
            trainings_link(t.trainings.find_one)
        wish_link(t.wishes.page)


def _show_machines(machines: list[Authorisation], t: Texts) -> None:
    """Machines of the FabLab that the person may use by themselves."""
    if not machines:
        return
    rows = "".join(
        f"<li><strong>{as_html(each.resource.name)}</strong> "
        f"{as_html(t.trainings.authorised_until.format(day=whole_day(local_day(each.until), t)))}</li>"
        for each in machines
    )
    heading, explained = as_html(t.trainings.machines), as_html(t.trainings.machines_explained)
    st.html(
        f'<h2 class="section">{heading}</h2><ul class="machines">{rows}</ul><p class="quiet">{explained}</p>'
    )


def _show_ways_on(t: Texts) -> None:
    with st.container(horizontal=True, key="ways-further"):
        trainings_link(t.trainings.find_more)
