"""Everything on a PDF page that the reader works with."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2 as pdfium

from knowledge.reading.pdf_glyphs import Glyph, read_glyphs, turned
from knowledge.reading.pdf_rules import Rule, rules_and_pictures


class Sheet(NamedTuple):
    """What lies on a page: glyphs in the order of the file, ruled lines, whether there are pictures, and
    by how many quarter turns the coordinates were turned."""

    glyphs: list[Glyph]
    rules: list[Rule]
    has_pictures: bool
    turns: int


def read_sheet(page: pdfium.PdfPage) -> Sheet:
    """Everything on the page that the reader works with."""
    glyphs, turns = read_glyphs(page)
    rules, has_pictures = rules_and_pictures(page)
    if turns:
        rules = [Rule(*turned(rule, turns)) for rule in rules]
    return Sheet(glyphs, rules, has_pictures, turns)
