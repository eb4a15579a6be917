"""What the visitor narrows answers to. It stands in the address, so that a reload and a link keep it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from knowledge.devices import device_called
from knowledge.kinds import DocumentKind
from knowledge.labels import Label
from retriever.narrowing import Choices, Narrowing
from ui.sign_in.ways import LONGEST, START

DEVICE, KIND, LEVEL, LABEL = "geraet", "art", "stufe", "schild"


def in_address(choices: Choices, label: Label | None) -> Narrowing:
    """What the address asks for, as far as the library has it; whoever stands before a device asks for that
    one."""
    devices = [*map(_device, st.query_params.get_all(DEVICE)), *([label.device] if label else [])]
    kinds, levels = st.query_params.get_all(KIND), st.query_params.get_all(LEVEL)
    return Narrowing(
        frozenset(devices) & frozenset(choices.devices),
        frozenset(kind for kind in choices.kinds if kind.value in kinds),
        frozenset(levels) & frozenset(choices.levels),
    )


def keep(narrowing: Narrowing) -> None:
    """Writes it into the address. Without its device the label that was scanned is left behind too."""
    values = _values(narrowing)
    for name in (DEVICE, KIND, LEVEL):
        if values[name]:
            st.query_params[name] = values[name]
        elif name in st.query_params:
            del st.query_params[name]
    if LABEL in st.query_params and not narrowing.devices:
        del st.query_params[LABEL]


def asked_way(question: str, narrowing: Narrowing, language: str) -> str | None:
    """The address of a question with its narrowing; None where it would be too long for one."""
    values = {"frage": question, **_values(narrowing), "lang": language}
    address = f"{START}?{urlencode(values, doseq=True)}"
    return address if len(address) <= LONGEST else None


def without(narrowing: Narrowing, part: str | DocumentKind) -> Narrowing:
    """The narrowing without one device, kind or level."""
    one = {part}
    return Narrowing(narrowing.devices - one, narrowing.kinds - one, narrowing.levels - one)


def _values(narrowing: Narrowing) -> dict[str, Sequence[str]]:
    return {
        DEVICE: sorted(narrowing.devices),
        KIND: sorted(kind.value for kind in narrowing.kinds),
        LEVEL: sorted(narrowing.levels),
    }


def _device(word: str) -> str:
    known = device_called(word)
    return known.name if known else word
