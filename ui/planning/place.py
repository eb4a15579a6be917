"""Where a date takes place: in the FabLab, online or at a school; with which rooms and machines."""

from __future__ import annotations

import streamlit as st

from trainings.facts import DateKind, ResourceKind, TrainingDate
from ui.planning.fields import fit_place, key, put, value
from ui.planning.knowledge import Known
from ui.texts import Texts

LONGEST_PLACE, LONGEST_LINK = 200, 500


def show_place(number: int, known: Known, old: TrainingDate | None, t: Texts) -> None:
    st.segmented_control(
        t.planning.kind,
        list(DateKind),
        required=True,
        format_func=lambda kind: t.planning.kinds[kind],
        key=key(number, "kind"),
        persist_state="page",
        label_visibility="collapsed",
        on_change=fit_place,
        args=(number, t.planning.fablab),
    )
    if value(number, "kind") is DateKind.ONLINE:
        _text(number, "link", t.planning.link, t.planning.link_hint, LONGEST_LINK)
    else:
        hint = t.planning.place_hints[value(number, "kind")]
        _text(number, "place", t.planning.place, hint, LONGEST_PLACE)
        _show_resources(number, known, old, t)


def _text(number: int, name: str, label: str, hint: str, longest: int) -> None:
    st.text_input(
        label,
        key=key(number, name),
        placeholder=hint,
        max_chars=longest,
        persist_state="page",
        autocomplete="off",
    )


def _show_resources(number: int, known: Known, old: TrainingDate | None, t: Texts) -> None:
    offered = {each.id: each for each in [*known.resources, *(old.resources if old else ())]}
    ordered = sorted(offered.values(), key=lambda each: each.kind is ResourceKind.MACHINE)
    chosen = value(number, "resource_ids")
    still_there = [each for each in chosen if each in offered]
    if still_there != list(chosen):  # written only where it must be: a choice made meanwhile would be lost
        put(number, resource_ids=still_there)
    if offered:
        st.multiselect(
            t.planning.rooms_and_machines,
            [each.id for each in ordered],
            format_func=lambda resource: offered[resource].name,
            key=key(number, "resource_ids"),
            placeholder=t.planning.choose_resources,
            persist_state="page",
            select_all=False,
        )
