"""The fields of a date's form: where their values are kept, how they begin, and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import UTC, datetime, time
from typing import Any

import streamlit as st

from trainings.facts import DateKind, Training
from trainings.planning.dates import DateDraft
from ui.planning.typed import Typed, fitting, later, minutes_between, moment
from ui.staff.acting import forget
from ui.staff.numbers import NOBODY

NAMES = tuple(field.name for field in fields(Typed))
# Beside what is typed: the draft that the form began with, choices of what is shown, and the series.
OTHERS = ("began", "capped", "opens_later", "own_deadlines", "length", "repeat", "times", "days", "offered")
QUARTERS = tuple(time(hour, minute) for hour in range(7, 22) for minute in (0, 15, 30, 45))


def key(number: int, field: str) -> str:
    """Where a field of a date is kept; a new date has the number of none."""
    return f"plan-date-{number}-{field}"


def value(number: int, field: str) -> Any:
    return st.session_state.get(key(number, field))


def put(number: int, **values: object) -> None:
    for field, given in values.items():
        st.session_state[key(number, field)] = given


def fill_once(number: int, typed: Typed, began: DateDraft | None) -> bool:
    """The fields begin with what is known. Where somebody else has changed the date since, they begin anew;
    whether that is so."""
    # Streamlit forgets fields when another page was open meanwhile.
    known = key(number, "began") in st.session_state and key(number, "seats") in st.session_state
    if known and value(number, "began") == began:
        return False
    put(number, **{name: getattr(typed, name) for name in NAMES}, began=began)
    put(
        number,
        cap=typed.cap or 2,
        capped=typed.cap is not None,
        opens_later=typed.opens_on is not None,
        own_deadlines=False,
        length=minutes_between(typed.begins, typed.ends),
        resource_ids=list(typed.resource_ids),
        trainer_id=typed.trainer_id or NOBODY,
        school_id=typed.school_id or NOBODY,
    )
    return known


def typed_in(number: int) -> Typed:
    """What stands in the fields now."""
    typed = {name: value(number, name) for name in NAMES}
    typed["cap"] = typed["cap"] if value(number, "capped") else None
    typed["opens_on"] = typed["opens_on"] if value(number, "opens_later") else None
    typed["resource_ids"] = tuple(typed["resource_ids"] or ())
    typed |= {name: typed[name] or None for name in ("trainer_id", "school_id")}
    typed |= {name: typed[name] or "" for name in ("place", "link")}
    return Typed(**typed)


def clear(number: int) -> None:
    """The fields begin anew."""
    forget(*(key(number, name) for name in (*NAMES, *OTHERS)))


def take_length(number: int, trainings: Sequence[Training]) -> None:
    """Another training takes another time."""
    chosen = next((each for each in trainings if each.id == value(number, "training_id")), None)
    if chosen:
        put(number, length=chosen.minutes)
        move_end(number)


def move_end(number: int) -> None:
    """A date that begins later ends later."""
    put(number, ends=later(value(number, "begins"), value(number, "length")))
    propose_deadlines(number)


def keep_length(number: int) -> None:
    put(number, length=max(0, minutes_between(value(number, "begins"), value(number, "ends"))))


def fit_place(number: int, fablab: str) -> None:
    """The place that is proposed in the FabLab is none anywhere else; what somebody typed stays."""
    kind, place = value(number, "kind"), value(number, "place")
    if kind is DateKind.FABLAB and not place:
        put(number, place=fablab)
    elif kind is DateKind.SCHOOL and place == fablab:
        put(number, place="")


def propose_deadlines(number: int) -> None:
    """The usual deadlines of a new date, or shorter ones where it is soon; none where they were chosen."""
    day, begins = value(number, "day"), value(number, "begins")
    if value(number, "own_deadlines") or value(number, "began") or not day:
        return
    usual, now = Typed(), datetime.now(UTC)
    put(
        number,
        **{
            name: fitting(getattr(usual, name), moment(day, begins), now)
            for name in ("closes", "cancel", "decide")
        },
    )
