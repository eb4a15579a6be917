"""What a page holds in reading order: lines of text and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.reading.pdf_runs import Run


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text on a page (from 1). `column` tells lines of different columns apart."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    bold: bool
    mono: bool
    column: int
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `top` is its upper edge."""

    page: int
    rows: tuple[tuple[str, ...], ...]
    top: float
    runs: tuple[Run, ...] = ()


def line_of(row: Sequence[Run], page: int, column: int) -> Line:
    """The runs of one row, from left to right, as a line."""
    length = sum(len(run.text) for run in row)
    main = max(row, key=lambda run: len(run.text))
    return Line(
        page,
        " ".join(run.text for run in row),
        row[0].left,
        min(run.bottom for run in row),
        max(run.right for run in row),
        max(run.top for run in row),
        main.size,
        2 * sum(len(run.text) for run in row if run.bold) > length,
        all(run.mono for run in row),
        column,
        tuple(row),
    )
