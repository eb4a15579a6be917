"""The quiet row in which answers are narrowed: what is chosen, and where to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from knowledge.devices import devices_in
from knowledge.kinds import DocumentKind
from knowledge.labels import Label
from retriever.narrowing import EVERYTHING, Choices, Narrowing, choices
from ui.conversation import Conversation
from ui.desk import Desk
from ui.escaping import as_html, as_label
from ui.feedback import keep_unsaid
from ui.narrowing import LABEL, in_address, keep, without
from ui.texts import Texts

FIRST_DEVICES = 8
OFFERED = 2
DEVICES, KINDS, LEVELS, ALL_DEVICES = "narrow-devices", "narrow-kinds", "narrow-levels", "narrow-all-devices"
CLOSE, ADD = ":material/close:", ":material/filter_alt:"


def show_narrowing(talk: Conversation, desk: Desk, t: Texts) -> None:
    """What is chosen holds for the question on the screen from now on, and for those to come."""
    there = choices(desk.catalogue())
    label = _label(desk)
    chosen = in_address(there, label)
    _ask_within(chosen, talk, desk)
    if label:
        st.html(f'<p class="standing" role="status">{as_html(_standing(label, t))}</p>')
    if not (chosen or _much(there)):
        return
    with st.container(key="narrowing", horizontal=True, vertical_alignment="center", gap="small"):
        with st.popover(t.narrowing.narrow, type="tertiary", icon=":material/tune:", key="narrow"):
            _choose(there, chosen, t)
        _chosen(chosen, t)
        if talk.shown and not chosen.devices:
            _offer(talk.shown.question, there, chosen, t)


def _ask_within(narrowing: Narrowing, talk: Conversation, desk: Desk) -> None:
    """What was said of the answer before is kept before another takes its place."""
    if talk.shown and talk.shown.narrowing != narrowing:
        keep_unsaid([talk.shown], desk)
    talk.narrow(narrowing)


def _label(desk: Desk) -> Label | None:
    code = st.query_params.get(LABEL)
    return desk.label(code) if code else None


def _standing(label: Label, t: Texts) -> str:
    feminine = label.device.lower().endswith("kamera")
    device = " ".join(part for part in (label.device, label.make, label.model) if part)
    words = t.narrowing.standing_feminine if feminine else t.narrowing.standing
    room = [t.narrowing.room.format(room=label.room)] if label.room else []
    return ", ".join([words.format(device=device), *room])


def _much(there: Choices) -> bool:
    return any(len(options) > 1 for options in (there.devices, there.kinds, there.levels))


def _choose(there: Choices, chosen: Narrowing, t: Texts) -> None:
    shown = there.devices if st.session_state.get(ALL_DEVICES) else there.devices[:FIRST_DEVICES]
    devices = [device for device in there.devices if device in shown or device in chosen.devices]
    _pills(t.narrowing.device, devices, chosen.devices, DEVICES, as_label)
    if len(devices) < len(there.devices):
        st.button(t.narrowing.more, key="narrow-more", type="tertiary", on_click=_show_all_devices)
    _pills(t.narrowing.kind, there.kinds, chosen.kinds, KINDS, lambda kind: t.kinds[kind])
    _pills(t.narrowing.level, there.levels, chosen.levels, LEVELS, lambda level: as_label(_level(level, t)))


def _pills(
    label: str, options: Sequence[Any], chosen: frozenset[Any], key: str, name: Callable[[Any], str]
) -> None:
    st.session_state[key] = [option for option in options if option in chosen]
    if len(options) > 1 or chosen:
        st.pills(label, options, selection_mode="multi", format_func=name, key=key, on_change=_take_over)


def _take_over() -> None:
    state = st.session_state
    keep(Narrowing(frozenset(state[DEVICES]), frozenset(state[KINDS]), frozenset(state[LEVELS])))


def _show_all_devices() -> None:
    st.session_state[ALL_DEVICES] = True


def _chosen(chosen: Narrowing, t: Texts) -> None:
    """Each with the way to leave it out, and the way to all."""
    for part, name in _parts(chosen, t):
        st.button(
            as_label(name),
            key=f"chosen-{part}",
            icon=CLOSE,
            icon_position="right",
            on_click=keep,
            args=(without(chosen, part),),
        )
    if chosen:
        label = t.narrowing.everything
        st.button(label, key="narrow-none", type="tertiary", on_click=keep, args=(EVERYTHING,))


def _parts(chosen: Narrowing, t: Texts) -> list[tuple[str | DocumentKind, str]]:
    devices = [(device, device) for device in sorted(chosen.devices)]
    kinds = [(kind, t.kinds[kind]) for kind in sorted(chosen.kinds)]
    return [*devices, *kinds, *((level, _level(level, t)) for level in sorted(chosen.levels))]


def _offer(question: str, there: Choices, chosen: Narrowing, t: Texts) -> None:
    """The devices that the question names, to narrow to with one click."""
    named = [device for device in devices_in(question) if device in there.devices]
    for device in named[:OFFERED]:
        st.button(
            as_label(t.narrowing.only.format(name=device)),
            key=f"offered-{device}",
            icon=ADD,
            type="tertiary",
            on_click=keep,
            args=(Narrowing(frozenset({device}), chosen.kinds, chosen.levels),),
        )


def _level(level: str, t: Texts) -> str:
    return t.narrowing.levels.get(level, level)
