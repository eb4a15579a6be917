"""Headings in two rows: a group ("Menge"), and below it what each of its columns holds."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from deliveries.reading.export import Export, read_export
from deliveries.refusals import ColumnsMissing

GROUPS = ["Bestellnummer", "Position", "Schule", "Gerät", "Menge", None, "Status"]


def workbook(first: str, second: str, merged: bool) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(GROUPS)
    sheet.append([None, None, None, None, first, second, None])
    if merged:
        sheet.merge_cells("E1:F1")
        for column in "ABCDG":
            sheet.merge_cells(f"{column}1:{column}2")
    sheet.append(["A-1", 1, "GS Diesdorf", "iPad", 10, 4, "Teilgeliefert"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read(first: str, second: str, merged: bool = True) -> Export:
    return read_export(workbook(first, second, merged), "liste.xlsx")


@pytest.mark.parametrize("merged", [True, False])
def test_both_rows_together_name_the_columns(merged: bool) -> None:
    export = read("bestellt", "geliefert", merged)
    assert [(line.row, line.ordered, line.delivered) for line in export.lines] == [(3, 10, 4)]
    assert export.faults == ()


def test_what_was_delivered_is_never_taken_for_what_was_ordered() -> None:
    with pytest.raises(ColumnsMissing):
        read("geliefert", "bestellt")


def test_the_first_row_below_the_headings_is_a_line() -> None:
    text = "Bestellnummer;Schule;Gerät;Menge;Status;Grund\nA-1;GS Diesdorf;geliefert;3;Montiert;bestellt\n"
    assert [line.row for line in read_export(text.encode(), "liste.csv").lines] == [2]
