"""What the administration does on a page, and what it is told about it.

A widget's callback runs before the page has looked who is visiting. So everything done here is done by the
visitor of that very moment, not by the person for whom the page was drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import streamlit as st
from sqlalchemy.orm import Session

from core.people.person import Person, may
from core.people.roles import Right
from ui.escaping import as_label
from ui.language import KEY as LANGUAGE
from ui.language import texts
from ui.portal import entrance
from ui.staff.refusals import REFUSALS, sentence
from ui.visitor import visitor

SAID = "staff-said"
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about what was done or refused, to be shown at its place in the page."""

    place: str
    text: str
    good: bool


def attempt(
    place: str,
    right: Right,
    use_case: Callable[[Session, Person, datetime], Result],
    done: Callable[[Result], None],
) -> None:
    """Runs a use case in one transaction and hands its result to `done`; why it was refused is said at the
    place. Without the right nothing happens: the page, run next, says why."""
    person = visitor()
    if person is None or not may(person, right):
        return
    try:
        with entrance().database.write.begin() as db:
            result = use_case(db, person, datetime.now(UTC))
    except REFUSALS as refusal:
        tell(place, sentence(refusal, texts()), good=False)
    else:
        done(result)


def tell(place: str, text: str, *, good: bool = True) -> None:
    """Keeps a sentence until its place is shown; a later one takes its room."""
    st.session_state[SAID] = Said(place, text, good)


def show_said(place: str) -> None:
    """What was kept for the place, once."""
    said = st.session_state.get(SAID)
    if isinstance(said, Said) and said.place == place:
        del st.session_state[SAID]
        if said.good:
            st.success(as_label(said.text), icon=":material/check:")
        else:
            st.error(as_label(said.text), icon=":material/error:")


def go(**address: str) -> None:
    """Leads to another view of the same page; the language stays."""
    kept = {LANGUAGE: st.query_params[LANGUAGE]} if LANGUAGE in st.query_params else {}
    st.query_params.from_dict(kept | address)


def forget(*keys: str) -> None:
    """Fields start anew with what is known now."""
    for key in keys:
        st.session_state.pop(key, None)


def typed(key: str) -> Any:
    """What stands in a field."""
    return st.session_state.get(key)
