"""The fields of a training's form: how they begin, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import streamlit as st

from core.people.person import SchoolKind
from knowledge.devices import BY_NAME
from trainings.facts import Resource, Training
from trainings.planning.trainings import TrainingDraft
from ui.planning.look import show_group_heading
from ui.staff.acting import forget, typed
from ui.staff.numbers import NOBODY
from ui.texts import Texts
from ui.trainings.when import duration

FIELDS = (
    "title",
    "aim",
    "audience",
    "level",
    "devices",
    "topics",
    "minutes",
    "preparation",
    "certificate_minutes",
    "authorises_id",
    "authorises_months",
)
LONGEST_TITLE, LONGEST_TEXT, LONGEST_TOPICS = 200, 4000, 500
LENGTHS = (*range(15, 8 * 60, 15), *range(8 * 60, 24 * 60 + 1, 60))
USUAL_MONTHS, MOST_MONTHS = 12, 120


def fill_once(number: int, training: Training | None) -> None:
    """The fields begin with what is known."""
    if _key(number, "title") in st.session_state:
        return
    known = _draft_of(training) if training else TrainingDraft("")
    values = {name: getattr(known, name) for name in FIELDS}
    values |= {"audience": list(known.audience), "devices": list(known.devices)}
    values |= {
        "topics": ", ".join(known.topics),
        "authorises_id": known.authorises_id or NOBODY,
        "authorises_months": known.authorises_months or USUAL_MONTHS,
    }
    for name, given in values.items():
        st.session_state[_key(number, name)] = given


def show_fields(number: int, machines: Sequence[Resource], t: Texts) -> None:
    with _group(number, "aim", t.planning.what):
        _text(number, "title", t.planning.title_field, t.planning.title_hint, LONGEST_TITLE)
        _area(number, "aim", t.planning.aim, t.planning.aim_hint)
        _area(number, "preparation", t.planning.preparation, t.planning.preparation_hint)
    with _group(number, "for", t.planning.for_whom_and_what):
        _show_subjects(number, t)
    with _group(number, "length", t.planning.length_and_proof):
        _show_length(number, t)
        _show_authorisation(number, machines, t)


def typed_draft(number: int) -> TrainingDraft:
    said = {name: typed(_key(number, name)) for name in FIELDS}
    return TrainingDraft(
        title=said["title"] or "",
        aim=said["aim"] or "",
        audience=tuple(said["audience"] or ()),
        level=said["level"] or "",
        devices=tuple(said["devices"] or ()),
        topics=tuple((said["topics"] or "").split(",")),
        minutes=said["minutes"],
        preparation=said["preparation"] or "",
        certificate_minutes=said["certificate_minutes"],
        authorises_id=said["authorises_id"] or None,
        authorises_months=said["authorises_months"] if said["authorises_id"] else None,
    )


def forget_fields(number: int) -> None:
    forget(*(_key(number, name) for name in FIELDS))


def _draft_of(training: Training) -> TrainingDraft:
    authorises = training.authorises.id if training.authorises else None
    same = {name: getattr(training, name) for name in FIELDS if name != "authorises_id"}
    return TrainingDraft(**same, authorises_id=authorises)


@contextmanager
def _group(number: int, name: str, heading: str) -> Iterator[None]:
    with st.container(border=True, key=f"plan-training-{name}-{number}"):
        show_group_heading(heading)
        yield


def _show_subjects(number: int, t: Texts) -> None:
    _several(
        number, "audience", t.planning.audience, list(SchoolKind), t.planning.for_all_kinds, t.staff.kinds
    )
    level = st.session_state[_key(number, "level")]
    st.selectbox(
        t.planning.level,
        list(dict.fromkeys(["", *t.uploads.levels, level])),
        format_func=lambda level: level or t.uploads.no_level,
        key=_key(number, "level"),
    )
    devices = st.session_state[_key(number, "devices")]
    _several(
        number,
        "devices",
        t.planning.devices,
        list(dict.fromkeys([*BY_NAME, *devices])),
        t.uploads.choose_devices,
        {},
    )
    _text(number, "topics", t.planning.topics, t.planning.topics_hint, LONGEST_TOPICS)


def _several(
    number: int, name: str, label: str, options: list[Any], nothing: str, words: dict[Any, str]
) -> None:
    st.multiselect(
        label,
        options,
        format_func=lambda option: words.get(option, option),
        key=_key(number, name),
        placeholder=nothing,
        select_all=False,
    )


def _show_length(number: int, t: Texts) -> None:
    left, right = st.columns(2)
    with left:
        _minutes(number, "minutes", t.planning.takes, (), t)
    with right:
        _minutes(number, "certificate_minutes", t.planning.certificate, (0,), t)


def _minutes(number: int, name: str, label: str, more: tuple[int, ...], t: Texts) -> None:
    current = st.session_state[_key(number, name)]
    st.selectbox(
        label,
        sorted({*LENGTHS, *more, current}),
        format_func=lambda minutes: duration(minutes, t) if minutes else t.planning.no_certificate,
        key=_key(number, name),
    )


def _show_authorisation(number: int, machines: Sequence[Resource], t: Texts) -> None:
    current = st.session_state[_key(number, "authorises_id")]
    names = {each.id: each.name for each in machines if each.active or each.id == current}
    if not names:
        return
    st.selectbox(
        t.planning.authorises,
        [NOBODY, *names],
        format_func=lambda machine: names.get(machine, t.planning.authorises_nothing),
        key=_key(number, "authorises_id"),
    )
    if typed(_key(number, "authorises_id")):
        st.number_input(
            t.planning.authorises_months,
            1,
            MOST_MONTHS,
            step=1,
            key=_key(number, "authorises_months"),
            persist_state="page",
        )


def _text(number: int, name: str, label: str, hint: str, longest: int) -> None:
    st.text_input(label, key=_key(number, name), placeholder=hint, max_chars=longest, autocomplete="off")


def _area(number: int, name: str, label: str, hint: str) -> None:
    st.text_area(label, key=_key(number, name), placeholder=hint, max_chars=LONGEST_TEXT, height=110)


def _key(number: int, field: str) -> str:
    return f"plan-training-{number}-{field}"
