"""What all drawn figures have in common: size, ground, numbered marks, windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.colors import Color

from knowledge.starter.sources.look import (
    AMBER,
    BOLD,
    INK,
    LINE,
    MIST,
    PAPER,
    QUIET,
    REGULAR,
    SAND,
    TEAL,
    WHITE,
)
from knowledge.starter.sources.pen import Pen

WIDTH = 482.0


@dataclass(frozen=True, slots=True)
class Drawing:
    height: float
    draw: Callable[[Pen], None]


def ground(pen: Pen, height: float) -> None:
    """The panel on which a figure stands, as wide as the text."""
    pen.box(0, 0, WIDTH, height, radius=12, fill=SAND)


def mark(
    pen: Pen, number: int, x: float, y: float, *, to: tuple[float, float] | None = None, color: Color = AMBER
) -> None:
    """A numbered disc, with a line to the point that it means."""
    if to:
        pen.line((x, y), to, color=color, weight=1.6)
        pen.disc(*to, 2.6, fill=color)
    pen.disc(x, y, 9.5, fill=color, stroke=WHITE, weight=1.2)
    pen.text(x, y + 4, str(number), 11, font=BOLD, color=WHITE, align="center")


def window(pen: Pen, width: float, height: float, title: str) -> Pen:
    """A program's window; the pen returned begins below its title bar (24 high)."""
    pen.box(0, 0, width, height, radius=8, fill=WHITE, stroke=QUIET, weight=1.2)
    pen.box(0.6, 0.6, width - 1.2, 23, radius=7, fill=MIST)
    pen.box(0.6, 12, width - 1.2, 12, fill=MIST)
    pen.text(12, 16, title, 10.5, color=TEAL)
    for place in range(3):
        pen.disc(width - 14 - 13 * place, 12, 3.6, fill=QUIET)
    return pen.at(0, 24)


def entry(pen: Pen, width: float, label: str, value: str) -> None:
    """A field of a form with its label above it, 36 high."""
    pen.text(0, 9, label, 9.5, font=REGULAR, color=QUIET)
    pen.box(0, 13, width, 23, radius=5, fill=PAPER, stroke=LINE, weight=1.2)
    pen.text(9, 28.5, value, 10.5, color=INK)


def button(pen: Pen, width: float, words: str, *, color: Color = TEAL) -> None:
    """A button, 24 high."""
    pen.box(0, 0, width, 24, radius=12, fill=color)
    pen.text(width / 2, 16, words, 10.5, color=WHITE, align="center")


def lines(pen: Pen, *lengths: float, step: float = 12, color: Color = LINE) -> None:
    """Text that is not to be read: one bar for each line."""
    for row, length in enumerate(lengths):
        pen.box(0, row * step, length, 5, radius=2.5, fill=color)
