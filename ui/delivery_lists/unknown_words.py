"""Words for the stage that no list has used before: a person says once what they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person
from deliveries.importing.profiles import Profile, save_profile
from deliveries.reading.export import Export, Fault
from deliveries.stages import Stage
from deliveries.words.names import stage_word
from ui.city.acting import attempt
from ui.delivery_lists.layout_form import columns_of
from ui.delivery_lists.reading import read_anew
from ui.escaping import as_label
from ui.language import language, texts
from ui.planning.words import counted
from ui.staff.acting import show_said, tell, typed
from ui.staff.headings import show_section
from ui.texts import Texts

PLACE = "lists-words"
AT_ONCE = 12


def show_unknown_words(export: Export, profile: Profile | None, t: Texts) -> None:
    """Nothing where all are known."""
    words = _unknown(export)
    if words:
        show_section(t.lists.words_asked, t.lists.words_explained)
    show_said(PLACE)
    if not words:
        return
    with st.form("list-words"):
        for word, rows in words.items():
            _show_word(word, rows, t)
        st.form_submit_button(t.lists.keep_words, on_click=_keep, args=(export, profile, list(words)))


def _unknown(export: Export) -> Mapping[str, int]:
    """The words as written, with how many rows have them; those of most rows first."""
    faults = (fault.value for fault in export.faults if fault.fault is Fault.UNKNOWN_STAGE and fault.value)
    return dict(Counter(faults).most_common(AT_ONCE))


def _show_word(word: str, rows: int, t: Texts) -> None:
    spoken = language()
    st.selectbox(
        as_label(
            t.lists.word_means.format(word=word, rows=counted(rows, t.lists.one_row, t.lists.many_rows))
        ),
        list(Stage),
        index=None,
        format_func=lambda stage: stage_word(stage, spoken),
        placeholder=t.lists.not_yet,
        key=_key(word),
    )


def _keep(export: Export, profile: Profile | None, words: list[str]) -> None:
    chosen = {word: typed(_key(word)).value for word in words if typed(_key(word))}
    if not chosen:
        return
    name = profile.name if profile else PurePath(export.name).stem
    columns = profile.columns if profile else columns_of(export)
    stages = {**(profile.stages if profile else {}), **chosen}

    def use_case(db: Session, by: Person, now: datetime) -> Profile:
        full = bool(profile and profile.full)
        return save_profile(db, export.series, name, columns, stages, full, by, now)

    def done(_: Profile) -> None:
        read_anew()
        tell(PLACE, texts().lists.words_kept)

    attempt(PLACE, use_case, done)


def _key(word: str) -> str:
    return f"list-word-{word}"
