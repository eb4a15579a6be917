"""Colours and type of everything that is built here: the portal's own."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

SOURCES = Path(__file__).resolve().parent

PAPER = HexColor("#fbfaf7")
SAND = HexColor("#f0eee8")
LINE = HexColor("#dcd8cf")
INK = HexColor("#1d2429")
QUIET = HexColor("#55606a")
TEAL = HexColor("#0b5c6b")
MIST = HexColor("#d9e8e8")
WHITE = HexColor("#ffffff")
AMBER = HexColor("#9a5b00")
GREEN = HexColor("#2e6b3e")
RED = HexColor("#a32a2a")

REGULAR = "Figtree-Regular"
STRONG = "Figtree-SemiBold"
BOLD = "Figtree-Bold"


def register_fonts() -> None:
    """Makes Figtree (SIL Open Font License, beside this file) known to reportlab."""
    for name in (REGULAR, STRONG, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(font_file(name))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=STRONG, italic=REGULAR, boldItalic=STRONG)


def font_file(name: str) -> Path:
    return SOURCES / "fonts" / f"{name}.ttf"
