"""The form of a date, in the order in which one plans: what, when, where, who, how many, until when."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from trainings.facts import TrainingDate
from ui.planning.deadlines import show_deadlines
from ui.planning.fields import (
    QUARTERS,
    keep_length,
    key,
    move_end,
    propose_deadlines,
    put,
    take_length,
    typed_in,
    value,
)
from ui.planning.knowledge import Known
from ui.planning.look import show_group_heading, show_note, show_plain
from ui.planning.place import show_place
from ui.planning.series import show_series
from ui.planning.typed import moment
from ui.planning.words import about_training, from_to
from ui.staff.fields import joined
from ui.staff.numbers import NOBODY
from ui.texts import Texts

MOST_SEATS = 500


def show_fields(number: int, known: Known, old: TrainingDate | None, t: Texts) -> None:
    """`old` is the date that is changed; what it has already can be kept, even where it is out of use."""
    with _group(number, "what", t.planning.what):
        _show_training(number, known, old, t)
    with _group(number, "when", t.planning.when):
        _show_times(number, known, t)
        if old is None:
            show_series(number, known, t)
    with _group(number, "where", t.planning.where):
        show_place(number, known, old, t)
    with _group(number, "who", t.planning.who):
        _show_people(number, known, old, t)
    with _group(number, "seats", t.planning.seats_and_rules):
        _show_seats(number, t)
        show_deadlines(number, t)


@contextmanager
def _group(number: int, name: str, heading: str) -> Iterator[None]:
    with st.container(border=True, key=f"plan-group-{name}-{number}"):
        show_group_heading(heading)
        yield


def _show_training(number: int, known: Known, old: TrainingDate | None, t: Texts) -> None:
    titles = {each.id: each.title for each in known.trainings}
    if old:
        titles.setdefault(old.training.id, old.training.title)
    if value(number, "training_id") not in titles:
        put(number, training_id=None)
    st.selectbox(
        t.planning.training,
        list(titles),
        index=None,
        format_func=lambda training: titles.get(training, ""),
        key=key(number, "training_id"),
        placeholder=t.planning.choose_training,
        persist_state="page",
        on_change=take_length,
        args=(number, known.trainings),
    )
    chosen = next((each for each in known.trainings if each.id == value(number, "training_id")), None)
    if chosen:
        show_plain(joined(about_training(chosen, t)))


def _show_times(number: int, known: Known, t: Texts) -> None:
    day, begins, ends = st.columns([2, 1, 1])
    day.date_input(
        t.planning.day,
        value=None,
        format="DD.MM.YYYY",
        key=key(number, "day"),
        persist_state="page",
        on_change=propose_deadlines,
        args=(number,),
    )
    with begins:
        _time_field(number, "begins", t.planning.begins, t)
    with ends:
        _time_field(number, "ends", t.planning.ends, t)
    typed = typed_in(number)
    if typed.day:
        said = from_to(moment(typed.day, typed.begins), moment(typed.day, typed.ends), t)
        if free := known.no_school(typed.day, t):
            show_note(t.planning.no_school.format(day=said, free=free))
        else:
            show_plain(said)


def _time_field(number: int, name: str, label: str, t: Texts) -> None:
    current = value(number, name) or QUARTERS[0]
    st.selectbox(
        label,
        sorted({*QUARTERS, current}),
        format_func=lambda clock: t.planning.clock.format(time=f"{clock:%H:%M}"),
        key=key(number, name),
        filter_mode="prefix",
        persist_state="page",
        on_change=move_end if name == "begins" else keep_length,
        args=(number,),
    )


def _show_people(number: int, known: Known, old: TrainingDate | None, t: Texts) -> None:
    names = dict(known.trainers)
    if old and old.trainer_id is not None:
        names.setdefault(old.trainer_id, old.trainer)
    _choice(number, "trainer_id", t.planning.trainer, names, t.planning.no_trainer_yet)
    schools = {school.id: school.name for school in known.schools}
    _choice(number, "school_id", t.planning.for_whom, schools, t.planning.for_all_schools)


def _choice(number: int, name: str, label: str, names: dict[int, str], nobody: str) -> None:
    """One of them, or nobody."""
    if value(number, name) not in names:
        put(number, **{name: NOBODY})
    st.selectbox(
        label,
        [NOBODY, *names],
        format_func=lambda chosen: names.get(chosen, nobody),
        key=key(number, name),
        persist_state="page",
    )


def _show_seats(number: int, t: Texts) -> None:
    seats, minimum = st.columns(2)
    with seats:
        _number(number, "seats", t.planning.seats, 1, MOST_SEATS)
    with minimum:
        _number(number, "minimum", t.planning.minimum, 0, MOST_SEATS)
    st.checkbox(t.planning.capped, key=key(number, "capped"), persist_state="page")
    if value(number, "capped"):
        share, days = st.columns(2)
        with share:
            _number(number, "cap", t.planning.cap, 1, MOST_SEATS)
        with days:
            _number(number, "cap_days", t.planning.cap_days, 0, 365)


def _number(number: int, name: str, label: str, least: int, most: int) -> None:
    st.number_input(label, least, most, step=1, key=key(number, name), persist_state="page")
