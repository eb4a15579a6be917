"""Tables for spreadsheet programs: nothing that people wrote becomes a formula."""

from __future__ import annotations

import csv
import zipfile
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from core.spreadsheets import Cell, as_csv, as_xlsx

HEADINGS = ["Name", "Wert"]
FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+49 391 123",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "＝1+1",
    "\x00=1+1",
    '=HYPERLINK("http://evil.example";"x")',
]
HARMLESS = [
    "Lia Licht",
    "",
    "a=b",
    "3-4",
    "x@schule.example",
    "„Gruß“; mit Semikolon",
    'mit "Zeichen"',
    "zwei\nZeilen",
]


def csv_rows(table: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


def xlsx_cells(table: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(BytesIO(table)).worksheets[0].values)


@pytest.mark.parametrize("text", FORMULAS, ids=repr)
def test_no_formula_in_csv(text: str) -> None:
    rows = csv_rows(as_csv(HEADINGS, [[text, 1]]))
    assert rows[1][0].startswith("'")
    assert rows[1][0][1:] == text.replace("\x00", "")


@pytest.mark.parametrize("text", FORMULAS, ids=repr)
def test_no_formula_in_xlsx(text: str) -> None:
    table = as_xlsx(HEADINGS, [[text, 1]])
    cell = load_workbook(BytesIO(table)).worksheets[0]["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    with zipfile.ZipFile(BytesIO(table)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_no_formula_in_headings() -> None:
    assert csv_rows(as_csv(["=1+1"], []))[0] == ["'=1+1"]
    assert load_workbook(BytesIO(as_xlsx(["=1+1"], []))).worksheets[0]["A1"].data_type == "s"


@pytest.mark.parametrize("text", HARMLESS, ids=repr)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert csv_rows(as_csv(HEADINGS, [[text, 2]]))[1] == [text, "2"]
    assert xlsx_cells(as_xlsx(HEADINGS, [[text, 2]]))[1] == (text or None, 2)


def test_numbers_stay_numbers() -> None:
    row: list[Cell] = [-3, 1.5, None]
    assert csv_rows(as_csv(["a", "b", "c"], [row]))[1] == ["-3", "1.5", ""]
    assert xlsx_cells(as_xlsx(["a", "b", "c"], [row]))[1] == (-3, 1.5, None)


def test_excel_knows_the_letters() -> None:
    table = as_csv(["Größe"], [])
    assert table == b"\xef\xbb\xbfGr\xc3\xb6\xc3\x9fe\r\n"


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "TRUE", "1e5", "00123", "2026-11-23"])
def test_what_looks_like_something_else_stays_a_text_in_xlsx(text: str) -> None:
    cell = load_workbook(BytesIO(as_xlsx(HEADINGS, [[text, 1]]))).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["\x00\x0b\x1f", "\ud800x", "\uffff", "x" * 40_000])
def test_no_text_breaks_the_file(text: str) -> None:
    assert csv_rows(as_csv(["a"], [[text]]))
    assert xlsx_cells(as_xlsx(["a"], [[text]]))


def test_the_headings_stay_in_sight() -> None:
    sheet = load_workbook(BytesIO(as_xlsx(HEADINGS, [["Ein Name, der länger ist", 1]]))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.b
    assert not sheet["A2"].font.b
    assert sheet.column_dimensions["A"].width > 20
