"""Looking around among the coming dates: search while typing, filters, a list or a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person
from trainings.seats.listing import Offer, coming
from ui.escaping import as_html, as_label
from ui.library.address import value, write
from ui.library.scripts import skip_passage
from ui.portal import entrance
from ui.prose import show_title
from ui.texts import Texts
from ui.trainings.acts import show_said_elsewhere
from ui.trainings.calendar_view import CALENDAR, VIEW, show_calendar
from ui.trainings.cards import show_by_month, show_cards
from ui.trainings.choice import Choice, counted, narrowed
from ui.trainings.filters import SEARCH, chosen, clear_all, show_filters
from ui.trainings.search import found
from ui.trainings.ways import NUMBER, keep_choice, wish_link

AT_ONCE = 20
LONGEST = 200
SHOWN = "dates-shown"
SWITCH = "choose-view"


def show_trainings(person: Person, t: Texts) -> None:
    if value(NUMBER):
        skip_passage()
    keep_choice()
    show_title(t.trainings.title, t.trainings.lead)
    words = _search_field(t)
    now = datetime.now(UTC)
    with entrance().database.read() as db:
        offers = coming(db, person, now)
    listed = found(words, offers) if words else offers
    choice = chosen(person)
    show_filters(counted(listed, choice), choice, person, t)
    _show(narrowed(listed, choice), words, choice, now, t)


def _search_field(t: Texts) -> str:
    """What is typed arrives after a moment's pause, without Enter; it stands in the address."""
    return st.text_input(
        t.trainings.search,
        key=SEARCH,
        bind="query-params",
        live="250ms",
        type="search",
        icon=":material/search:",
        placeholder=t.trainings.search_example,
        label_visibility="collapsed",
        max_chars=LONGEST,
    ).strip()


def _show(offers: Sequence[Offer], words: str, choice: Choice, now: datetime, t: Texts) -> None:
    if not offers:
        show_said_elsewhere(())
        _show_nothing(words, choice, t)
        return
    _show_head(len(offers), t)
    if value(VIEW) == CALENDAR:
        show_calendar(offers, now, t)
    else:
        _show_list(offers, words, t)
    with st.container(key="wish-instead"):
        wish_link(t.trainings.wish, **_as_wish(words))


def _show_head(count: int, t: Texts) -> None:
    """How many there are, and the switch between list and calendar."""
    pattern = t.trainings.one_date if count == 1 else t.trainings.count_dates
    st.session_state[SWITCH] = CALENDAR if value(VIEW) == CALENDAR else ""
    with st.container(horizontal=True, key="line-dates", vertical_alignment="center"):
        st.html(f'<p class="quiet" role="status">{as_html(pattern.format(count=count))}</p>')
        st.segmented_control(
            t.trainings.view,
            list(t.trainings.views),
            format_func=lambda view: t.trainings.views.get(view, view),
            key=SWITCH,
            required=True,
            on_change=_switch_view,
            label_visibility="collapsed",
        )


def _switch_view() -> None:
    write(VIEW, [CALENDAR] if st.session_state.get(SWITCH) == CALENDAR else [])


def _show_list(offers: Sequence[Offer], words: str, t: Texts) -> None:
    shown = max(AT_ONCE, int(st.session_state.get(SHOWN, AT_ONCE)))
    show_said_elsewhere([offer.date.id for offer in offers[:shown]])
    if words:
        show_cards(offers[:shown], t)
    else:
        show_by_month(offers[:shown], t)
    if (left := len(offers) - shown) > 0:
        label = t.library.more.format(count=min(left, AT_ONCE))
        st.button(label, on_click=_more, args=(shown,), key="more-dates")


def _more(shown: int) -> None:
    st.session_state[SHOWN] = shown + AT_ONCE


def _show_nothing(words: str, choice: Choice, t: Texts) -> None:
    looked = bool(words or choice)
    heading = t.trainings.nothing if looked else t.trainings.empty
    explained = t.trainings.nothing_explained if looked else t.trainings.empty_explained
    st.html(
        f'<div class="notice" role="status"><h2 class="section">{as_html(heading)}</h2>'
        f"<p>{as_html(explained)}</p></div>"
    )
    with st.container(horizontal=True, key="ways-on", vertical_alignment="center"):
        with st.container(key="first-way", width="content"):
            label = as_label(t.trainings.wish_these_words.format(words=words)) if words else t.wishes.page
            wish_link(label, **_as_wish(words))
        if looked:
            st.button(t.library.clear_all, on_click=clear_all, key="clear-all")


def _as_wish(words: str) -> dict[str, str]:
    return {"thema": words} if words else {}
