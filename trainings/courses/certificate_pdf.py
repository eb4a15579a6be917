"""A certificate on paper: one quiet sheet of A4, with a code by which anybody can check it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import segno
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from trainings.courses.certificates import Certificate

FONTS = Path(__file__).resolve().parent / "fonts"
REGULAR, BOLD = "Figtree-Regular", "Figtree-SemiBold"
TEAL, INK, QUIET, LINE = (HexColor(colour) for colour in ("#0b5c6b", "#1d2429", "#535c61", "#dcd8cf"))
WIDTH, HEIGHT = A4
SIDE, TOP, BOTTOM = 25 * mm, 28 * mm, 68 * mm
CODE_TOP, CODE_SIZE = 52 * mm, 30 * mm
LABEL_WIDTH = 34 * mm


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """All that stands on it beside name, title and content, in the words of one language. `facts` are labels
    and what they say: when, how long, by whom."""

    language: str
    heading: str
    sentence: str
    facts: Sequence[tuple[str, str]]
    content: str
    issued: str
    check: str
    signature: str


def pdf(certificate: Certificate, check_address: str, words: CertificateWords) -> bytes:
    """The sheet; what does not fit on it goes on on a second one. `check_address` is the page that tells
    whether the certificate is true."""
    out = BytesIO()
    paper = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{words.heading}: {certificate.title}",
        author=certificate.trainer,
        subject=certificate.shown_code,
        creator="Lotse",
        lang=words.language,
        displayDocTitle=True,
    )
    frame = Frame(SIDE, BOTTOM, WIDTH - 2 * SIDE, HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)

    def foot(canvas: Canvas, _paper: object) -> None:
        _draw_foot(canvas, certificate, check_address, words)

    paper.addPageTemplates(PageTemplate(frames=[frame], onPage=foot))
    _fonts()
    paper.build(_sheet(certificate, words))
    return out.getvalue()


def _sheet(certificate: Certificate, words: CertificateWords) -> list[Flowable]:
    facts = [[_text(label, 10.5, QUIET), _text(said, 10.5)] for label, said in words.facts if said]
    return [
        _text(words.heading, 27, TEAL, BOLD),
        Spacer(1, 5 * mm),
        HRFlowable(width=22 * mm, thickness=2.2, color=TEAL, hAlign="LEFT", lineCap="round"),
        Spacer(1, 17 * mm),
        _text(certificate.name, 21, INK, BOLD),
        Spacer(1, 3 * mm),
        _text(words.sentence, 12, QUIET),
        Spacer(1, 9 * mm),
        _text(certificate.title, 16, INK, BOLD),
        Spacer(1, 6 * mm),
        _table(facts),
        Spacer(1, 8 * mm),
        *_content(certificate.content, words.content),
    ]


def _content(content: str, heading: str) -> list[Flowable]:
    lines = [line for line in content.splitlines() if line.strip()]
    told: list[Flowable] = [_text(heading, 11.5, TEAL, BOLD), Spacer(1, 2 * mm)] if lines else []
    for line in lines:
        told += [_text(line, 10.5), Spacer(1, 1.5 * mm)]
    return told


def _table(facts: list[list[Paragraph]]) -> Table:
    table = Table(facts, colWidths=[LABEL_WIDTH, WIDTH - 2 * SIDE - LABEL_WIDTH], hAlign="LEFT")
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, LINE),
            ("LINEBELOW", (0, 0), (-1, -1), 0.6, LINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
    )
    return table


def _draw_foot(canvas: Canvas, certificate: Certificate, address: str, words: CertificateWords) -> None:
    canvas.saveState()
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.6)
    canvas.line(SIDE, CODE_TOP + 5 * mm, WIDTH - SIDE, CODE_TOP + 5 * mm)
    _draw_code(canvas, address, SIDE, CODE_TOP - CODE_SIZE)
    left = SIDE + CODE_SIZE + 7 * mm
    told = [
        _text(words.check, 10, QUIET),
        _text(certificate.shown_code, 14, INK, BOLD),
        _text(address, 9, TEAL),
        Spacer(1, 2 * mm),
        _text(words.issued, 9, QUIET),
        _text(words.signature, 9, QUIET),
    ]
    Frame(left, 12 * mm, WIDTH - SIDE - left, CODE_TOP - 12 * mm, 0, 0, 0, 0).addFromList(told, canvas)
    canvas.restoreState()


def _draw_code(canvas: Canvas, address: str, left: float, bottom: float) -> None:
    """The QR code; around it the paper is blank, as its standard asks for."""
    modules = list(segno.make(address, error="m", micro=False).matrix)
    size = CODE_SIZE / len(modules)
    canvas.setFillColor(INK)
    dark = canvas.beginPath()
    for down, row in enumerate(modules):
        for across, module in enumerate(row):
            if module:
                dark.rect(left + across * size, bottom + CODE_SIZE - (down + 1) * size, size, size)
    canvas.drawPath(dark, stroke=0, fill=1)
    canvas.linkURL(address, (left, bottom, left + CODE_SIZE, bottom + CODE_SIZE))


def _text(text: str, size: float, colour: Color = INK, font: str = REGULAR) -> Paragraph:
    style = ParagraphStyle(
        "text", fontName=font, fontSize=size, leading=size * 1.35, textColor=colour, splitLongWords=True
    )
    return Paragraph(escape(_drawable(text)), style)


def _drawable(text: str) -> str:
    """The text in letters that the typeface has: without accents that it does not know."""
    return "".join(_drawn(letter) for letter in unicodedata.normalize("NFC", text))


def _drawn(letter: str) -> str:
    known = _letters()
    if letter in known or letter.isspace():
        return letter
    parts = unicodedata.normalize("NFKD", letter)
    bare = "".join(part for part in parts if part in known and not unicodedata.combining(part))
    return bare or ("" if unicodedata.category(letter).startswith(("C", "M")) else "?")


@lru_cache
def _letters() -> frozenset[str]:
    """What both cuts of the typeface have."""
    return frozenset(chr(number) for number in _fonts()[0].face.charToGlyph)


@lru_cache
def _fonts() -> tuple[TTFont, TTFont]:
    """The typeface, known to reportlab from now on."""
    regular, bold = (TTFont(name, FONTS / f"{name}.ttf") for name in (REGULAR, BOLD))
    pdfmetrics.registerFont(regular)
    pdfmetrics.registerFont(bold)
    return regular, bold
