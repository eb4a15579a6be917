"""Lays out a document as ODT with real headings, lists and tables."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from odf import dc, meta
from odf.opendocument import OpenDocumentText
from odf.style import Footer, MasterPage
from odf.table import Table as Grid
from odf.table import TableCell, TableColumn, TableColumns, TableHeaderRows, TableRow
from odf.text import H, List, ListItem, P, PageNumber, Span

from knowledge.starter.sources.content import (
    Block,
    Bullets,
    Document,
    Figure,
    Note,
    Steps,
    Table,
    Text,
    bold_parts,
)
from knowledge.starter.sources.open_text_styles import add_column, add_styles
from knowledge.starter.sources.packing import repack


def build_odt(document: Document, target: Path) -> None:
    """Writes the document; the same content gives the same bytes."""
    file = OpenDocumentText()
    page = add_styles(file)
    _properties(file, document)
    _footer(file, page, document)
    file.text.addElement(_written(P(stylename="Title"), document.title))
    file.text.addElement(_written(P(stylename="Subtitle"), document.subtitle))
    for part in document.parts:
        file.text.addElement(_written(H(outlinelevel=1, stylename="Heading_20_1"), part.heading))
        for block in part.blocks:
            file.text.addElement(_element(file, block))
    file.write(
        BytesIO()
    )  # odfpy learns its namespaces while it writes: from the second time on all are there
    unpacked = BytesIO()
    file.write(unpacked)
    repack(unpacked, target, document.date)


def _element(file: Any, block: Block) -> Any:
    match block:
        case Text(text):
            return _written(P(stylename="Text_20_body"), text)
        case Note(text):
            return _written(P(stylename="Hinweis"), text)
        case Steps(items):
            return _list("Numbering", items)
        case Bullets(items):
            return _list("Bullets", items)
        case Table():
            return _table(file, block)
        case Figure(name):
            raise ValueError(f"figures are drawn for the PDF only: {name}")


def _list(style: str, items: tuple[str, ...]) -> Any:
    made = List(stylename=style)
    for item in items:
        entry = ListItem()
        entry.addElement(_written(P(stylename="Listenpunkt"), item))
        made.addElement(entry)
    return made


def _table(file: Any, table: Table) -> Any:
    grid, columns, head = Grid(stylename="Tabelle"), TableColumns(), TableHeaderRows()
    for share in table.widths:
        columns.addElement(TableColumn(stylename=add_column(file, share)))
    grid.addElement(columns)
    head.addElement(_row(table.head, "Kopfzelle", bold=True))
    grid.addElement(head)
    for row in table.rows:
        grid.addElement(_row(row, "Zelle"))
    return grid


def _row(cells: tuple[str, ...], style: str, *, bold: bool = False) -> Any:
    row = TableRow(stylename="Zum_20_Ausfüllen") if "" in cells else TableRow()
    for text in cells:
        cell = TableCell(stylename=style, valuetype="string")
        cell.addElement(_written(P(stylename="Zelltext"), f"**{text}**" if bold else text))
        row.addElement(cell)
    return row


def _written(paragraph: Any, text: str) -> Any:
    for words, is_bold in bold_parts(text):
        if is_bold:
            paragraph.addElement(Span(stylename="Strong", text=words))
        else:
            paragraph.addText(words)
    return paragraph


def _footer(file: Any, page: Any, document: Document) -> None:
    words = P(stylename="Footer", text=f"{document.author}, Stand {document.date:%d.%m.%Y}, Seite ")
    words.addElement(PageNumber(selectpage="current"))
    footer = Footer()
    footer.addElement(words)
    master = MasterPage(name="Standard", pagelayoutname=page)
    master.addElement(footer)
    file.masterstyles.addElement(master)


def _properties(file: Any, document: Document) -> None:
    moment = f"{document.date:%Y-%m-%d}T12:00:00"
    for element in (
        dc.Title(text=document.title),
        dc.Subject(text=document.subject),
        dc.Creator(text=document.author),
        meta.InitialCreator(text=document.author),
        meta.CreationDate(text=moment),
        dc.Date(text=moment),
        dc.Language(text="de-DE"),
        *(meta.Keyword(text=word) for word in document.keywords.split(", ")),
    ):
        file.meta.addElement(element)
