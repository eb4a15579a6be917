"""Cells of lists as Python has them, and as texts in one line."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from core.people.names import UNSEEN, UNSEEN_KINDS

Cell = str | int | float | date | None  # a moment is a date, and "true" a number: as in Python

LOOKED_AT = 5_000  # letters of a cell; no column takes as many
BREAKS = re.compile(r" *[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]\s*")


def one_line(text: str) -> str:
    """The text as it stands, in one line, without blanks around it and without what nobody can see."""
    text = text.strip()
    if text.isprintable():
        return text
    return "".join(letter for letter in BREAKS.sub(" ", text) if not _unseen(letter)).strip()


def _unseen(letter: str) -> bool:
    return letter in UNSEEN or unicodedata.category(letter) in UNSEEN_KINDS


def as_text(cell: Cell) -> str:
    """The cell as somebody reads it: a whole number without a fraction, a day as in German."""
    match cell:
        case None:
            return ""
        case str():
            return one_line(cell[:LOOKED_AT])
        case bool():
            return "WAHR" if cell else "FALSCH"
        case float() if cell.is_integer():
            return str(int(cell))
        case date():
            return f"{cell.day:02}.{cell.month:02}.{cell.year:04}"
    return str(cell)


def day_of(cell: Cell) -> date | None:
    """The day of a cell that holds a date, without its time of day."""
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else None
