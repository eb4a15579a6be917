"""Files as sheets with rows of cells, whatever program wrote them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from core.delimited import DELIMITERS, best_delimiter, decoded, rows_of, without_instruction
from deliveries.reading.headings import MOST, known
from deliveries.reading.sheets import HEADING_ROWS, LARGEST, MOST_CELLS, Row, Sheet
from deliveries.reading.web_tables import is_web_page, web_sheet
from deliveries.reading.workbooks import workbook_sheets
from deliveries.refusals import FileEmpty, NotATable, OldWorkbook, RowUnreadable, TooLarge

MEGABYTE = 1024 * 1024
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sheets_of(data: bytes) -> Sequence[Sheet]:
    """The sheets of a file that can be seen. Raises a DeliveryRefusal; so may going through the rows."""
    if not data:
        raise FileEmpty
    if len(data) > LARGEST * MEGABYTE:
        raise TooLarge(LARGEST)
    if data.startswith(OLE):
        raise OldWorkbook
    if data.startswith(ZIP):
        return workbook_sheets(data)
    return [_text_sheet(data)]


def _text_sheet(data: bytes) -> Sheet:
    text = decoded(data)
    if text is None:
        raise NotATable
    if not text.strip():
        raise FileEmpty
    return web_sheet(text) if is_web_page(text) else _delimited_sheet(text)


def _delimited_sheet(text: str) -> Sheet:
    text, delimiter = without_instruction(text)
    if max(map(text.count, (*DELIMITERS, "\n", "\r"))) > MOST_CELLS:
        raise TooLarge(LARGEST)
    return Sheet("", _rows(text, delimiter or best_delimiter(lambda one: _score(one, text))))


def _score(delimiter: str, text: str) -> int:
    """How many columns are known in the best row at the top, and then how many cells it has; a broken row
    below it is found later."""
    rows = _until_broken(islice(rows_of(text, delimiter), HEADING_ROWS))
    return max((len(known(row[:MOST])) * MOST_CELLS + len(row) for row in rows), default=0)


def _until_broken(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error:
        return


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    number = 0
    try:
        for number, cells in enumerate(rows_of(text, delimiter), 1):
            if any(cell.strip() for cell in cells):
                yield Row(number, cells)
    except csv.Error:
        raise RowUnreadable(number + 1) from None
