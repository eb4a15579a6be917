"""Narrowing the library: by device, topic, kind, audience and level, all of it in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from retriever.facets import Choice, Counts, Facet
from ui.escaping import as_html, as_label
from ui.library.address import values, write
from ui.library.labels import word
from ui.texts import Texts

SEARCH = "suche"


def chosen() -> dict[Facet, tuple[str, ...]]:
    """What the address chooses."""
    return {facet: values(facet) for facet in Facet}


def show_filters(counts: Mapping[Facet, Counts], choice: Choice, t: Texts) -> None:
    """A button for each facet that opens its words with their counts, and what is chosen, to take back."""
    with st.container(horizontal=True, key="facets"):
        for facet in Facet:
            if counts[facet]:
                _show_facet(facet, counts[facet], choice, t)
    if any(choice.values()):
        _show_chosen(choice, t)


def clear() -> None:
    """Nothing is chosen any more."""
    for facet in Facet:
        write(facet, ())


def clear_all() -> None:
    """Nothing is chosen or searched any more."""
    clear()
    st.session_state[SEARCH] = ""


def _show_facet(facet: Facet, counts: Counts, choice: Choice, t: Texts) -> None:
    key = f"choose-{facet}"
    st.session_state[key] = [value for value in counts if value in choice[facet]]
    with st.popover(t.library.facets[facet], key=f"facet-{facet}"):
        st.pills(
            t.library.facets[facet],
            list(counts),
            selection_mode="multi",
            format_func=lambda value: _counted(facet, value, counts, t),
            key=key,
            on_change=_choose,
            args=(facet,),
            label_visibility="collapsed",
        )


def _counted(facet: Facet, value: str, counts: Counts, t: Texts) -> str:
    label = t.library.facet_value.format(word=word(facet, value, t), count=counts.get(value, 0))
    return as_label(label)


def _show_chosen(choice: Choice, t: Texts) -> None:
    with st.container(horizontal=True, key="chosen", vertical_alignment="center"):
        st.html(f'<p class="quiet">{as_html(t.library.chosen)}</p>', width="content")
        for facet, chosen_words in choice.items():
            for value in chosen_words:
                _show_word(facet, value, t)
        st.button(t.library.clear, on_click=clear, type="tertiary", key="clear-choice")


def _show_word(facet: Facet, value: str, t: Texts) -> None:
    named = word(facet, value, t)
    st.button(
        as_label(named),
        key=f"drop-{facet}-{value}",
        icon=":material/close:",
        help=as_label(t.library.drop.format(word=named)),
        on_click=_drop,
        args=(facet, value),
    )


def _choose(facet: Facet) -> None:
    write(facet, map(str, st.session_state.get(f"choose-{facet}") or ()))


def _drop(facet: Facet, value: str) -> None:
    write(facet, (other for other in values(facet) if other != value))
