"""Lays out a document as DOCX with real headings, numbered lists and tables."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document as new_word_file
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from reportlab.lib.colors import Color

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
from knowledge.starter.sources.look import INK, QUIET, SAND, TEAL
from knowledge.starter.sources.packing import repack

WIDTH_CM = 16.0
ROW_TO_FILL_CM = 0.95  # room for handwriting in an empty cell
FONT = "Arial"  # on every school computer, unlike the portal's own


def build_docx(document: Document, target: Path) -> None:
    """Writes the handout; the same content gives the same bytes."""
    word = new_word_file()
    _page(word, document)
    _styles(word)
    _properties(word, document)
    word.add_heading(document.title, 0)
    word.add_paragraph(document.subtitle, "Subtitle")
    for part in document.parts:
        word.add_heading(part.heading, 1)
        for block in part.blocks:
            _add(word, block)
    unpacked = BytesIO()
    word.save(unpacked)
    repack(unpacked, target, document.date)


def _add(word: WordFile, block: Block) -> None:
    match block:
        case Text(text):
            _write(word.add_paragraph(), text)
        case Note(text):
            _write(word.add_paragraph(style="Intense Quote"), text)
        case Steps(items):
            _numbered(word, items)
        case Bullets(items):
            for item in items:
                _write(word.add_paragraph(style="List Bullet"), item)
        case Table():
            _table(word, block)
        case Figure(name):
            raise ValueError(f"figures are drawn for the PDF only: {name}")


def _numbered(word: WordFile, items: tuple[str, ...]) -> None:
    numbers = _restarted(word)
    for item in items:
        paragraph = word.add_paragraph(style="List Number")
        properties: Any = paragraph._p.get_or_add_pPr()
        number = properties.get_or_add_numPr()
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = numbers
        _write(paragraph, item)


def _restarted(word: WordFile) -> int:
    """The id of a numbering that is the template's and begins at 1 again."""
    numbering = word.part.numbering_part.element
    style = word.styles["List Number"].element
    wanted = style.pPr.numPr.numId.val
    template = next(num for num in numbering.num_lst if num.numId == wanted)
    restarted = numbering.add_num(template.abstractNumId.val)
    restarted.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(restarted.numId)


def _table(word: WordFile, table: Table) -> None:
    grid = word.add_table(rows=0, cols=len(table.head), style="Table Grid")
    grid.autofit = False
    for number, row in enumerate((table.head, *table.rows)):
        added = grid.add_row()
        if "" in row:
            added.height = Cm(ROW_TO_FILL_CM)
        cells = added.cells
        for cell, text, share in zip(cells, row, table.widths, strict=True):
            cell.width = Cm(WIDTH_CM * share / 100)
            _write(cell.paragraphs[0], f"**{text}**" if number == 0 else text)
            cell.paragraphs[0].paragraph_format.space_after = Pt(3)
            if number == 0:
                _shade(cell._tc.get_or_add_tcPr(), SAND)
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _frame(grid._tbl.tblPr)


def _frame(properties: BaseOxmlElement) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("color", "DCD8CF")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    for side in ("left", "right", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil")
        borders.append(line)
    properties.xpath("w:tblLayout")[0].addprevious(borders)


def _shade(properties: BaseOxmlElement, color: Color) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), color.hexval()[2:].upper())
    properties.append(shade)


def _write(paragraph: Paragraph, text: str) -> None:
    for words, is_bold in bold_parts(text):
        paragraph.add_run(words).bold = is_bold or None


def _page(word: WordFile, document: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    section.header.paragraphs[0].text = f"{document.running}, {document.subject}"
    footer = section.footer.paragraphs[0]
    footer.text = f"{document.author}, Stand {document.date:%d.%m.%Y}, Seite "
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = deepcopy(footer.runs[0]._r)
    run.text = "1"
    field.append(run)
    footer._p.append(field)


def _styles(word: WordFile) -> None:
    sizes: dict[str, tuple[float, Color]] = {
        "Normal": (11, INK),
        "Title": (24, TEAL),
        "Subtitle": (13, QUIET),
        "Heading 1": (15, TEAL),
        "Header": (9.5, QUIET),
        "Footer": (9.5, QUIET),
    }
    for name, (size, color) in sizes.items():
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        style.font.color.rgb = RGBColor.from_string(color.hexval()[2:].upper())
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for line in word.styles["Title"].element.xpath(".//w:pBdr"):
        line.getparent().remove(line)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "de-DE")
    word.styles["Normal"].element.get_or_add_rPr().append(language)


def _properties(word: WordFile, document: Document) -> None:
    facts = word.core_properties
    facts.title, facts.subject, facts.author = document.title, document.subject, document.author
    facts.keywords, facts.language, facts.comments = document.keywords, "de-DE", ""
    facts.last_modified_by = document.author
    facts.created = facts.modified = datetime.combine(document.date, time(12))
