"""Which schools are shown: by their name and kind, and by what is late, blocked or not finished there; all of
it in the address."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import streamlit as st

from core.people.names import fold
from core.people.person import SchoolKind
from deliveries.city.overview import CitySchool
from ui.city.ways import BLOCKED, KIND, LATE, ONLY, OPEN, SEARCH
from ui.library.address import values, write
from ui.texts import Texts

LONGEST = 100
KINDS, WHICH = "city-kinds", "city-only"


@dataclass(frozen=True, slots=True)
class Choice:
    words: str
    kinds: Collection[str]
    only: Collection[str]

    def __bool__(self) -> bool:
        return bool(self.words or self.kinds or self.only)


def show_narrowing(schools: Sequence[CitySchool], t: Texts) -> Choice:
    """The fields, and what is chosen in them."""
    words = st.text_input(
        t.city.search,
        key=SEARCH,
        bind="query-params",
        live="250ms",
        type="search",
        icon=":material/search:",
        placeholder=t.city.search_hint,
        label_visibility="collapsed",
        max_chars=LONGEST,
    )
    there = {school.school.kind for school in schools}
    kinds = [kind.value for kind in SchoolKind if kind in there]
    with st.container(horizontal=True, key="city-narrowing"):
        if len(kinds) > 1:
            _show_pills(KINDS, KIND, kinds, {kind: kind for kind in kinds}, t.city.kinds_label)
        _show_pills(WHICH, ONLY, list(t.city.only), t.city.only, t.city.only_label)
    return Choice(fold(words or ""), values(KIND), values(ONLY))


def fits(school: CitySchool, choice: Choice) -> bool:
    """Whether the school is among those chosen."""
    told = fold(f"{school.school.name} {school.school.short_name}")
    kind = school.school.kind.value if school.school.kind else ""
    holds = {LATE: school.late > 0, BLOCKED: school.blocked > 0, OPEN: is_open(school)}
    return (
        all(word in told for word in choice.words.split())
        and (not choice.kinds or kind in choice.kinds)
        and all(holds.get(name, True) for name in choice.only)
    )


def is_open(school: CitySchool) -> bool:
    """Whether something that was ordered cannot be used yet."""
    return any(share.usable < share.wanted for share in school.shares.values())


def clear() -> None:
    st.session_state[SEARCH] = ""
    for name in (SEARCH, KIND, ONLY):
        write(name, ())


def _show_pills(key: str, name: str, options: list[str], words: dict[str, str], label: str) -> None:
    st.session_state[key] = [option for option in options if option in values(name)]
    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=lambda option: words.get(option, option),
        key=key,
        on_change=_choose,
        args=(key, name),
        label_visibility="collapsed",
    )


def _choose(key: str, name: str) -> None:
    write(name, st.session_state.get(key) or ())
