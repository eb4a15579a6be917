"""Lists as they come out of spreadsheets: bytes in, cells under known columns and every fault out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.delimited import best_delimiter, decoded, rows_of, without_instruction
from core.people.names import fold

SHOWN = 100


class Fault(StrEnum):
    """Why a cell, a line or the whole list is not taken."""

    NO_TEXT = "no_text"  # not a CSV file: a workbook, a picture
    EMPTY = "empty"  # no line below the headings
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    LINE_BROKEN = "line_broken"  # a quotation mark without its other half, or a cell without end
    TOO_MANY_CELLS = "too_many_cells"  # more than there are headings
    CELL_EMPTY = "cell_empty"
    TOO_LONG = "too_long"
    BAD_EMAIL = "bad_email"
    UNKNOWN_KIND = "unknown_kind"
    UNKNOWN_ROLE = "unknown_role"
    UNKNOWN_SCHOOL = "unknown_school"
    TWICE = "twice"  # an earlier line has the same school or the same e-mail address


@dataclass(frozen=True, slots=True)
class RowError:
    """`line` is counted as spreadsheets do, with the headings as line 1; `column` is the heading as it should
    be, "" where no single one is meant; `suggestion` is what may have been meant."""

    line: int
    column: str
    value: str
    why: Fault
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its cells by column, without blanks around them; a column that is not there is empty."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def error(self, column: str, why: Fault, value: str | None = None, meant: str | None = None) -> RowError:
        return RowError(self.number, column, (self[column] if value is None else value)[:SHOWN], why, meant)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a kind of list: how their headings may be written (folded, letters only), and which
    must be there, each perhaps with another that may stand in for it."""

    headings: Mapping[str, str]
    required: Sequence[Sequence[str]]

    def called(self, heading: str) -> str | None:
        plain = "".join(letter for letter in fold(heading) if letter.isalnum())
        return next((name for name, words in self.headings.items() if plain in words.split()), None)


def read_lines(data: bytes, columns: Columns) -> tuple[list[Line], list[RowError]]:
    """The lines below the headings that are not blank, and what is wrong with the list as such."""
    text = decoded(data)
    if text is None:
        return [], [RowError(1, "", "", Fault.NO_TEXT)]
    errors: list[RowError] = []
    rows = _rows(text, columns, errors)
    number, headings = next(rows, (1, []))
    named = [columns.called(heading) for heading in headings]
    errors += _heading_errors(number, named, columns) if headings else []
    # Of a list with the wrong headings no cell can be judged.
    lines = [] if errors else [line for number, row in rows for line in _line(number, row, named, errors)]
    return lines, errors or ([] if lines else [RowError(number, "", "", Fault.EMPTY)])


def _rows(text: str, columns: Columns, errors: list[RowError]) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank with their numbers; ends with an error where no more can be read."""
    text, delimiter = without_instruction(text)
    number = 0
    try:
        for number, row in enumerate(rows_of(text, delimiter or _delimiter(text, columns)), 1):
            if any(cell.strip() for cell in row):
                yield number, row
    except csv.Error:
        errors.append(RowError(number + 1, "", "", Fault.LINE_BROKEN))


def _delimiter(text: str, columns: Columns) -> str:
    """The one that makes the most known headings of the first line."""

    def known(delimiter: str) -> int:
        heading_rows = (row for row in rows_of(text, delimiter) if any(map(str.strip, row)))
        return sum(columns.called(cell) is not None for cell in next(heading_rows, []))

    return best_delimiter(known)


def _heading_errors(number: int, named: Sequence[str | None], columns: Columns) -> list[RowError]:
    missing = [names[0] for names in columns.required if not set(names) & set(named)]
    twice = [name for name in columns.headings if named.count(name) > 1]
    return [RowError(number, name, "", Fault.COLUMN_MISSING) for name in missing] + [
        RowError(number, name, "", Fault.COLUMN_TWICE) for name in twice
    ]


def _line(
    number: int, row: Sequence[str], named: Sequence[str | None], errors: list[RowError]
) -> Iterator[Line]:
    if any(cell.strip() for cell in row[len(named) :]):
        errors.append(RowError(number, "", row[len(named)][:SHOWN], Fault.TOO_MANY_CELLS))
    else:
        cells = zip(named, row, strict=False)
        yield Line(number, {name: cell.strip() for name, cell in cells if name})
