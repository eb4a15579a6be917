"""Tables for spreadsheet programs. No cell is ever a formula, whatever people wrote into it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | None

# What spreadsheet programs take for the beginning of a formula, also behind blanks and in full width.
STARTS_A_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_000  # letters of a cell
NARROWEST, WIDEST = 8, 60
BOM = "\ufeff"  # without it Excel takes umlauts for something else


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """As Excel in German opens it with a double click: UTF-8 that says so, semicolons. A text that a program
    could take for a formula has an apostrophe before it."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    for row in (headings, *rows):
        writer.writerow([_harmless(cell) for cell in row])
    return (BOM + out.getvalue()).encode()


def as_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A workbook with one sheet, its headings bold and always in sight. Texts are marked as texts."""
    book = Workbook()
    sheet = book.worksheets[0]
    table: list[Sequence[Cell]] = [list(headings), *rows]
    for down, row in enumerate(table, 1):
        for across, cell in enumerate(row, 1):
            _put(sheet, (down, across), cell)
    sheet.freeze_panes = "A2"
    _widen(sheet, table)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = _kept(cell)
    return f"'{text}" if STARTS_A_FORMULA.match(text) else text


def _put(sheet: Worksheet, where: tuple[int, int], cell: Cell) -> None:
    place = sheet.cell(*where)
    place.value = _kept(cell) if isinstance(cell, str) else cell
    if isinstance(cell, str):
        place.data_type = "s"  # and not "f" or "e", which openpyxl makes of what looks like it
        place.quotePrefix = True  # so that it stays a text when somebody edits it
        place.alignment = Alignment(vertical="top", wrap_text=len(cell) > WIDEST)
    place.font = Font(bold=where[0] == 1)


def _kept(text: str) -> str:
    return CONTROL.sub("", text)[:LONGEST]


def _widen(sheet: Worksheet, table: Sequence[Sequence[Cell]]) -> None:
    for number, column in enumerate(zip(*table, strict=True), 1):
        longest = max(len(str(cell or "")) for cell in column)
        width = min(WIDEST, max(NARROWEST, longest + 2))
        sheet.column_dimensions[get_column_letter(number)].width = width
