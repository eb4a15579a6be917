"""Files that are meant to harm, and files that are none: refused, and quickly."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from deliveries.reading import export, workbooks
from deliveries.reading.export import look_at, read_export
from deliveries.reading.headings import HEADINGS as ALL_HEADINGS
from deliveries.refusals import (
    ColumnsMissing,
    DeliveryRefusal,
    FileEmpty,
    NotATable,
    OldWorkbook,
    RowUnreadable,
    TooLarge,
    WebPage,
)
from tests.deliveries.reading.expected import HEADINGS, content, read, row
from tests.deliveries.reading.workbook import inline, saved, with_sheet

SECONDS = 10  # of computing; far more than any of them needs
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;">' % (98 + n, 97 + n, 97 + n) for n in range(20))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.fixture(autouse=True)
def quickly() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SECONDS


def zipped(name: str, data: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def book() -> bytes:
    return saved(Workbook())


def without_texts() -> bytes:
    return with_sheet(b'<row><c t="s"><v>7</v></c></row>')


def wide_rows() -> bytes:
    rows = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(1, 1000))
    return with_sheet(rows)


def merges(count: int, reference: bytes) -> bytes:
    last = b'<row r="1048576"><c><v>1</v></c></row>'
    merged = (b'<mergeCell ref="%s"/>' % reference) * count
    return with_sheet(inline(HEADINGS) + last, after=b"<mergeCells>%s</mergeCells>" % merged)


REFUSED: Mapping[str, tuple[Callable[[], bytes], type[DeliveryRefusal]]] = {
    "nothing": (lambda: b"", FileEmpty),
    "blanks": (lambda: b"  \r\n \t ", FileEmpty),
    "only a mark": (lambda: b"\xef\xbb\xbf", FileEmpty),
    "an old workbook": (lambda: OLE + b"\0" * 1000, OldWorkbook),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, NotATable),
    "a PDF file": (lambda: b"%PDF-1.7\n%\x81\x8d\n1 0 obj", NotATable),
    "a letter": (lambda: b"Sehr geehrte Damen und Herren\n\nanbei die Liste", NotATable),
    "zeros in a text": (lambda: HEADINGS.encode() + b"\nB-1;1\0;GS Salbke", NotATable),
    "half of UTF-16": (lambda: content("04-utf16-tabulator.csv")[:-1], NotATable),
    "other columns": (lambda: b"Name;Vorname\nA;B", ColumnsMissing),
    "a web page without a table": (lambda: b"<html><body>Bitte anmelden</body></html>", WebPage),
    "another XML": (lambda: b"<?xml version='1.0'?><feed><entry/></feed>", NotATable),
    "a quotation mark without end": (lambda: f'{HEADINGS}\n"B-1;1;GS Salbke'.encode(), RowUnreadable),
    "a cell without end": (lambda: f"{HEADINGS}\n{'x' * 200_000}".encode(), RowUnreadable),
    "too many bytes": (lambda: b"a;b\n" * 6_000_000, TooLarge),
    "columns without end": (lambda: b";" * 4_000_000, TooLarge),
    "rows without end": (lambda: b"\n" * 4_000_000 + b"a", TooLarge),
    "an archive": (lambda: zipped("a.txt", b"a"), NotATable),
    "a broken workbook": (lambda: book()[:-30], NotATable),
    "half of a workbook": (lambda: content("05-liste-mit-titel.xlsx")[:3000], NotATable),
    "a workbook without its texts": (without_texts, NotATable),
    "a zip bomb": (lambda: zipped("xl/workbook.xml", b"0" * 110_000_000), TooLarge),
    "entities": (lambda: with_sheet(inline("&t;"), before=BOMB), NotATable),
    "outside entities": (lambda: with_sheet(b"<row/>", before=OUTSIDE), NotATable),
    "tags in tags": (lambda: with_sheet(b"<a>" * 100_000), NotATable),
    "a text without end": (lambda: with_sheet(inline("x" * 5_000_000)), NotATable),
    "wide rows": (wide_rows, TooLarge),
    "a column that cannot be": (lambda: with_sheet(b'<row r="1"><c r="ZZZ1"><v>1</v></c></row>'), NotATable),
    "a row that cannot be": (lambda: with_sheet(b'<row r="999999999"><c><v>1</v></c></row>'), NotATable),
    "merged all over": (lambda: merges(3, b"XFD1:XFD1048576"), TooLarge),
    "merged again and again": (lambda: merges(20_000, b"A1:A1048576"), TooLarge),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused(name: str) -> None:
    data, why = REFUSED[name]
    with pytest.raises(why):
        read_export(data(), "liste.xlsx")


def test_tags_are_counted_while_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_TAGS", 1000)
    with pytest.raises(TooLarge):
        read_export(with_sheet(b"<x/>" * 1001), "liste.xlsx")


def test_lines_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "MOST_LINES", 2)
    assert read(row(), row(position="2")).lines
    with pytest.raises(TooLarge):
        read(row(), row(position="2"), row(position="3"))


def test_tables_in_tables_and_cells_over_everything_come_to_an_end() -> None:
    page = "<table>" * 5_000 + "<tr><td colspan=99999 rowspan=99999>x</td></tr>" * 500
    with pytest.raises(DeliveryRefusal):
        read_export(page.encode(), "liste.xls")


def test_a_huge_cell_is_a_fault_and_is_shown_in_part() -> None:
    found = read(row(school="x" * 100_000)).faults
    assert [(fault.fault, len(fault.value)) for fault in found] == [("too_long", 200)]


def test_formulas_stay_texts() -> None:
    found = read(row(reason="=cmd|' /C calc'!A0"), row(order="@SUM(1)", ordered="=2"))
    assert found.lines[0].reason == "=cmd|' /C calc'!A0"
    assert [fault.fault for fault in found.faults] == ["not_a_number"]


def tried(data: bytes, name: str) -> None:
    for reading in (read_export, look_at):
        try:
            reading(data, name)
        except DeliveryRefusal:
            continue


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    tried(data, "liste.csv")
    tried(b"PK\x03\x04" + data, "liste.xlsx")


WORDS = st.sampled_from(
    [word for words in ALL_HEADINGS.values() for word in words]
    + ["Summe", "B-1/2", "7", "-1", "Geliefert", "Q9/1"]
)
TAGS = st.sampled_from([b"<row>", b"</row>", b"</c>", b'<c t="s">', b"<v>"])
CELLS = st.one_of(WORDS, st.text(max_size=6))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=14), max_size=6), st.sampled_from(";,\t"), st.booleans())
def test_any_table_is_read_or_refused(table: list[list[str]], delimiter: str, clean: bool) -> None:
    rows = [[HEADINGS.replace(";", delimiter)]] * clean + table
    tried("\n".join(map(delimiter.join, rows)).encode("utf-8", "replace"), "liste.csv")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(drawn: st.DataObject) -> None:
    sheet = inline(HEADINGS) + inline(row()) + b'<row r="9"><c r="A9" s="1"><v>1</v></c></row>'
    place = drawn.draw(st.integers(0, len(sheet)))
    other = drawn.draw(
        st.one_of(st.binary(max_size=5), st.sampled_from([b"<row>", b"</c>", b'<c t="s">', b"<v>"]))
    )
    end = drawn.draw(st.integers(place, min(len(sheet), place + 20)))
    tried(with_sheet(sheet[:place] + other + sheet[end:]), "liste.xlsx")


@settings(max_examples=30, deadline=None)
@given(st.text("<>/tabletrdh =\"'0123456789&;", max_size=200))
def test_any_web_page_is_read_or_refused(text: str) -> None:
    tried(f"<html><table>{text}".encode(), "liste.xls")
