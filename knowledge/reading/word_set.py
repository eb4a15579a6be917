"""Long lists of names, written as one text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words between white space."""
    return frozenset(words.split())
