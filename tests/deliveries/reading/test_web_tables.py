from __future__ import annotations

import pytest

from deliveries.reading.export import read_export
from deliveries.refusals import WebPage
from tests.deliveries.reading.expected import HEADINGS, faults, row


def cells(text: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in text.split(";")) + "</tr>"


def page(*rows: str) -> bytes:
    return f"<html><body><table>{''.join(rows)}</table></body></html>".encode()


def test_a_cell_over_several_rows_counts_for_each() -> None:
    first = cells(row(school="X")).replace("<td>X</td>", "<td rowspan=2>GS Salbke</td>")
    second = cells(row(position="2", school="X")).replace("<td>X</td>", "")
    export = read_export(page(cells(HEADINGS), first, second), "liste.xls")
    assert [(line.row, line.position, line.school, line.ordered) for line in export.lines] == [
        (2, 1, "GS Salbke", 4),
        (3, 2, "GS Salbke", 4),
    ]


def test_a_cell_over_several_columns_moves_those_beside_it() -> None:
    broad = "<tr><td>B-1</td><td colspan=2>1</td><td>Display</td></tr>"
    assert faults(read_export(page(cells(HEADINGS), broad), "liste.xls"))[0] == (2, "Schule", "", "missing")


def test_tables_that_are_there_for_looks_are_looked_through() -> None:
    inner = page(cells(HEADINGS), cells(row())).decode()
    assert len(read_export(page(f"<tr><td>{inner}</td></tr>"), "liste.xls").lines) == 1


def test_umlauts_are_read_in_the_encoding_of_the_file() -> None:
    data = page(cells(HEADINGS), cells(row(school="GS Brückfeld"))).decode().encode("cp1252")
    assert read_export(data, "liste.xls").lines[0].school == "GS Brückfeld"


def test_cells_are_texts_without_marks() -> None:
    data = page(cells(HEADINGS), cells(row(reason="<i>fehlt</i><br>noch"))).replace(b"noch", b"&lt;b&gt;")
    assert read_export(data, "liste.xls").lines[0].reason == "fehlt<b>"


def test_a_page_without_rows_is_no_list() -> None:
    with pytest.raises(WebPage):
        read_export(b"<html><table></table></html>", "liste.xls")
