"""What of a page stands in its address, so that a link leads to the same view."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

LONGEST = 300
MOST = 20


def value(name: str) -> str:
    """What the address says; empty where it says nothing."""
    return str(st.query_params.get(name, ""))[:LONGEST]


def values(name: str) -> tuple[str, ...]:
    """All that the address says under one name, each once."""
    return tuple(dict.fromkeys(word[:LONGEST] for word in st.query_params.get_all(name) if word))[:MOST]


def number(name: str) -> int | None:
    """A number from 1."""
    given = value(name)
    return int(given) if given.isascii() and given.isdigit() and 0 < int(given) < 10**6 else None


def write(name: str, written: Iterable[str]) -> None:
    """Puts the words into the address, in place of those before; none take the name away."""
    kept = list(written)
    if kept:
        st.query_params[name] = kept
    elif name in st.query_params:
        del st.query_params[name]
