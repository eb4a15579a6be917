"""How lists are laid out: what was said once of their columns and words."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from deliveries.importing.profiles import Profile, profiles, remove_profile, save_profile
from deliveries.stages import Stage
from deliveries.words.names import stage_word
from ui.city.acting import attempt
from ui.delivery_lists.layout_form import known_of_profile, show_layout_form
from ui.delivery_lists.reading import read_anew
from ui.delivery_lists.views import show_views
from ui.delivery_lists.ways import LAYOUT, LAYOUTS
from ui.escaping import as_html, as_label
from ui.language import language, texts
from ui.moments import written_moment
from ui.portal import entrance
from ui.staff.acting import go, show_said, tell, typed
from ui.staff.fields import joined
from ui.staff.headings import show_heading, show_section, show_way_back, show_words
from ui.staff.numbers import as_number
from ui.texts import Texts
from ui.view_row import VIEW

PLACE = "lists-layouts"


def show_layouts(person: Person, t: Texts) -> None:
    show_views(t)
    show_said(PLACE)
    with entrance().database.read() as db:
        known = profiles(db, person)
    show_words(t.lists.layouts_explained if known else t.lists.no_layouts)
    for profile in known:
        _show_row(profile, t)


def show_one_layout(written: str, person: Person, t: Texts) -> None:
    """The layout with the number that stands in the address, to be changed."""
    show_way_back(t.lists.way_back, _back)
    with entrance().database.read() as db:
        found = [profile for profile in profiles(db, person) if profile.id == as_number(written)]
    if not found:
        show_heading(t.lists.no_such_layout)
        return
    show_heading(found[0].name)
    show_layout_form(known_of_profile(found[0]), t.lists.save, _saved, t)
    if found[0].stages:
        _show_words_form(found[0], t)


def _show_row(profile: Profile, t: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"line-layout-{profile.id}"):
        used = [column for column in profile.columns.values() if column]
        counts = t.lists.layout_of.format(columns=len(used), words=len(profile.stages))
        changed = t.lists.layout_changed.format(moment=written_moment(profile.changed_at, t))
        about = joined([counts, t.lists.layout_full if profile.full else "", changed])
        st.html('<div class="plan-about">' + _named(profile.name, about) + "</div>")
        st.button(
            t.lists.edit,
            key=f"edit-layout-{profile.id}",
            help=as_label(profile.name),
            on_click=go,
            kwargs={VIEW: LAYOUTS, LAYOUT: str(profile.id)},
        )
        st.button(
            t.lists.remove,
            type="tertiary",
            key=f"forget-layout-{profile.id}",
            help=as_label(t.lists.remove_named.format(name=profile.name)),
            on_click=_remove,
            args=(profile.id, profile.name),
        )


def _named(name: str, about: str) -> str:
    return f'<p class="list-name">{as_html(name)}</p><p class="plan-where">{as_html(about)}</p>'


def _show_words_form(profile: Profile, t: Texts) -> None:
    show_section(t.lists.word_list)
    stages, spoken = list(Stage), language()
    with st.form(f"list-layout-words-{profile.id}"):
        for word, stage in profile.stages.items():
            st.selectbox(
                as_label(word),
                stages,
                index=stages.index(Stage(stage)),
                format_func=lambda one: stage_word(one, spoken),
                placeholder=t.lists.not_yet,
                key=_key(profile, word),
            )
        st.form_submit_button(t.lists.save, on_click=_save_words, args=(profile,))


def _save_words(profile: Profile) -> None:
    chosen = {word: typed(_key(profile, word)) for word in profile.stages}
    stages = {word: stage.value for word, stage in chosen.items() if stage}

    def use_case(db: Session, by: Person, now: datetime) -> Profile:
        return save_profile(db, profile.series, profile.name, profile.columns, stages, profile.full, by, now)

    attempt(PLACE, use_case, _saved)


def _saved(profile: Profile) -> None:
    read_anew()
    tell(PLACE, texts().lists.layout_saved.format(name=profile.name))
    _back()


def _remove(profile_id: int, name: str) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> None:
        remove_profile(db, profile_id, by, now)

    def done(_: None) -> None:
        read_anew()
        tell(PLACE, texts().lists.layout_removed.format(name=name))

    attempt(PLACE, use_case, done)


def _key(profile: Profile, word: str) -> str:
    return f"list-layout-{profile.id}-{word}"


def _back() -> None:
    go(**{VIEW: LAYOUTS})
