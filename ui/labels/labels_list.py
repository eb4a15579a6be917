"""The labels that somebody looks after: find, choose, print, remove."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import streamlit as st
from sqlalchemy.orm import Session

from core.people.names import fold
from core.people.person import Person, may
from core.people.roles import Right
from knowledge import scans
from knowledge.labels import Label, labels_of, remove_label
from ui.escaping import as_html, as_label
from ui.language import KEY as LANGUAGE
from ui.language import texts
from ui.library.ways import CARDS
from ui.portal import entrance
from ui.sign_in.ways import way
from ui.staff.acting import attempt, go, show_said, tell
from ui.staff.fields import joined
from ui.staff.headings import show_heading, show_words
from ui.texts import Texts

VIEW, NEW = "ansicht", "neu"
SHOWN = 60
PRINTED = 100  # cards of one page
PLACE = "labels"
COUNTED = timedelta(days=90)


def show_labels(person: Person, t: Texts) -> None:
    with entrance().database.read() as db:
        labels = labels_of(db, person)
    show_heading(t.codes.title, t.codes.explained)
    show_said(PLACE)
    st.button(
        t.codes.add,
        on_click=go,
        kwargs={VIEW: NEW},
        icon=":material/add:",
        type="secondary" if labels else "primary",
    )
    if not labels:
        show_words(t.codes.none_yet)
        return
    found = _found(labels, t)
    chosen = [label for label in labels if st.session_state.get(chosen_key(label.id))]
    _show_print(chosen, found, t)
    _show_found(found, _counted(found[:SHOWN], person), t)


def _found(labels: Sequence[Label], t: Texts) -> Sequence[Label]:
    text = st.text_input(
        t.codes.search,
        key="labels-search",
        placeholder=t.staff.search,
        type="search",
        persist_state="page",
        max_chars=100,
    )
    words = fold(text or "").split()
    return [label for label in labels if all(word in _told(label, t) for word in words)]


def _told(label: Label, t: Texts) -> str:
    name = t.codes.devices[label.device].name
    return fold(" ".join([name, label.device, label.make, label.model, label.room, label.school]))


def _show_found(found: Sequence[Label], counted: Mapping[str, int] | None, t: Texts) -> None:
    said = {0: t.codes.none_found, 1: t.codes.one_found}.get(len(found), t.codes.count_found)
    show_words(said.format(count=len(found)))
    for label in found[:SHOWN]:
        _show_row(label, counted, t)
    if len(found) > SHOWN:
        show_words(t.codes.more_found.format(count=len(found) - SHOWN))


def _show_print(chosen: Sequence[Label], found: Sequence[Label], t: Texts) -> None:
    """Prints the chosen ones, or all that are found where none is chosen."""
    codes = [label.code for label in chosen or found][:PRINTED]
    if not codes:
        return
    said = {0: t.codes.print_all, 1: t.codes.print_one}.get(len(chosen), t.codes.print_chosen)
    text, kind = as_html(said.format(count=len(codes))), "" if chosen else " plain"
    st.html(f'<a class="button{kind}" href="{as_html(_cards_way(codes))}">{text}</a>')


def _cards_way(codes: Iterable[str]) -> str:
    language = st.query_params.get(LANGUAGE)
    wanted = "&".join(f"c={code}" for code in codes)
    return way(CARDS, lang=language) + ("&" if language else "?") + wanted


def _show_row(label: Label, counted: Mapping[str, int] | None, t: Texts) -> None:
    name = f"{t.codes.devices[label.device].name} · {label.room}"
    about = joined([f"{label.make} {label.model}".strip(), label.school or t.codes.no_school])
    with st.container(key=f"line-label-{label.id}", horizontal=True, vertical_alignment="center"):
        with st.container(gap=None):
            st.checkbox(f"**{as_label(name)}**", key=chosen_key(label.id), persist_state="page")
            told = joined([about, _scanned(label, counted, t)])
            st.html(f'<div class="source"><p class="about">{as_html(told)}</p></div>')
        with st.popover(t.codes.remove, type="tertiary", icon=":material/delete:"):
            show_words(t.codes.remove_sure)
            st.button(
                t.codes.remove_now,
                key=f"remove-label-{label.id}",
                type="primary",
                on_click=_remove,
                args=(label.id,),
            )


def _scanned(label: Label, counted: Mapping[str, int] | None, t: Texts) -> str:
    if counted is None:
        return ""
    count = counted.get(label.code, 0)
    said = {0: t.codes.never_scanned, 1: t.codes.scanned_once}.get(count, t.codes.scanned)
    return said.format(count=count)


def _counted(labels: Sequence[Label], person: Person) -> Mapping[str, int] | None:
    """For those who look after the library; None for all others."""
    if not may(person, Right.MANAGE_LIBRARY):
        return None
    since = (datetime.now(UTC) - COUNTED).date()
    with entrance().database.read() as db:
        return scans.counts(db, [label.code for label in labels], person, since)


def _remove(label_id: int) -> None:
    def use_case(db: Session, by: Person, now: datetime) -> bool:
        return remove_label(db, label_id, by, now)

    def done(removed: bool) -> None:
        t = texts()
        tell(PLACE, t.codes.removed if removed else t.codes.gone, good=removed)

    attempt(PLACE, Right.LABEL_DEVICES, use_case, done)


def chosen_key(label_id: int) -> str:
    """Where it is kept whether a label is chosen to be printed."""
    return f"label-{label_id}"
