"""Workbooks for tests, and what may be hidden in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.deliveries.reading.expected import HEADINGS

ROW = ("B-1", 1, "GS Salbke", "Display", None, "75 Zoll", 4, 0, "Beauftragt", None, None, None)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(fill: Callable[[Worksheet], object], *, from_1904: bool = False) -> bytes:
    """A workbook with the headings of a clean list, and what `fill` puts below them."""
    from openpyxl.utils.datetime import MAC_EPOCH

    book = Workbook()
    if from_1904:
        book.epoch = MAC_EPOCH
    sheet = book.worksheets[0]
    sheet.append(HEADINGS.split(";"))
    fill(sheet)
    return saved(book)


def changed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with other parts in it."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name, part in ({entry: old.read(entry) for entry in old.namelist()} | dict(parts)).items():
            new.writestr(name, part)
    return out.getvalue()


def with_sheet(rows: bytes, *, after: bytes = b"", before: bytes = b"") -> bytes:
    """A workbook whose only sheet holds this XML."""
    name = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = before + b'<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (name, rows, after)
    return changed(saved(Workbook()), {"xl/worksheets/sheet1.xml": sheet})


TEXTS = (
    b'<Relationships><Relationship Type="x/worksheet" Target="worksheets/sheet1.xml" Id="rId1"/>'
    b'<Relationship Type="x/sharedStrings" Target="/xl/texts.xml" Id="rId2"/></Relationships>'
)


def with_texts(data: bytes, texts: bytes) -> bytes:
    """The workbook, with texts to which its cells refer."""
    return changed(data, {"xl/_rels/workbook.xml.rels": TEXTS, "xl/texts.xml": b"<sst>%s</sst>" % texts})


def inline(texts: str) -> bytes:
    """A row of cells with texts."""
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts.split(";"))
    return f"<row>{cells}</row>".encode()
