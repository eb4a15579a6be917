"""Narrowing a school's lines by how they stand and by kind: in the address, for a link to the same lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from deliveries.status.lines import LineStatus
from ui.deliveries.choice import KIND, STATE, Choice, State, chosen, counted_kinds, counted_states
from ui.escaping import as_label
from ui.library.address import value, values, write
from ui.texts import Texts

EVERY = ""


def chosen_here() -> Choice:
    """What the address chooses."""
    return chosen(value(STATE), values(KIND))


def show_filters(lines: Sequence[LineStatus], choice: Choice, t: Texts) -> None:
    """Only where there is something to choose from."""
    states, kinds = counted_states(lines, choice), counted_kinds(lines, choice)
    with st.container(horizontal=True, key="delivery-filters", vertical_alignment="center"):
        if len(states) > 1 or choice.state:
            _show_states(states, choice, t)
        if len(kinds) > 1 or choice.kinds:
            _show_kinds(kinds, choice, t)
        if choice:
            st.button(t.deliveries.clear, on_click=clear, type="tertiary", key="clear-choice")


def clear() -> None:
    """Nothing is chosen any more."""
    for name in (STATE, KIND):
        write(name, ())


def _show_states(counts: Mapping[State, int], choice: Choice, t: Texts) -> None:
    key = f"choose-{STATE}"
    st.session_state[key] = choice.state or EVERY
    st.pills(
        t.deliveries.state,
        [EVERY, *counts],
        format_func=lambda state: _state_word(state, counts, t),
        key=key,
        required=True,
        on_change=_choose_state,
        label_visibility="collapsed",
    )


def _state_word(state: str, counts: Mapping[State, int], t: Texts) -> str:
    if state not in list(State):
        return t.deliveries.every
    word = t.deliveries.states[State(state)]
    return as_label(t.library.facet_value.format(word=word, count=counts.get(State(state), 0)))


def _choose_state() -> None:
    state = str(st.session_state.get(f"choose-{STATE}") or EVERY)
    write(STATE, [state] if state else [])


def _show_kinds(counts: Mapping[str, int], choice: Choice, t: Texts) -> None:
    key = f"choose-{KIND}"
    st.session_state[key] = [kind for kind in counts if kind in choice.kinds]
    with st.popover(_kinds_label(choice, t), key=f"facet-{KIND}"):
        st.pills(
            t.deliveries.kinds,
            list(counts),
            selection_mode="multi",
            format_func=lambda kind: _kind_word(kind, counts, t),
            key=key,
            on_change=_choose_kinds,
            label_visibility="collapsed",
        )


def _kinds_label(choice: Choice, t: Texts) -> str:
    """Says what is chosen, so that nobody wonders where the rest is."""
    named = as_label(", ".join(choice.kinds))
    return f"{t.deliveries.kinds}: {named}" if choice.kinds else t.deliveries.kinds


def _kind_word(kind: str, counts: Mapping[str, int], t: Texts) -> str:
    return as_label(t.library.facet_value.format(word=kind, count=counts.get(kind, 0)))


def _choose_kinds() -> None:
    write(KIND, map(str, st.session_state.get(f"choose-{KIND}") or ()))
