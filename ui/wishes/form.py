"""Wishing for a training, and finding others who wish for something similar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person
from trainings.refusals import NoSuchWish
from trainings.seats.listing import Offer, coming
from trainings.wishes.facts import OtherWish, Wish, WishState
from trainings.wishes.wishing import MOST_PEOPLE, equal_wishes, my_wishes
from ui.escaping import as_html
from ui.library.address import number, value
from ui.portal import entrance, portal
from ui.prose import show_title
from ui.staff.acting import go, show_said
from ui.staff.headings import show_section, show_words
from ui.texts import Texts
from ui.trainings.cards import show_cards
from ui.trainings.search import found
from ui.trainings.ways import mine_link
from ui.wishes.acts import ALIKE, DETAILS, FORM, MINE, PEOPLE, SUBJECT, TIMES, TOPIC, WISH, ask, send
from ui.wishes.my_wishes import show_my_wishes, show_wish
from ui.wishes.words import school_and_people

LONGEST_TOPIC, LONGEST_TEXT = 200, 4000
MOST_COMING = 2


def show_wish_page(person: Person, t: Texts) -> None:
    """The form; after sending, the wish with those that are like it."""
    wish = _chosen(person)
    if wish is None:
        _show_form(t)
        show_my_wishes(person, t)
    else:
        _show_sent(wish, _alike(wish, person), person, t)


def _chosen(person: Person) -> Wish | None:
    """The own open wish that the address names."""
    wanted = number(WISH)
    if wanted is None:
        return None
    with entrance().database.read() as db:
        open_ = (wish for wish in my_wishes(db, person) if wish.state is WishState.OPEN)
        return next((wish for wish in open_ if wish.id == wanted), None)


def _show_form(t: Texts) -> None:
    show_title(t.wishes.title, t.wishes.lead)
    st.session_state.setdefault(TOPIC, value(SUBJECT)[:LONGEST_TOPIC])
    with st.form(FORM):
        show_said(FORM)
        st.text_input(
            t.wishes.topic,
            key=TOPIC,
            max_chars=LONGEST_TOPIC,
            placeholder=t.wishes.topic_hint,
            autocomplete="off",
        )
        st.number_input(t.wishes.people, key=PEOPLE, min_value=1, max_value=MOST_PEOPLE, step=1)
        st.text_input(
            t.wishes.times, key=TIMES, max_chars=1000, placeholder=t.wishes.times_hint, autocomplete="off"
        )
        st.text_area(t.wishes.details, key=DETAILS, max_chars=LONGEST_TEXT, placeholder=t.wishes.details_hint)
        show_words(t.wishes.privacy)
        st.form_submit_button(t.wishes.send, type="primary", on_click=send)


def _show_sent(wish: Wish, alike: Sequence[OtherWish], person: Person, t: Texts) -> None:
    show_title(t.wishes.sent, t.wishes.sent_explained)
    show_said(ALIKE)
    show_said(MINE)
    show_wish(wish, t, to_others=False)
    _show_coming(wish, person, t)
    if alike:
        _show_alike(wish, alike, person, t)
    elif not (wish.asked or wish.together or wish.requests):
        show_words(t.wishes.nothing_alike)
    with st.container(horizontal=True, key="ways-further", vertical_alignment="center"):
        st.button(t.wishes.another, on_click=go, icon=":material/add:")
        mine_link(t.wishes.to_mine)


def _show_coming(wish: Wish, person: Person, t: Texts) -> None:
    """Perhaps what is wished for is planned already."""
    now = datetime.now(UTC)
    with entrance().database.read() as db:
        offers = [offer for offer in coming(db, person, now) if _is_open(offer)]
    if offers := found(wish.topic, offers)[:MOST_COMING]:
        show_section(t.wishes.coming, t.wishes.coming_explained)
        show_cards(offers, t)


def _is_open(offer: Offer) -> bool:
    """Whether there is something to do, or was just done."""
    return offer.standing is not None or None in (offer.refusal, offer.wait_refusal)


def _show_alike(wish: Wish, alike: Sequence[OtherWish], person: Person, t: Texts) -> None:
    show_section(_heading(alike, person, t), t.wishes.alike_explained)
    for other in alike:
        with st.container(
            key=f"line-alike-{other.id}", horizontal=True, vertical_alignment="center", border=True
        ):
            st.html(
                f'<div class="source"><p class="name">{as_html(other.topic)}</p>'
                f'<p class="about">{as_html(school_and_people(other, t))}</p></div>'
            )
            st.button(t.wishes.ask, key=f"ask-{other.id}", on_click=ask, args=(wish.id, other.id))


def _heading(alike: Sequence[OtherWish], person: Person, t: Texts) -> str:
    own = {school.name for school in person.schools}
    schools = {other.school for other in alike}
    if "" in schools or schools & own:
        return t.wishes.alike_others
    if len(schools) == 1:
        return t.wishes.alike_one
    return t.wishes.alike_many.format(count=len(schools))


def _alike(wish: Wish, person: Person) -> Sequence[OtherWish]:
    try:
        with entrance().database.read() as db:
            return equal_wishes(db, wish.id, person, portal().near_wishes)
    except NoSuchWish:  # withdrawn in another window meanwhile
        return ()
