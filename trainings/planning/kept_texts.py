"""Texts as they are kept: tidy, and no longer than there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from core.people.names import clean
from trainings.facts import each
from trainings.refusals import TextMissing, TextTooLong

LONGEST_LINE = 200
LONGEST_TEXT = 4000
LONGEST_WORD = 80


def kept_line(text: str, field: str, longest: int = LONGEST_LINE) -> str:
    """In one line; may be empty. Raises TextTooLong."""
    return _short_enough(clean(text), field, longest)


def needed_line(text: str, field: str, longest: int = LONGEST_LINE) -> str:
    """Raises TextMissing and TextTooLong."""
    return _there(kept_line(text, field, longest), field)


def kept_text(text: str, field: str) -> str:
    """With its line breaks; may be empty. Raises TextTooLong."""
    lines = [clean(line) for line in text.strip().splitlines()]
    return _short_enough("\n".join(lines), field, LONGEST_TEXT)


def needed_text(text: str, field: str) -> str:
    """Raises TextMissing and TextTooLong."""
    return _there(kept_text(text, field), field)


def kept_words(words: Sequence[str], field: str) -> list[str]:
    """Each once. Raises TextTooLong."""
    return [_short_enough(word, field, LONGEST_WORD) for word in each([clean(word) for word in words])]


def _there(text: str, field: str) -> str:
    if not any(letter.isalnum() for letter in text):
        raise TextMissing(field)
    return text


def _short_enough(text: str, field: str, longest: int) -> str:
    if len(text) > longest:
        raise TextTooLong(field, longest)
    return text
