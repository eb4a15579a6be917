"""A seat that somebody has: what comes next, the calendar, the way in, and how to give it back."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from core.local_time import local_day
from core.people.person import Person
from core.settings import load_settings
from trainings.facts import TrainingDate
from trainings.seats.booking import LONGEST_WORD
from trainings.seats.listing import Offer
from ui.escaping import as_html
from ui.library.links import page_link
from ui.prose import bullets
from ui.staff.acting import show_said
from ui.texts import Texts
from ui.trainings import acts
from ui.trainings.steps import show_calendar_file
from ui.trainings.ways import POST, check_in_picture
from ui.trainings.when import moment

PROTOCOLS = ("https://", "http://")
LAST_REMINDER = timedelta(days=1)


def show_seat(shown: Offer, now: datetime, person: Person, t: Texts) -> None:
    """The calm confirmation, as long as the date lies ahead."""
    date = shown.date
    show_said(acts.place_of(date.id))
    if now < date.starts_at:
        st.html(
            f'<h2 class="section">{as_html(t.trainings.what_comes_next)}</h2>'
            f'<div class="words">{bullets(_next(date, now, person, t))}</div>'
        )
    if now < date.ends_at:
        show_check_in(date, now, t)
    with st.container(horizontal=True, key=f"seat-{date.id}", vertical_alignment="center"):
        _show_link(date, t)
        show_calendar_file(date.id, t)
        show_cancel(date, now, t)
        if load_settings().demo:
            page_link(POST, t.trainings.demo_post, ":material/mail:")


def show_check_in(date: TrainingDate, now: datetime, t: Texts) -> None:
    """On the day: the code that the trainer scans."""
    if local_day(now) != local_day(date.starts_at):
        return
    st.html(
        f'<figure class="check-in"><img src="{check_in_picture(date.id)}" width="180" height="180" '
        f'alt="{as_html(t.trainings.check_in_picture)}">'
        f"<figcaption>{as_html(t.trainings.check_in)}</figcaption></figure>"
    )


def show_cancel(date: TrainingDate, now: datetime, t: Texts) -> None:
    """Before the deadline one click to confirm, after it a word to the trainer; never once it has begun."""
    if now >= date.starts_at:
        return
    with st.popover(t.trainings.cancel, key=f"cancel-{date.id}"):
        if now > date.cancel_until:
            _show_late_cancel(date, t)
        else:
            st.html(f'<p class="words">{as_html(t.trainings.cancel_sure)}</p>')
            key = f"cancel-now-{date.id}"
            st.button(t.trainings.cancel_now, key=key, type="primary", on_click=acts.cancel, args=(date.id,))


def _show_late_cancel(date: TrainingDate, t: Texts) -> None:
    with st.form(f"cancel-late-{date.id}", border=False):
        deadline = moment(date.cancel_until, t)
        explained = t.trainings.cancel_late.format(deadline=deadline)
        st.html(f'<p class="words">{as_html(explained)}</p>')
        name = date.trainer or t.trainings.the_trainer
        st.text_area(
            t.trainings.word_to.format(name=name),
            key=acts.word_key(date.id),
            max_chars=LONGEST_WORD,
            height=100,
            placeholder=t.trainings.word_example,
        )
        st.form_submit_button(
            t.trainings.cancel_with_word, type="primary", on_click=acts.cancel, args=(date.id,)
        )


def _next(date: TrainingDate, now: datetime, person: Person, t: Texts) -> list[str]:
    """What happens between now and the date."""
    told = [t.trainings.mail_comes.format(email=person.email)]
    if now < date.starts_at - LAST_REMINDER:
        told.append(t.trainings.we_remind)
    if date.training.preparation:
        told.append(t.trainings.prepare)
    if date.link:
        told.append(t.trainings.link_is_here)
    if now <= date.cancel_until:
        told.append(t.trainings.cancel_by.format(moment=moment(date.cancel_until, t)))
    return told


def _show_link(date: TrainingDate, t: Texts) -> None:
    if date.link.startswith(PROTOCOLS):
        label = as_html(t.trainings.open_link)
        address = as_html(date.link)
        st.html(
            f'<a class="button" href="{address}" target="_blank" rel="noopener">{label}</a>', width="content"
        )
