"""A figure as a picture, for files that cannot hold drawings."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from knowledge.starter.sources.figures import FIGURES, WIDTH
from knowledge.starter.sources.look import PAPER, register_fonts
from knowledge.starter.sources.pen import Pen

SCALE = 2.5
COLOURS = 128  # enough for flat drawings with smooth edges, and a third of the size


def png(name: str) -> bytes:
    """The figure on the slides' paper; the same drawing gives the same bytes."""
    register_fonts()
    drawing, page, picture = FIGURES[name], BytesIO(), BytesIO()
    canvas = Canvas(page, pagesize=(WIDTH, drawing.height), invariant=1)
    pen = Pen(canvas, 0, drawing.height, outlined=True)
    pen.box(0, 0, WIDTH, drawing.height, fill=PAPER)
    drawing.draw(pen)
    canvas.save()
    with pypdfium2.PdfDocument(page.getvalue()) as pdf:
        pdf[0].render(scale=SCALE).to_pil().quantize(COLOURS).save(picture, "PNG", optimize=True)
    return picture.getvalue()
