"""Draws the video's slides, 1280 × 720, with the same devices as the handout's figures."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdfium2
from PIL.Image import Image
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from knowledge.starter.sources import devices
from knowledge.starter.sources.look import (
    AMBER,
    BOLD,
    GREEN,
    INK,
    LINE,
    MIST,
    PAPER,
    QUIET,
    SAND,
    STRONG,
    TEAL,
    WHITE,
    register_fonts,
)
from knowledge.starter.sources.pen import Pen
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
    DRAWINGS[slide.drawing](pen.at(700, 118))


def _progress(pen: Pen, storyboard: Storyboard, slide: Slide) -> None:
    width, gap = 1120 / storyboard.steps, 8
    after_last = slide is storyboard.slides[-1] or slide is storyboard.slides[-2]
    done = storyboard.steps if after_last else slide.step or 0
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


def _mirrored(pen: Pen) -> None:
    devices.lesson(devices.display(pen.at(96, 34, 1.28)), 224, 132)
    devices.lesson(devices.ipad(pen.at(160, 282)), 164, 114)
    pen.arrow((250, 272), (250, 250), AMBER, 5)


def _network(pen: Pen) -> None:
    pen.box(50, 50, 400, 84, radius=42, fill=MIST)
    devices.wifi(pen.at(112, 106, 1.3))
    pen.text(272, 103, "WLAN der Schule", 31, color=TEAL, align="center")
    for x in (134, 352):
        pen.line((x, 134), (x, 216), color=TEAL, weight=4, dashed=True)
    devices.lesson(devices.ipad(pen.at(50, 234, 0.93)), 164, 114)
    devices.lesson(devices.display(pen.at(240, 220, 0.94)), 224, 132)
    devices.tick(pen.at(250, 402, 2), GREEN)


def _swipe(pen: Pen) -> None:
    screen = devices.ipad(pen.at(50, 76, 2.2))
    devices.lesson(screen, 164, 114)
    pen.disc(396, 120, 15, fill=AMBER)
    pen.arrow((396, 120), (396, 280), AMBER, 7)


def _tile(pen: Pen) -> None:
    screen = devices.ipad(pen.at(50, 76, 2.2), MIST)
    devices.control_centre(screen.at(34, 8, 0.98))


def _choice(pen: Pen) -> None:
    devices.choice_list(pen.at(64, 82, 2.9), ("Raum 1.03", "Raum 1.04", "Aula"), 1)


def _code(pen: Pen) -> None:
    screen = devices.display(pen.at(106, 28, 1.2))
    devices.code_boxes(screen.at(40, 44, 1.26), "4712")
    pad = devices.ipad(pen.at(135, 248, 1.28))
    devices.code_boxes(pad.at(28, 42, 0.95), "47  ")


def _sound(pen: Pen) -> None:
    screen = devices.display(pen.at(70, 30, 1.5))
    devices.speaker(screen.at(88, 66, 1.1))
    pen.box(100, 340, 300, 14, radius=7, fill=LINE)
    pen.box(100, 340, 200, 14, radius=7, fill=TEAL)
    pen.disc(300, 347, 20, fill=TEAL)
    devices.speaker(pen.at(52, 347, 0.5), QUIET)


def _stop(pen: Pen) -> None:
    devices.lesson(devices.ipad(pen.at(160, 282)), 164, 114)
    screen = devices.display(pen.at(96, 34, 1.28), SAND)
    screen.box(66, 50, 92, 32, radius=16, fill=TEAL)
    screen.text(112, 71, "Beendet", 15, color=WHITE, align="center")


def _cable(pen: Pen) -> None:
    devices.lesson(devices.display(pen.at(120, 34, 1.1)), 224, 132)
    devices.lesson(devices.ipad(pen.at(60, 290, 0.9)), 164, 114)
    pen.line((222, 348), (250, 348), color=INK, weight=5)
    devices.plug(pen.at(250, 330, 1.7), "Adapter")
    pen.line((318, 348), (420, 348), (420, 120), (384, 120), color=INK, weight=5)


DRAWINGS: dict[str, Callable[[Pen], None]] = {
    "mirrored": _mirrored,
    "network": _network,
    "swipe": _swipe,
    "tile": _tile,
    "choice": _choice,
    "code": _code,
    "sound": _sound,
    "stop": _stop,
    "cable": _cable,
}
