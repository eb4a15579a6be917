"""Signs that many scenes share: where to tap, lists to choose from, power, warning, clock."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.lib.colors import Color

from knowledge.starter.sources.look import AMBER, BOLD, INK, LINE, QUIET, RED, STRONG, TEAL, WHITE
from knowledge.starter.sources.pen import Pen

Scene = Callable[[Pen], None]


def tap(pen: Pen, x: float, y: float) -> None:
    """A finger's touch."""
    pen.disc(x, y, 29, fill=WHITE)
    pen.disc(x, y, 13, fill=AMBER)
    pen.disc(x, y, 24, stroke=AMBER, weight=4)


def mark(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    """A frame around what is meant."""
    pen.box(x, y, width, height, radius=14, stroke=AMBER, weight=5)


def label(pen: Pen, x: float, y: float, words: str, size: float = 24, color: Color = INK) -> None:
    pen.text(x, y, words, size, color=color, align="center")


def button(pen: Pen, x: float, y: float, width: float, words: str, *, chosen: bool = True) -> None:
    """A key on a screen, 54 high."""
    pen.box(x, y, width, 54, radius=14, fill=TEAL if chosen else WHITE, stroke=None if chosen else LINE)
    pen.text(x + width / 2, y + 36, words, 25, color=WHITE if chosen else INK, align="center")


def menu(pen: Pen, width: float, names: tuple[str, ...], chosen: int | None = None) -> None:
    """A list to choose from, 24 + 62 for each name high."""
    pen.box(0, 0, width, 24 + 62 * len(names), radius=18, fill=WHITE, stroke=LINE)
    for row, name in enumerate(names):
        if row == chosen:
            pen.box(12, 14 + 62 * row, width - 24, 58, radius=12, fill=TEAL)
        pen.text(32, 52 + 62 * row, name, 26, font=STRONG, color=WHITE if row == chosen else INK)


def power_sign(pen: Pen, radius: float, color: Color = WHITE) -> None:
    """An open ring with a stroke in it; the middle is the origin."""
    weight = radius * 0.28
    pen.arc(0, 0, radius, 125, 290, color, weight)
    pen.line((0, -radius * 1.15), (0, -radius * 0.15), color=color, weight=weight)


def warning(pen: Pen) -> None:
    """A triangle with an exclamation mark, 160 × 140."""
    pen.shape((80, 0), (160, 140), (0, 140), fill=AMBER)
    pen.line((80, 52), (80, 92), color=WHITE, weight=14)
    pen.disc(80, 118, 8, fill=WHITE)


def clock(pen: Pen, radius: float) -> None:
    pen.disc(0, 0, radius, fill=WHITE, stroke=INK, weight=7)
    pen.line((0, -radius * 0.62), (0, 0), (radius * 0.42, radius * 0.2), color=TEAL, weight=7)


def number(pen: Pen, x: float, y: float, words: str) -> None:
    """A number on a round ground."""
    pen.disc(x, y, 24, fill=TEAL)
    pen.text(x, y + 10, words, 28, font=BOLD, color=WHITE, align="center")


def level(pen: Pen, width: float, part: float) -> None:
    """A slider that is set to a part of its width."""
    pen.box(0, -7, width, 14, radius=7, fill=LINE)
    pen.box(0, -7, width * part, 14, radius=7, fill=TEAL)
    pen.disc(width * part, 0, 20, fill=TEAL)


def struck(pen: Pen, x: float, y: float, size: float) -> None:
    """A red stroke through something."""
    pen.line((x - size, y - size), (x + size, y + size), color=RED, weight=8)


def bolt(pen: Pen, color: Color = AMBER) -> None:
    """A flash, 60 × 100."""
    pen.shape((36, 0), (0, 58), (26, 58), (18, 100), (60, 38), (32, 38), fill=color)


def padlock(pen: Pen, color: Color = TEAL) -> None:
    """A closed lock, 80 × 104."""
    pen.arc(40, 42, 26, 0, 180, color, 11)
    pen.line((14, 42), (14, 56), color=color, weight=11)
    pen.line((66, 42), (66, 56), color=color, weight=11)
    pen.box(0, 48, 80, 58, radius=10, fill=color)
    pen.disc(40, 74, 8, fill=WHITE)


def person(pen: Pen, color: Color = QUIET) -> None:
    """Head and shoulders, 90 × 100."""
    pen.disc(45, 26, 24, fill=color)
    pen.box(4, 58, 82, 60, radius=32, fill=color)


def bin_sign(pen: Pen) -> None:
    """A waste bin, 60 × 64."""
    pen.box(20, 0, 20, 10, radius=4, fill=RED)
    pen.box(4, 8, 52, 8, radius=4, fill=RED)
    pen.box(10, 20, 40, 44, radius=6, fill=RED)
    for x in (22, 30, 38):
        pen.line((x, 28), (x, 56), color=WHITE, weight=3)
