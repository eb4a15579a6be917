"""Lays out a document as a printable PDF with bookmarks, running header and page numbers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as Grid

from knowledge.starter.sources.content import Block, Bullets, Document, Figure, Note, Part, Steps, Table, Text
from knowledge.starter.sources.drawing import WIDTH
from knowledge.starter.sources.figures import FIGURES
from knowledge.starter.sources.look import BOLD, INK, LINE, QUIET, REGULAR, SAND, STRONG, TEAL, register_fonts
from knowledge.starter.sources.pen import Pen

MARGIN = (A4[0] - WIDTH) / 2

BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=11, leading=15.5, textColor=INK, spaceAfter=6)
TITLE = ParagraphStyle("title", BODY, fontName=BOLD, fontSize=25, leading=30, textColor=TEAL, spaceAfter=6)
SUBTITLE = ParagraphStyle("subtitle", BODY, fontSize=13, leading=18, textColor=QUIET, spaceAfter=14)
HEADING = ParagraphStyle(
    "heading", BODY, fontName=STRONG, fontSize=15, leading=19, textColor=TEAL, spaceBefore=10, spaceAfter=6
)
STEP = ParagraphStyle("step", BODY, leftIndent=18, spaceAfter=4)
CAPTION = ParagraphStyle(
    "caption", BODY, fontSize=9.5, leading=13, textColor=QUIET, spaceBefore=4, spaceAfter=8
)
CELL = ParagraphStyle("cell", BODY, fontSize=10, leading=13.5, spaceAfter=0)
HEAD = ParagraphStyle("head", CELL, fontName=STRONG, textColor=TEAL)


class DrawnFigure(Flowable):
    """One of the figures, as wide as the text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.drawing = FIGURES[name]
        self.width, self.height = WIDTH, self.drawing.height

    def draw(self) -> None:
        self.drawing.draw(Pen(self.canv, 0, self.height, outlined=True))


class Heading(Paragraph):
    """A heading that also stands in the PDF's outline."""

    def draw(self) -> None:
        words = self.getPlainText()
        self.canv.bookmarkPage(words)
        self.canv.addOutlineEntry(words, words, level=0)
        super().draw()


def build_pdf(document: Document, target: Path) -> None:
    """Writes the handout; the same content gives the same bytes."""
    register_fonts()
    frame = Frame(
        MARGIN, 17 * mm, WIDTH, A4[1] - 40 * mm, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    template = BaseDocTemplate(
        str(target),
        pagesize=A4,
        title=document.title,
        author=document.author,
        subject=document.subject,
        keywords=document.keywords.split(", "),
        creator="Lotse",
        lang="de-DE",
        invariant=1,
    )
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=partial(_furniture, document)))
    with _dated(document.date):
        template.build(_story(document))


@contextmanager
def _dated(day: date) -> Iterator[None]:
    # reportlab takes a document's date from nowhere else.
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(day, time(12), UTC).timestamp()))
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _furniture(document: Document, canvas: Canvas, template: BaseDocTemplate) -> None:
    pen = Pen(canvas, MARGIN, A4[1])
    pen.text(0, 40, document.running, 9.5, color=TEAL)
    pen.text(WIDTH, 40, document.subject, 9.5, font=REGULAR, color=QUIET, align="right")
    pen.line((0, 49), (WIDTH, 49), color=LINE, weight=0.8)
    pen.text(
        0, A4[1] - 32, f"{document.author}, Stand {document.date:%d.%m.%Y}", 9.5, font=REGULAR, color=QUIET
    )
    pen.text(WIDTH, A4[1] - 32, f"Seite {template.page}", 9.5, color=QUIET, align="right")


def _story(document: Document) -> list[Flowable]:
    story: list[Flowable] = [Paragraph(document.title, TITLE), Paragraph(document.subtitle, SUBTITLE)]
    for part in document.parts:
        if part.new_page:
            story.append(PageBreak())
        story.append(_part(part))
    return story


def _part(part: Part) -> Flowable:
    return KeepTogether(
        [Heading(part.heading, HEADING), *(piece for block in part.blocks for piece in _block(block))]
    )


def _block(block: Block) -> list[Flowable]:
    match block:
        case Text(text):
            return [Paragraph(_markup(text), BODY)]
        case Note(text):
            return [Spacer(0, 9), _panel(text), Spacer(0, 8)]
        case Steps(items):
            return [_step(number, item) for number, item in enumerate(items, 1)]
        case Bullets(items):
            return [Paragraph(_markup(item), STEP, bulletText="•") for item in items]
        case Table():
            return [_grid(block), Spacer(0, 6)]
        case Figure(name, caption):
            return [Spacer(0, 6), DrawnFigure(name), Paragraph(caption, CAPTION)]


def _step(number: int, text: str) -> Flowable:
    # The number is a part of the line, not a bullet: copied text then keeps "1. Öffnen Sie" together.
    label = f"{number}.\u00a0 "
    style = ParagraphStyle(f"step {number}", STEP, firstLineIndent=-stringWidth(label, BOLD, STEP.fontSize))
    return Paragraph(f'<font name="{BOLD}" color="{TEAL.hexval()}">{label}</font>{_markup(text)}', style)


def _panel(text: str) -> Flowable:
    style: list[Any] = [("BACKGROUND", (0, 0), (-1, -1), SAND), ("LINEBEFORE", (0, 0), (0, -1), 3, TEAL)]
    return Grid([[Paragraph(_markup(text), CELL)]], colWidths=[WIDTH], style=[*style, *_padding(9, 14)])


def _grid(table: Table) -> Flowable:
    cells = [[Paragraph(cell, HEAD) for cell in table.head]]
    cells += [[Paragraph(_markup(cell), CELL) for cell in row] for row in table.rows]
    style: list[Any] = [
        ("BACKGROUND", (0, 0), (-1, 0), SAND),
        ("LINEABOVE", (0, 0), (-1, 0), 0.6, LINE),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, LINE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *_padding(4, 8),
    ]
    return Grid(cells, colWidths=[WIDTH * share / 100 for share in table.widths], style=style, repeatRows=1)


def _padding(vertical: float, horizontal: float) -> list[Any]:
    sides = {"TOP": vertical, "BOTTOM": vertical + 1, "LEFT": horizontal, "RIGHT": horizontal}
    return [(f"{side}PADDING", (0, 0), (-1, -1), amount) for side, amount in sides.items()]


def _markup(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
