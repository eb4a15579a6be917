"""PDF files written for a test, with the text exactly where the test wants it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD, MONO = "Helvetica", "Helvetica-Bold", "Courier"
TOP = 760
PITCH = 12


@dataclass(frozen=True)
class Text:
    """Lines from (x, y) downwards."""

    lines: Sequence[str]
    x: float = 70
    y: float = TOP
    size: float = 10
    font: str = PLAIN
    pitch: float = PITCH


@dataclass(frozen=True)
class Stroke:
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Bookmark:
    title: str
    level: int
    y: float


Thing = Text | Stroke | Bookmark


def lines(*texts: str, x: float = 70, y: float = TOP, font: str = PLAIN, size: float = 10) -> Text:
    return Text(texts, x, y, size, font)


def write_pdf(
    path: Path,
    *pages: Iterable[Thing],
    title: str | None = "Handbuch",
    language: str | None = None,
    password: str | None = None,
    turned: int = 0,
) -> Path:
    """A PDF with these pages; `turned` is the rotation with which the pages are shown."""
    canvas = Canvas(str(path), pagesize=A4, lang=language, encrypt=password)
    if title is not None:
        canvas.setTitle(title)
    for things in pages:
        for thing in things:
            _draw(canvas, thing)
        canvas.showPage()
    canvas.save()
    return _turned(path, turned) if turned else path


def _turned(path: Path, degrees: int) -> Path:
    with pdfium.PdfDocument(path.read_bytes()) as document:
        for page in document:
            page.set_rotation(degrees)
        document.save(path)
    return path


def _draw(canvas: Canvas, thing: Thing) -> None:
    if isinstance(thing, Stroke):
        canvas.line(thing.x1, thing.y1, thing.x2, thing.y2)
    elif isinstance(thing, Bookmark):
        key = f"{thing.title}{thing.y}{canvas.getPageNumber()}"
        canvas.bookmarkPage(key, fit="XYZ", left=0, top=thing.y)
        canvas.addOutlineEntry(thing.title, key, thing.level)
    else:
        canvas.setFont(thing.font, thing.size)
        for index, line in enumerate(thing.lines):
            canvas.drawString(thing.x, thing.y - index * thing.pitch, line)


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Stroke]:
    """The lines of a table with its upright edges at xs and its level ones at ys."""
    upright = [Stroke(x, min(ys), x, max(ys)) for x in xs]
    return upright + [Stroke(min(xs), y, max(xs), y) for y in ys]


def picture_of(path: Path, dots_per_inch: int = 200) -> Image.Image:
    """The first page of a PDF as a scanner would see it."""
    with pdfium.PdfDocument(path) as document:
        picture: Image.Image = document[0].render(scale=dots_per_inch / 72).to_pil().convert("L")
    return picture


def write_scan(path: Path, *pages: Iterable[Thing]) -> Path:
    """A PDF whose pages are only pictures of these."""
    pictures = [picture_of(write_pdf(path.with_suffix(".text.pdf"), page)) for page in pages]
    pictures[0].save(path, "PDF", resolution=200, save_all=True, append_images=pictures[1:])
    return path
