"""One's own wishes: what became of each, and who would like to go together."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person
from trainings.facts import DateState
from trainings.wishes.facts import JoinRequest, Wish, WishState
from trainings.wishes.wishing import my_wishes
from ui.escaping import as_html
from ui.library.links import page_link
from ui.portal import entrance
from ui.staff.acting import show_said
from ui.staff.headings import show_words
from ui.texts import Texts
from ui.trainings.ways import DATE, NUMBER, wish_link
from ui.trainings.when import span
from ui.wishes.acts import MINE, WISH, answer, withdraw
from ui.wishes.words import listed, people, school, show_lines

CANCELLED = "cancelled"
LOOKS = {"open": "calm", "planned": "good", "declined": "full", CANCELLED: "waits"}


def show_my_wishes(person: Person, t: Texts) -> None:
    """Nothing where there are none; those first in which something is to be answered."""
    now = datetime.now(UTC)
    with entrance().database.read() as db:
        wishes = [wish for wish in my_wishes(db, person) if not _is_over(wish, now)]
    if wishes:
        st.html(f'<h2 class="section">{as_html(t.wishes.mine)}</h2>')
    show_said(MINE)
    for wish in sorted(wishes, key=lambda wish: not wish.requests):
        show_wish(wish, t)


def show_wish(wish: Wish, t: Texts, *, to_others: bool = True) -> None:
    """As a card; with `to_others` there is a way to similar wishes."""
    with st.container(border=True, key=f"wish-{wish.id}"):
        _show_head(wish, t)
        for request in wish.requests:
            _show_request(request, t)
        if wish.state is WishState.OPEN:
            _show_open(wish, to_others, t)
        else:
            _show_answered(wish, t)


def _is_over(wish: Wish, now: datetime) -> bool:
    return wish.date is not None and wish.date.ends_at <= now


def _show_head(wish: Wish, t: Texts) -> None:
    state = _state(wish)
    badge = f'<span class="seats {LOOKS[state]}">{as_html(t.wishes.states[state])}</span>'
    st.html(
        f'<div class="source"><p class="name">{as_html(wish.topic)} {badge}</p>'
        f'<p class="about">{as_html(_about(wish, t))}</p></div>'
    )


def _state(wish: Wish) -> str:
    """What became of it; a date that was cancelled is no date any more."""
    planned = wish.state is WishState.PLANNED
    gone = wish.date is None or wish.date.state is DateState.CANCELLED
    return CANCELLED if planned and gone else wish.state.value


def _about(wish: Wish, t: Texts) -> str:
    count = people(wish.people, t)
    return t.wishes.with_times.format(people=count, times=wish.times) if wish.times else count


def _show_request(request: JoinRequest, t: Texts) -> None:
    named = school(request.wish, t)
    show_lines(t.wishes.wants_to_join.format(school=named, topic=request.wish.topic))
    with st.container(horizontal=True, key=f"respond-wish-{request.id}"):
        st.button(
            t.wishes.say_yes,
            key=f"wish-yes-{request.id}",
            type="primary",
            on_click=answer,
            args=(request.id, True),
        )
        st.button(t.wishes.say_no, key=f"wish-no-{request.id}", on_click=answer, args=(request.id, False))


def _show_open(wish: Wish, to_others: bool, t: Texts) -> None:
    show_lines(
        t.wishes.together.format(schools=listed(wish.together, t)) if wish.together else "",
        t.wishes.asked.format(schools=listed(wish.asked, t)) if wish.asked else "",
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"seat-wish-{wish.id}"):
        if to_others:
            wish_link(t.wishes.alike, **{WISH: str(wish.id)})
        with st.popover(t.wishes.withdraw, type="tertiary"):
            show_words(t.wishes.withdraw_sure)
            st.button(
                t.wishes.withdraw_now,
                key=f"withdraw-{wish.id}",
                type="primary",
                on_click=withdraw,
                args=(wish.id,),
            )


def _show_answered(wish: Wish, t: Texts) -> None:
    if _state(wish) == CANCELLED:
        show_lines(t.wishes.date_cancelled)
    elif wish.date is not None:
        show_lines(t.wishes.planned.format(title=wish.date.training.title, when=span(wish.date, t)))
        page_link(DATE, t.wishes.to_date, ":material/event:", **{NUMBER: str(wish.date.id)})
        return
    else:
        show_lines(t.wishes.declined.format(answer=wish.answer))
    st.button(t.wishes.hide, key=f"hide-{wish.id}", type="tertiary", on_click=withdraw, args=(wish.id,))
