"""One sheet of a workbook: its cells with the values that were stored, dates as dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.cell import column_index_from_string
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel
from openpyxl.utils.escape import unescape

from deliveries.reading.cells import Cell
from deliveries.reading.sheets import MOST_ACROSS, MOST_DOWN, Budget, Merge, Row, merged
from deliveries.reading.xml_stream import Tag
from deliveries.refusals import NotATable

WHOLE = re.compile(r"-?[0-9]{1,30}")
NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{0,30})?([eE][+-]?[0-9]{1,3})?")
PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
LEADING_ZEROS = re.compile(r"0{2,30}")


@dataclass(frozen=True, slots=True)
class Look:
    """How a number is shown: as a date, or with at least so many digits."""

    date: bool = False
    digits: int = 0


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share; `budget` is how many cells they may have together."""

    texts: Sequence[str]
    looks: Sequence[Look]
    dates_from_1904: bool
    budget: Budget


def look_of(number: str, codes: Mapping[str, str]) -> Look:
    code = codes.get(number) or BUILTIN_FORMATS.get(int(number), "")
    if LEADING_ZEROS.fullmatch(code):
        return Look(digits=len(code))
    return Look(date=is_date_format(code) and not is_timedelta_format(code))


def worksheet_rows(tags: Iterable[Tag], book: Book) -> Iterator[Row]:
    """The rows that are not blank, in their order."""
    reader = _Reader(book)
    for tag in tags:
        reader.take(tag)
    rows = sorted(reader.rows, key=lambda row: row.number)
    last = rows[-1].number if rows else 0
    merges = [merge for merge in reader.merges if merge.first < last]
    book.budget.spend(sum((min(merge.last, last) - merge.first) * (merge.place + 1) for merge in merges))
    return merged(rows, merges)


class _Reader:
    """Puts rows together from tags."""

    def __init__(self, book: Book) -> None:
        self.rows: list[Row] = []
        self.merges: list[Merge] = []
        self._book = book
        self._number = self._place = 0
        self._cells: dict[int, Cell] = {}
        self._cell: Mapping[str, str] = {}
        self._told: list[str] = []

    def take(self, tag: Tag) -> None:
        if tag.opens:
            self._open(tag.name, tag.attributes)
        elif tag.name in {"v", "t"}:
            self._told.append(tag.text)
        elif tag.name == "c":
            self._end_cell()
        elif tag.name == "row":
            self._end_row()

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._cell, self._told = attributes, []
            self._place = self._place_of(attributes.get("r"))
        elif name == "row":
            self._number = _within(int(attributes.get("r", self._number + 1)), MOST_DOWN)
            self._place, self._cells = -1, {}
        elif name == "mergeCell":
            self._merge(attributes["ref"])

    def _place_of(self, name: str | None) -> int:
        return _within(_at(name)[0] if name else self._place + 1, MOST_ACROSS - 1)

    def _end_cell(self) -> None:
        value = _value("".join(self._told), self._cell, self._book) if self._told else None
        if value not in (None, ""):
            self._cells[self._place] = value

    def _end_row(self) -> None:
        if self._cells:
            width = max(self._cells) + 1
            self._book.budget.spend(width)
            self.rows.append(Row(self._number, [self._cells.get(place) for place in range(width)]))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        place, top = _at(first)
        bottom = _at(last or first)[1]
        if bottom > top:
            self._book.budget.spend()
            self.merges.append(Merge(place, top, bottom))


def _within(number: int, most: int) -> int:
    if not 0 <= number <= most:
        raise NotATable
    return number


def _at(name: str) -> tuple[int, int]:
    """Place, from 0, and row of a cell by its name."""
    match = PLACE.fullmatch(name)
    if match is None:
        raise NotATable
    return column_index_from_string(match[1]) - 1, int(match[2])


def _value(told: str, cell: Mapping[str, str], book: Book) -> Cell:
    match cell.get("t", "n"):
        case "s":
            return book.texts[_within(int(told), len(book.texts) - 1)]
        case "n":
            style = int(cell.get("s", 0))
            return _number(told.strip(), book.looks[style] if style < len(book.looks) else PLAIN, book)
        case "b":
            return told.strip() in {"1", "true"}
        case "d":
            return _moment(told)
    return unescape(told)


def _moment(told: str) -> Cell:
    try:
        return datetime.fromisoformat(told)
    except ValueError:
        return told


def _number(told: str, look: Look, book: Book) -> Cell:
    if WHOLE.fullmatch(told):
        number: int | float = int(told)
    elif told and NUMBER.fullmatch(told):
        number = float(told)
    else:
        return told
    if look.digits and isinstance(number, int):
        return str(number).zfill(look.digits)
    return _day(number, book) if look.date and number >= 1 else number


def _day(number: int | float, book: Book) -> Cell:
    try:
        found = from_excel(number, MAC_EPOCH if book.dates_from_1904 else WINDOWS_EPOCH)
    except (ValueError, OverflowError):
        return number
    return found if isinstance(found, datetime) else number
