"""Draws the video's slides, 1280 × 720; the lowest part stays free for the subtitles."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from PIL.Image import Image
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from knowledge.starter.sources.look import (
    AMBER,
    BOLD,
    INK,
    LINE,
    PAPER,
    QUIET,
    SAND,
    STRONG,
    TEAL,
    register_fonts,
)
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes import SCENES
from knowledge.starter.sources.storyboard import Cue, Slide, Storyboard

SIZE = (1280, 720)
LEFT = 80.0


def draw_slides(storyboard: Storyboard, cues: list[Cue]) -> list[Image]:
    """One picture for each cue."""
    register_fonts()
    pages = BytesIO()
    canvas = Canvas(pages, pagesize=SIZE, invariant=1)
    for cue in cues:
        _slide(Pen(canvas, 0, SIZE[1]), storyboard, cue)
        canvas.showPage()
    canvas.save()
    return [page.render(scale=1).to_pil() for page in pypdfium2.PdfDocument(pages.getvalue())]


def _slide(pen: Pen, storyboard: Storyboard, cue: Cue) -> None:
    slide = cue.slide
    pen.box(0, 0, *SIZE, fill=PAPER)
    _progress(pen, storyboard, slide)
    kicker = f"Schritt {slide.step} von {storyboard.steps}" if slide.step else storyboard.author
    pen.text(LEFT, 170, kicker, 28, color=AMBER)
    bottom = _title(pen, slide.title)
    lines = [sentence.show for sentence in slide.sentences if sentence.show][: cue.shown]
    y = bottom + 82
    for number, line in enumerate(lines):
        y = _line(pen, y, line, newest=number == len(lines) - 1)
    pen.box(700, 118, 500, 440, radius=28, fill=SAND)
    SCENES[slide.drawing](pen.at(700, 118))


def _progress(pen: Pen, storyboard: Storyboard, slide: Slide) -> None:
    width, gap = 1120 / storyboard.steps, 8
    done = max(before.step or 0 for before in storyboard.slides[: storyboard.slides.index(slide) + 1])
    for number in range(storyboard.steps):
        pen.box(LEFT + number * width, 60, width - gap, 8, radius=4, fill=TEAL if number < done else LINE)


def _title(pen: Pen, title: str) -> float:
    """Writes the title in as many lines as it needs (a soft hyphen parts a word) and says where it ends."""
    y = 240.0
    for line in _wrapped(title, 560, 54, BOLD):
        pen.text(LEFT, y, line, 54, font=BOLD, color=TEAL)
        y += 64
    return y - 64


def _line(pen: Pen, y: float, line: str, *, newest: bool) -> float:
    """Writes one point of the slide and says where the next begins."""
    pen.disc(LEFT + 9, y - 11, 7, fill=AMBER if newest else LINE)
    for words in _wrapped(line, 530, 33, STRONG):
        pen.text(LEFT + 36, y, words, 33, color=INK if newest else QUIET)
        y += 42
    return y + 22


def _wrapped(text: str, width: float, size: float, font: str) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        for place, piece in enumerate(word.split("\u00ad")):
            joint = "" if place else " "
            candidate = (lines[-1] + joint + piece).strip()
            if stringWidth(candidate, font, size) <= width:
                lines[-1] = candidate
            else:
                lines[-1] += "-" if place else ""
                lines.append(piece)
    return lines
