"""What a 3D printer is made of, and a hand."""

from __future__ import annotations

from knowledge.starter.sources.look import AMBER, INK, MIST, PAPER, QUIET, TEAL, WHITE
from knowledge.starter.sources.pen import Pen


def machine(pen: Pen, layers: int = 0) -> None:
    """A printer, 300 × 300, that has printed some layers; the nozzle's tip follows them upwards."""
    pen.box(0, 0, 300, 260, radius=14, stroke=INK, weight=14)
    pen.box(-6, 254, 312, 46, radius=12, fill=INK)
    pen.box(118, 266, 64, 22, radius=4, fill=MIST)
    pen.box(48, 224, 204, 14, radius=5, fill=QUIET)
    pen.line((10, 96), (290, 96), color=QUIET, weight=8)
    for layer in range(layers):
        pen.box(104 + layer * 3, 214 - layer * 11, 92 - layer * 6, 10, radius=4, fill=AMBER)
    tip = 222 - layers * 11
    pen.box(124, 70, 52, max(tip - 100, 40), radius=8, fill=TEAL)
    nozzle(pen.at(150, max(tip - 32, 108)), 1)


def nozzle(pen: Pen, size: float) -> None:
    """The hot end, its middle above the origin, its tip at (0, 30)."""
    pen.at(0, 0, size).shape((-20, 0), (20, 0), (5, 30), (-5, 30), fill=TEAL)


def spool(pen: Pen, fill: float = 1) -> None:
    """A roll of filament seen from the side, 100 around the origin."""
    pen.disc(0, 0, 100, fill=INK)
    pen.disc(0, 0, 40 + 48 * fill, fill=AMBER)
    for radius in range(48, int(40 + 48 * fill), 12):
        pen.disc(0, 0, radius, stroke=WHITE, weight=1.2)
    pen.disc(0, 0, 40, fill=INK)
    pen.disc(0, 0, 16, fill=PAPER)


def plate(pen: Pen) -> None:
    """The print bed from above and at an angle, 360 × 150."""
    pen.shape((70, 0), (290, 0), (360, 150), (0, 150), fill=QUIET)
    pen.shape((84, 12), (276, 12), (330, 136), (30, 136), fill=MIST)


def hand(pen: Pen) -> None:
    """An open hand, 110 × 140."""
    for place, (x, top) in enumerate(((20, 22), (44, 4), (68, 8), (92, 28))):
        pen.line((x, top + 8), (24 + 20 * place, 90), color=QUIET, weight=19)
    pen.box(14, 70, 78, 70, radius=24, fill=QUIET)
    pen.line((22, 116), (-6, 82), color=QUIET, weight=19)
