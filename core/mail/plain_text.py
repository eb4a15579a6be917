"""Foreign text made fit for mails and calendar files: no control characters, and lines only where they are
meant."""

from __future__ import annotations

import unicodedata

ENDS_A_LINE = {"Zl", "Zp"}
CANNOT_BE_WRITTEN = {"Cc", "Cs"}


def one_line(text: str) -> str:
    """The words with single blanks between them: for subjects, titles, names and places."""
    return " ".join(lines(text).split())


def lines(text: str) -> str:
    """The text with its line breaks, whichever way they were written, and its tabs as blanks."""
    broken = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(_safe(character) for character in broken).strip()


def _safe(character: str) -> str:
    category = unicodedata.category(character)
    if category in ENDS_A_LINE:
        return "\n"
    return "" if category in CANNOT_BE_WRITTEN and character != "\n" else character
