from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from deliveries.reading.cells import as_text
from deliveries.reading.export import read_export
from deliveries.reading.grids import sheets_of
from deliveries.refusals import ColumnsMissing, NoLines
from tests.deliveries.reading.expected import HEADINGS, content, faults
from tests.deliveries.reading.workbook import ROW, inline, saved, with_sheet, with_texts, workbook


@pytest.mark.parametrize(
    "name", ["05-liste-mit-titel.xlsx", "06-mehrere-blaetter.xlsx", "12-teillieferung-2.xlsx"]
)
def test_cells_are_those_that_another_reader_finds(name: str) -> None:
    book = load_workbook(BytesIO(content(name)), data_only=True)
    for ours, theirs in zip(sheets_of(content(name)), book.worksheets, strict=True):
        rows = {row.number: row for row in ours.rows}
        for number, values in enumerate(theirs.values, 1):
            for place, value in enumerate(values):
                row = rows.get(number)
                if value is not None:
                    assert row
                    assert isinstance(value, str | int | float | date)
                    assert as_text(row[place]) == as_text(value)
                elif row:
                    assert row[place] is None or place in row.filled


@pytest.mark.parametrize("from_1904", [False, True])
def test_date_cells_are_days_however_they_are_counted(from_1904: bool) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append((*ROW[:9], datetime(2024, 3, 8, 14, 30), None, None))  # noqa: DTZ001

    promise = read_export(workbook(fill, from_1904=from_1904), "liste.xlsx").lines[0].promise
    assert promise
    assert (promise.first, promise.last, promise.written) == (
        date(2024, 3, 8),
        date(2024, 3, 8),
        "08.03.2024",
    )


def test_a_merged_cell_counts_for_each_of_its_rows() -> None:
    def fill(sheet: Worksheet) -> None:
        for number in (1, 2, 3):
            sheet.append((ROW[0], number, ROW[2] if number == 1 else None, *ROW[3:]))
        sheet.merge_cells("C2:C3")

    export = read_export(workbook(fill), "liste.xlsx")
    assert [(line.row, line.school) for line in export.lines] == [(2, "GS Salbke"), (3, "GS Salbke")]
    assert faults(export) == [(4, "Schule", "", "missing")]


def test_a_blank_row_within_a_merged_cell_stays_blank() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(ROW)
        sheet.append(())
        sheet.append((ROW[0], 2, None, *ROW[3:]))
        sheet.merge_cells("C2:C4")

    export = read_export(workbook(fill), "liste.xlsx")
    assert [(line.row, line.school) for line in export.lines] == [(2, "GS Salbke"), (4, "GS Salbke")]
    assert export.faults == ()


def test_rows_with_nothing_of_their_own_are_passed_over() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(ROW)
        sheet.append((None, " ", "\xa0"))

    def hidden_below_a_merge() -> bytes:
        cells = inline("B-1;1;GS Salbke;Display;;75 Zoll;1;0;Beauftragt")
        below = b'<row><c r="C3" t="inlineStr"><is><t>GS Diesdorf</t></is></c></row>'
        merge = b'<mergeCells><mergeCell ref="C2:C3"/></mergeCells>'
        return with_sheet(inline(HEADINGS) + cells + below, after=merge)

    for data in (workbook(fill), hidden_below_a_merge()):
        export = read_export(data, "liste.xlsx")
        assert (len(export.lines), export.faults) == (1, ())


def test_hidden_columns_count_and_hidden_sheets_do_not() -> None:
    book = Workbook()
    for name, order in (("Alle", "B-1"), ("Alt", "B-2")):
        sheet = book.create_sheet(name)
        sheet.append(HEADINGS.split(";"))
        sheet.append((order, 7, *ROW[2:]))
        sheet.column_dimensions["B"].hidden = True
    book["Alt"].sheet_state = "hidden"
    export = read_export(saved(book), "liste.xlsx")
    assert [(line.order, line.position) for line in export.lines] == [("B-1", 7)]


def test_number_cells_are_written_as_they_are_shown() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append((4500017001, *ROW[1:]))
        sheet.append((47110.0, *ROW[1:]))
        sheet["A3"].number_format = "0000000"

    orders = [line.order for line in read_export(workbook(fill), "liste.xlsx").lines]
    assert orders == ["4500017001", "0047110"]


def test_a_formula_counts_with_its_stored_result_only() -> None:
    headings = inline(HEADINGS)
    cells = inline("B-1;1;GS Salbke;Display;;75 Zoll").removesuffix(b"</row>")
    rest = inline("0;Beauftragt").removeprefix(b"<row>")
    stored = cells + b"<c><f>2*16</f><v>32</v></c>" + rest
    without = cells + b"<c><f>2*8</f></c>" + rest
    export = read_export(with_sheet(headings + stored + without), "liste.xlsx")
    assert [(line.row, line.ordered) for line in export.lines] == [(2, 32)]
    assert faults(export) == [(3, "Menge bestellt", "", "missing")]


def test_texts_are_put_together_from_their_parts() -> None:
    texts = b"<si><t>x</t></si><si><r><t>GS </t></r><r><t>Salbke_x000D_</t></r><rPh><t>ja</t></rPh></si>"
    row = inline("B-1;1;?;Display;;75 Zoll;1;0;Beauftragt")
    row = row.replace(b'<c t="inlineStr"><is><t>?</t></is></c>', b'<c t="s"><v>1</v></c>')
    data = with_texts(with_sheet(inline(HEADINGS) + row), texts)
    assert read_export(data, "liste.xlsx").lines[0].school == "GS Salbke"


def test_a_sheet_that_lacks_a_column_is_not_left_out_without_a_word() -> None:
    book = Workbook()
    for name in ("Grundschulen", "Gymnasien"):
        sheet = book.create_sheet(name)
        sheet.append(HEADINGS.split(";"))
        sheet.append(ROW)
    book["Gymnasien"]["I1"] = "Zustand"
    with pytest.raises(ColumnsMissing) as raised:
        read_export(saved(book), "liste.xlsx")
    assert raised.value.columns == ("Status",)


def test_lines_of_two_sheets_that_contradict_each_other_are_named_with_their_sheets() -> None:
    book = Workbook()
    for name, ordered in (("Zwei", 2), ("Eins", 1)):
        sheet = book.create_sheet(name)
        sheet.append(HEADINGS.split(";"))
        sheet.append((*ROW[:6], ordered, *ROW[7:]))
    export = read_export(saved(book), "liste.xlsx")
    assert export.lines == ()
    assert [(fault.sheet, fault.row, fault.fault) for fault in export.faults] == [
        ("Zwei", 2, "contradiction"),
        ("Eins", 2, "contradiction"),
    ]


def test_a_blank_workbook_has_no_lines() -> None:
    with pytest.raises(NoLines):
        read_export(saved(Workbook()), "leer.xlsx")
