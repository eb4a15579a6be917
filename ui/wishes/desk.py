"""The team's desk: what schools wish for, in groups, and an answer to each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from core.people.person import Person
from trainings.wishes.answering import wishes_for_team
from trainings.wishes.facts import TeamWish, WishGroup
from ui.escaping import as_html
from ui.library.address import number
from ui.moments import written_day
from ui.planning.ways import WISHES
from ui.portal import entrance
from ui.staff.acting import go, show_said
from ui.staff.fields import joined
from ui.staff.headings import show_words
from ui.texts import Texts
from ui.view_row import VIEW
from ui.wishes.acts import WISH
from ui.wishes.answer import DESK, show_answer
from ui.wishes.words import people, show_lines


def show_wish_desk(person: Person, t: Texts) -> None:
    """All groups, or the one that the address names."""
    with entrance().database.read() as db:
        groups = wishes_for_team(db, person)
    wanted = number(WISH)
    chosen = next((group for group in groups if wanted in [wish.id for wish in group.wishes]), None)
    show_said(DESK)
    if chosen is None:
        _show_groups(groups, t)
    else:
        _show_one(chosen, person, t)


def _show_groups(groups: Sequence[WishGroup], t: Texts) -> None:
    if not groups:
        show_words(t.wishes.desk_empty)
        return
    said = t.wishes.one_group if len(groups) == 1 else t.wishes.many_groups
    show_lines(t.wishes.desk_lead, said.format(count=len(groups)))
    for group in groups:
        with st.container(
            key=f"line-wishes-{group.wishes[0].id}", horizontal=True, vertical_alignment="center", border=True
        ):
            _show_head(group, t)
            st.button(
                t.wishes.answer,
                key=f"reply-wish-{group.wishes[0].id}",
                on_click=_open,
                args=(group.wishes[0].id,),
            )


def _show_head(group: WishGroup, t: Texts) -> None:
    topics = "; ".join(dict.fromkeys(wish.topic for wish in group.wishes))
    times = "; ".join(group.times) or t.wishes.no_times
    with st.container(key=f"plan-group-wish-{group.wishes[0].id}"):
        st.html(
            f'<div class="source"><h2 class="section">{as_html(topics)}</h2>'
            f'<p class="about">{as_html(joined([people(group.people, t), ", ".join(group.schools)]))}</p>'
            f'<p class="about">{as_html(times)}</p>{_badge(group, t)}</div>'
        )


def _badge(group: WishGroup, t: Texts) -> str:
    if len(group.wishes) == 1:
        return ""
    said = t.wishes.joined_wishes.format(count=len(group.wishes))
    return f'<p><span class="seats good">{as_html(said)}</span></p>'


def _show_one(group: WishGroup, person: Person, t: Texts) -> None:
    st.button(t.wishes.back, on_click=_back, type="tertiary", icon=":material/arrow_back:", key="way-back")
    _show_head(group, t)
    for wish in group.wishes:
        with st.container(border=True, key=f"wish-of-{wish.id}"):
            _show_wish(wish, t)
    show_answer(group, person, datetime.now(UTC), t)


def _show_wish(wish: TeamWish, t: Texts) -> None:
    who = t.wishes.wished_by.format(person=wish.person, school=wish.school) if wish.school else wish.person
    about = joined([people(wish.people, t), written_day(wish.created_at, t)])
    st.html(
        f'<div class="source"><p class="name">{as_html(wish.topic)}</p>'
        f'<p class="about">{as_html(joined([who, about]))}</p></div>'
    )
    show_lines(*wish.details.splitlines(), wish.times)


def _open(wish_id: int) -> None:
    go(**{VIEW: WISHES, WISH: str(wish_id)})


def _back() -> None:
    go(**{VIEW: WISHES})
