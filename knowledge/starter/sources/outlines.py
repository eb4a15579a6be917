"""Words as drawn shapes, for labels inside figures.

Labels that were text would end up between the steps when somebody copies the page, or a program reads it.
"""

from __future__ import annotations

from functools import cache

from fontTools.pens.reportLabPen import ReportLabPen
from fontTools.ttLib import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from knowledge.starter.sources.look import font_file

_NUMBERS_TAKEN = (2, 2, 6, 0)  # by reportlab's path operators: move, line, curve, close


def draw_outlined(canvas: Canvas, words: str, x: float, y: float, font: str, size: float) -> None:
    """Draws words with their base line starting at (x, y), in the canvas's fill colour."""
    face = _face(font)
    glyphs, names, scale = face.getGlyphSet(), face.getBestCmap(), size / face["head"].unitsPerEm
    path = canvas.beginPath()
    for character in words:
        glyph = glyphs[names[ord(character)]]
        pen = ReportLabPen(glyphs)
        glyph.draw(pen)
        _add(path, pen.path.operators, pen.path.points, x, y, scale)
        x += glyph.width * scale
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)


def _add(
    path: PDFPathObject, operators: list[int], numbers: list[float], x: float, y: float, scale: float
) -> None:
    verbs = (path.moveTo, path.lineTo, path.curveTo, path.close)
    placed = iter(number * scale + (y if place % 2 else x) for place, number in enumerate(numbers))
    for operator in operators:
        verbs[operator](*[next(placed) for _ in range(_NUMBERS_TAKEN[operator])])


@cache
def _face(font: str) -> TTFont:
    return TTFont(font_file(font))
