"""The things that figures and slides are made of: iPad, display, icons."""

from __future__ import annotations

from reportlab.lib.colors import Color

from knowledge.starter.sources.look import (
    AMBER,
    BOLD,
    INK,
    LINE,
    MIST,
    PAPER,
    QUIET,
    SAND,
    STRONG,
    TEAL,
    WHITE,
)
from knowledge.starter.sources.pen import Pen

IPAD = (180.0, 130.0)
DISPLAY = (240.0, 165.0)


def ipad(pen: Pen, screen: Color = WHITE) -> Pen:
    """An iPad of the size IPAD; the pen returned has its origin at the screen's corner (164 × 114)."""
    pen.box(0, 0, *IPAD, radius=13, fill=INK)
    pen.box(8, 8, 164, 114, radius=6, fill=screen)
    return pen.at(8, 8)


def display(pen: Pen, screen: Color = WHITE) -> Pen:
    """A display of the size DISPLAY with its tray; the pen returned begins at the screen (224 × 132)."""
    pen.box(0, 0, 240, 150, radius=8, fill=INK)
    pen.box(8, 7, 224, 132, radius=3, fill=screen)
    pen.disc(120, 144.5, 2, fill=MIST)
    pen.box(70, 154, 100, 5, radius=2.5, fill=LINE)
    return pen.at(8, 7)


def lesson(pen: Pen, width: float, height: float) -> None:
    """Something to look at, the same on both screens of a mirrored pair: heading, lines, picture."""
    unit = width / 164
    pen.box(14 * unit, height * 0.16, 62 * unit, 9 * unit, radius=4 * unit, fill=TEAL)
    for row, length in enumerate((54, 60, 44)):
        pen.box(14 * unit, height * (0.38 + 0.15 * row), length * unit, 6 * unit, radius=3 * unit, fill=LINE)
    pen.box(92 * unit, height * 0.16, 58 * unit, height * 0.66, radius=6 * unit, fill=MIST)
    pen.disc(134 * unit, height * 0.34, 7 * unit, fill=AMBER)
    hills = [(98 * unit, height * 0.72), (113 * unit, height * 0.48), (125 * unit, height * 0.64)]
    hills += [(132 * unit, height * 0.56), (144 * unit, height * 0.72)]
    pen.line(*hills, color=TEAL, weight=3 * unit)


def wifi(pen: Pen, color: Color = TEAL, weight: float = 4) -> None:
    """The sign of a wireless network, 40 wide, its dot at the origin."""
    pen.disc(0, 0, weight * 0.9, fill=color)
    for radius in (11, 20):
        pen.arc(0, 0, radius, 45, 90, color, weight)


def mirroring_sign(pen: Pen, color: Color = WHITE, ground: Color = TEAL) -> None:
    """Two overlapping rectangles, 34 × 28."""
    pen.box(0, 0, 24, 18, radius=4, stroke=color, weight=2.6)
    pen.box(10, 9, 24, 18, radius=4, fill=ground, stroke=color, weight=2.6)


def control_centre(pen: Pen, *, marked: bool = True) -> None:
    """The tiles of the control centre, 98 × 98, with the one for mirroring."""
    pen.box(0, 0, 46, 46, radius=10, fill=WHITE)
    for place, color in enumerate((TEAL, LINE, LINE, TEAL)):
        pen.disc(13 + place % 2 * 20, 13 + place // 2 * 20, 7, fill=color)
    pen.box(52, 0, 46, 46, radius=10, fill=WHITE)
    for row, length in enumerate((30, 22)):
        pen.box(60, 12 + 13 * row, length, 6, radius=3, fill=LINE)
    ground = TEAL if marked else WHITE
    pen.box(0, 52, 46, 46, radius=10, fill=ground)
    mirroring_sign(pen.at(6, 61), WHITE if marked else TEAL, ground)
    for left, level in ((52, 20), (78, 30)):
        pen.box(left, 52, 20, 46, radius=9, fill=WHITE)
        pen.box(left, 98 - level, 20, level, radius=9, fill=LINE)
    if marked:
        pen.box(-5, 47, 56, 56, radius=14, stroke=AMBER, weight=3)


def choice_list(pen: Pen, names: tuple[str, ...], chosen: int) -> None:
    """A panel with the displays that were found, 128 × (18 + 27 each)."""
    pen.box(0, 0, 128, 14 + 27 * len(names), radius=10, fill=WHITE, stroke=LINE)
    for row, name in enumerate(names):
        top = 8 + 27 * row
        if row == chosen:
            pen.box(6, top, 116, 24, radius=7, fill=TEAL)
        pen.box(14, top + 6, 16, 10, radius=2, stroke=WHITE if row == chosen else QUIET, weight=1.6)
        pen.text(38, top + 16, name, 11, font=STRONG, color=WHITE if row == chosen else INK)


def code_boxes(pen: Pen, digits: str) -> None:
    """One box for each digit, 24 × 30 with a gap of 6."""
    for place, digit in enumerate(digits):
        pen.box(place * 30, 0, 24, 30, radius=6, fill=PAPER, stroke=LINE)
        pen.text(place * 30 + 12, 21.5, digit, 18, font=BOLD, color=TEAL, align="center")


def speaker(pen: Pen, color: Color = TEAL) -> None:
    """A loudspeaker with two waves, 60 × 48, its middle left at the origin."""
    pen.box(0, -10, 13, 20, radius=3, fill=color)
    path = pen.canvas.beginPath()
    corners = [(9, -10), (26, -24), (26, 24), (9, 10)]
    for index, (x, y) in enumerate(corners):
        move = path.lineTo if index else path.moveTo
        move(pen.left + x * pen.scale, pen.top - y * pen.scale)
    path.close()
    pen.canvas.setFillColor(color)
    pen.canvas.drawPath(path, stroke=0, fill=1)
    for radius in (14, 26):
        pen.arc(26, 0, radius, -40, 80, color, 4.5)


def tick(pen: Pen, color: Color) -> None:
    pen.disc(0, 0, 9, fill=color)
    pen.line((-4, 0), (-1, 3.4), (4.4, -3.4), color=WHITE, weight=2)


def cross(pen: Pen, color: Color) -> None:
    pen.disc(0, 0, 9, fill=color)
    for side in (-1, 1):
        pen.line((-3.2, -3.2 * side), (3.2, 3.2 * side), color=WHITE, weight=2)


def plug(pen: Pen, label: str) -> None:
    """A connector with its name under it, 40 × 22."""
    pen.box(0, 0, 40, 22, radius=5, fill=SAND, stroke=QUIET, weight=1.6)
    pen.text(20, 37, label, 11, color=INK, align="center")
