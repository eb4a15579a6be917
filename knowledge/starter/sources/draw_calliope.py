"""Figures on the Calliope mini: the board, the editor, the cable."""

from __future__ import annotations

from math import cos, pi, sin

from reportlab.lib.colors import Color

from knowledge.starter.sources.drawing import button, ground, mark, window
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, PAPER, QUIET, RED, TEAL, WHITE
from knowledge.starter.sources.pen import Pen

HEART = ((1, 0), (3, 0), (0, 1), (2, 1), (4, 1), (0, 2), (4, 2), (1, 3), (3, 3), (2, 4))


def board(pen: Pen) -> None:
    """The board with its numbered parts."""
    ground(pen, 262)
    mini(pen.at(241, 131))
    for number, place, point in (
        (1, (336.0, 20.0), (247.0, 47.0)),
        (2, (62.0, 60.0), (217.0, 110.0)),
        (3, (62.0, 196.0), (178.0, 141.0)),
        (4, (420.0, 196.0), (304.0, 141.0)),
        (5, (241.0, 236.0), (241.0, 180.0)),
        (6, (62.0, 131.0), (145.0, 131.0)),
        (7, (420.0, 74.0), (277.0, 83.0)),
    ):
        mark(pen, number, *place, to=point)


def mini(pen: Pen) -> None:
    """The board around the origin, about 210 × 210."""
    star = [((76, 96)[step % 2], (step - 1) * pi / 6) for step in range(12)]
    pen.shape(
        *[(reach * cos(turn), reach * sin(turn)) for reach, turn in star], fill=INK, stroke=INK, weight=18
    )
    for step, name in enumerate(("P2", "P3", "–", "P0", "P1", "+")):
        x, y = 88 * cos(step * pi / 3), 88 * sin(step * pi / 3)
        pen.disc(x, y, 13, fill=AMBER)
        pen.text(x, y + 4, name, 9.5, color=WHITE, align="center")
    for row in range(5):
        for column in range(5):
            lit = (column, row) in HEART
            pen.disc(-24 + 12 * column, -22 + 11 * row, 4, fill=RED if lit else QUIET)
    pen.disc(-58, 0, 13, fill=TEAL, stroke=MIST, weight=3)
    pen.disc(58, 0, 13, fill=RED, stroke=MIST, weight=3)
    pen.text(-58, 4, "A", 11, color=WHITE, align="center")
    pen.text(58, 4, "B", 11, color=WHITE, align="center")
    pen.box(-14, -91, 28, 16, radius=3, fill=MIST)
    pen.disc(36, -48, 6, fill=MIST)
    pen.disc(0, 47, 8, fill=GREEN, stroke=WHITE, weight=2)


def connection(pen: Pen) -> None:
    """Notebook, cable, board; on the notebook the drive with the file."""
    ground(pen, 178)
    pen.box(24, 18, 232, 128, radius=8, fill=INK)
    pen.box(10, 146, 260, 10, radius=5, fill=QUIET)
    pen.box(32, 26, 216, 112, radius=3, fill=MIST)
    inside = window(pen.at(44, 36), 192, 92, "MINI")
    inside.box(22, 14, 24, 30, radius=3, fill=PAPER, stroke=QUIET)
    inside.text(34, 60, "erste.hex", 9.5, align="center")
    inside.arrow((160, 30), (60, 30), AMBER, 2.6)
    inside.text(112, 50, "hierher ziehen", 9.5, align="center", color=QUIET)
    pen.line((270, 150), (308, 150), (308, 16), (384, 16), (384, 40), color=INK, weight=3)
    mini(pen.at(384, 98, 0.66))
    mark(pen, 1, 308, 56)
    mark(pen, 2, 218, 90)
    mark(pen, 3, 460, 30, to=(398, 86))


def editor(pen: Pen) -> None:
    """The block editor: board on the left, blocks in the middle, programme on the right."""
    ground(pen, 252)
    inside = window(pen.at(46, 14), 390, 222, "Editor im Browser")
    inside.box(1, 1, 116, 196, fill=PAPER)
    mini(inside.at(58, 74, 0.48))
    button(inside.at(10, 164), 96, "Herunterladen", color=TEAL)
    for row, (name, color) in enumerate(
        (("Grundlagen", TEAL), ("Eingabe", RED), ("Musik", AMBER), ("Schleifen", GREEN), ("Logik", QUIET))
    ):
        inside.box(124, 14 + 26 * row, 5, 18, radius=2, fill=color)
        inside.text(134, 27 + 26 * row, name, 9.5)
    inside.line((200, 1), (200, 197), color=LINE, weight=1)
    _stack(inside.at(214, 16), TEAL, "beim Start", "zeige Text „Hallo“")
    _stack(inside.at(214, 104), RED, "wenn Knopf A gedrückt", "zeige Symbol Herz")
    for number, place, point in (
        (1, (22.0, 112.0), (78.0, 112.0)),
        (2, (202.0, 204.0), (190.0, 174.0)),
        (3, (460.0, 84.0), (400.0, 84.0)),
        (4, (22.0, 214.0), (62.0, 214.0)),
    ):
        mark(pen, number, *place, to=point)


def _stack(pen: Pen, color: Color, event: str, action: str) -> None:
    """A block that holds another."""
    pen.box(0, 0, 158, 26, radius=6, fill=color)
    pen.text(10, 17, event, 10, color=WHITE)
    pen.box(0, 20, 10, 44, fill=color)
    pen.box(0, 58, 110, 12, radius=5, fill=color)
    pen.box(10, 29, 138, 26, radius=6, fill=MIST, stroke=color)
    pen.text(20, 46, action, 10, color=INK)
