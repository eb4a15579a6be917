"""Whole numbers as they are written in German and English lists; never a guess."""

from __future__ import annotations

import re
from datetime import date

from deliveries.reading.cells import Cell, as_text
from deliveries.reading.lines import Fault

MOST = 1_000_000  # pieces of one line
MOST_POSSIBLE = 10**12
MOST_DIGITS = 30  # beyond this it is no number that anybody counts to
GROUPED = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]*))?")  # 1.200 and 1.200,0
PLAIN = re.compile(r"([0-9]+)(?:[.,]([0-9]*))?")
MINUS = "-\u2212\u2013"  # also as word processors write it


class BadNumber(ValueError):
    """The cell holds no whole number from 0 to the most; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def read_count(cell: Cell, most: int = MOST) -> int:
    """The number in a cell that is not empty. Raises BadNumber."""
    number = _written(as_text(cell)) if isinstance(cell, str) else _counted(cell)
    if number < 0:
        raise BadNumber(Fault.NEGATIVE)
    if number > most:
        raise BadNumber(Fault.TOO_LARGE)
    return number


def _counted(cell: int | float | date | None) -> int:
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell != cell:
        raise BadNumber(Fault.NOT_A_NUMBER)
    if cell > MOST_POSSIBLE:
        raise BadNumber(Fault.TOO_LARGE)
    if cell > 0 and cell != int(cell):
        raise BadNumber(Fault.FRACTION)
    return -1 if cell < 0 else int(cell)


def _written(text: str) -> int:
    sign = -1 if text[:1] in MINUS else 1
    amount = text[1:].lstrip() if sign < 0 else text
    match = GROUPED.fullmatch(amount) or PLAIN.fullmatch(amount)
    if not text or match is None:
        raise BadNumber(Fault.NOT_A_NUMBER)
    whole, fraction = match[1].replace(".", ""), match[2] or ""
    if len(whole) > MOST_DIGITS:
        raise BadNumber(Fault.TOO_LARGE if sign > 0 else Fault.NEGATIVE)
    if fraction.strip("0"):
        raise BadNumber(Fault.FRACTION if sign > 0 else Fault.NEGATIVE)
    return sign * int(whole)
