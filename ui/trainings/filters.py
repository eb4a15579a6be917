"""Narrowing the dates by topic, device, level and place, by free seats and one's own kind of school: all of
it in the address, so that a link leads to the same dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from core.people.person import Person, SchoolKind
from ui.escaping import as_html, as_label
from ui.library.address import value, values, write
from ui.texts import Texts
from ui.trainings.choice import Choice, Counts
from ui.trainings.facets import Facet
from ui.trainings.ways import DAY
from ui.trainings.when import whole_day

SEARCH, FREE, OWN_KIND = "suche", "frei", "schulform"
YES = "ja"
SWITCHES = "choose-switches"


def kind_of(person: Person) -> SchoolKind | None:
    """The kind of the school that the person works for at the moment."""
    school = person.school or next(iter(person.schools), None)
    return school.kind if school else None


def chosen(person: Person) -> Choice:
    """What the address chooses."""
    return Choice(
        words={facet: values(facet) for facet in Facet},
        free=value(FREE) == YES,
        kind=kind_of(person) if value(OWN_KIND) == YES else None,
        day=_day(),
    )


def show_filters(counts: Mapping[Facet, Counts], choice: Choice, person: Person, t: Texts) -> None:
    """A button for each facet that opens its words with their counts, two switches, and what is chosen."""
    with st.container(horizontal=True, key="date-facets", vertical_alignment="center"):
        for facet in Facet:
            if counts[facet]:
                _show_facet(facet, counts[facet], choice, t)
        _show_switches(choice, person, t)
    if any(choice.words.values()) or choice.day:
        _show_chosen(choice, t)


def clear() -> None:
    """Nothing is chosen any more."""
    for name in (*Facet, FREE, OWN_KIND, DAY):
        write(name, ())


def clear_all() -> None:
    """Nothing is chosen or searched any more."""
    clear()
    st.session_state[SEARCH] = ""


def word(facet: Facet, named: str, t: Texts) -> str:
    """As the interface's language has it; as it is where the language has none for it."""
    if facet is Facet.PLACE:
        return next((name for kind, name in t.trainings.kinds.items() if kind == named), named)
    return t.library.words.get(named, named)


def _day() -> date | None:
    try:
        return date.fromisoformat(value(DAY)) if value(DAY) else None
    except ValueError:
        return None


def _show_facet(facet: Facet, counts: Counts, choice: Choice, t: Texts) -> None:
    key = f"choose-{facet}"
    st.session_state[key] = [named for named in counts if named in choice.words[facet]]
    with st.popover(t.trainings.facets[facet], key=f"facet-{facet}"):
        st.pills(
            t.trainings.facets[facet],
            list(counts),
            selection_mode="multi",
            format_func=lambda named: _counted(facet, named, counts, t),
            key=key,
            on_change=_choose,
            args=(facet,),
            label_visibility="collapsed",
        )


def _counted(facet: Facet, named: str, counts: Counts, t: Texts) -> str:
    count = counts.get(named, 0)
    return as_label(t.library.facet_value.format(word=word(facet, named, t), count=count))


def _show_switches(choice: Choice, person: Person, t: Texts) -> None:
    names = {FREE: t.trainings.only_free}
    if kind_of(person):
        names[OWN_KIND] = t.trainings.own_kind
    on = {FREE: choice.free, OWN_KIND: choice.kind is not None}
    st.session_state[SWITCHES] = [name for name in names if on[name]]
    st.pills(
        t.trainings.switches,
        list(names),
        selection_mode="multi",
        format_func=lambda name: names.get(name, name),
        key=SWITCHES,
        on_change=_switch,
        label_visibility="collapsed",
    )


def _show_chosen(choice: Choice, t: Texts) -> None:
    with st.container(horizontal=True, key="chosen", vertical_alignment="center"):
        st.html(f'<p class="quiet">{as_html(t.library.chosen)}</p>', width="content")
        if choice.day:
            _show_word(DAY, value(DAY), whole_day(choice.day, t), t)
        for facet, words in choice.words.items():
            for named in words:
                _show_word(facet, named, word(facet, named, t), t)
        st.button(t.library.clear, on_click=clear, type="tertiary", key="clear-choice")


def _show_word(name: str, named: str, shown: str, t: Texts) -> None:
    st.button(
        as_label(shown),
        key=f"drop-{name}-{named}",
        icon=":material/close:",
        help=as_label(t.library.drop.format(word=shown)),
        on_click=_drop,
        args=(name, named),
    )


def _choose(facet: Facet) -> None:
    write(facet, map(str, st.session_state.get(f"choose-{facet}") or ()))


def _switch() -> None:
    on = st.session_state.get(SWITCHES) or ()
    for name in (FREE, OWN_KIND):
        write(name, [YES] if name in on else [])


def _drop(name: str, named: str) -> None:
    write(name, (other for other in values(name) if other != named))
