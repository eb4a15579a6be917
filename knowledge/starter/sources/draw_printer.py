"""Figures on the 3D printer: hot and moving parts, its place, taking a print off."""

from __future__ import annotations

from knowledge.starter.sources.drawing import WIDTH, ground, lines, mark
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, PAPER, QUIET, RED, SAND, TEAL, WHITE
from knowledge.starter.sources.pen import Pen


def printer_parts(pen: Pen) -> None:
    """The printer from the front; hot parts are red."""
    ground(pen, 262)
    for x in (140.0, 330.0):
        pen.box(x, 40, 12, 160, radius=3, fill=INK)
    pen.box(140, 34, 202, 12, radius=3, fill=INK)
    pen.box(128, 198, 226, 40, radius=8, fill=INK)
    pen.box(150, 96, 182, 8, radius=3, fill=QUIET)
    _spool(pen.at(241, 24))
    pen.box(222, 84, 38, 38, radius=6, fill=QUIET)
    pen.shape((232, 122), (250, 122), (244, 136), (238, 136), fill=RED)
    pen.line((241, 34), (241, 84), color=AMBER, weight=2)
    pen.box(170, 178, 142, 10, radius=3, fill=RED)
    pen.shape((222, 178), (228, 150), (254, 150), (260, 178), fill=AMBER)
    pen.box(230, 188, 22, 10, fill=QUIET)
    pen.box(144, 206, 62, 24, radius=4, fill=MIST)
    lines(pen.at(151, 212), 40, 26, step=8, color=TEAL)
    pen.box(318, 210, 24, 16, radius=3, fill=GREEN)
    for number, place, point, color in (
        (1, (420.0, 136.0), (245.0, 130.0), RED),
        (2, (420.0, 182.0), (306.0, 183.0), RED),
        (3, (62.0, 100.0), (160.0, 100.0), AMBER),
        (4, (62.0, 40.0), (226.0, 24.0), AMBER),
        (5, (62.0, 218.0), (150.0, 218.0), AMBER),
        (6, (420.0, 218.0), (336.0, 218.0), AMBER),
    ):
        mark(pen, number, *place, to=point, color=color)
    for y in (140.0, 186.0):
        pen.text(434, y, "heiß", 11, color=RED)


def _spool(pen: Pen) -> None:
    pen.disc(0, 0, 17, fill=AMBER)
    pen.disc(0, 0, 17, stroke=QUIET, weight=3)
    pen.disc(0, 0, 6, fill=SAND)


def printer_place(pen: Pen) -> None:
    """The room from above: window, printer, line on the floor, tables, extinguisher."""
    ground(pen, 214)
    pen.box(24, 20, 434, 164, radius=2, fill=PAPER, stroke=INK, weight=4)
    pen.line((70, 20), (150, 20), color=MIST, weight=6)
    pen.line((70, 20), (92, 44), color=TEAL, weight=3)
    pen.line((150, 20), (128, 44), color=TEAL, weight=3)
    pen.box(66, 66, 88, 48, radius=4, fill=LINE)
    pen.box(88, 70, 44, 40, radius=5, fill=INK)
    pen.box(96, 78, 28, 22, radius=2, fill=RED)
    pen.line((40, 156), (192, 156), (192, 34), color=AMBER, weight=3, dashed=True)
    for x in (250.0, 350.0):
        for y in (54.0, 118.0):
            pen.box(x, y, 74, 32, radius=4, fill=LINE)
            for seat in (18.0, 56.0):
                pen.disc(x + seat, y + 44, 7.5, fill=TEAL)
    pen.line((400, 184), (444, 184), color=PAPER, weight=6)
    pen.arrow((422, 172), (422, 198), GREEN, 2.6)
    pen.text(110, 204, "Fenster offen, Abstand einhalten", 10.5, align="center")
    pen.text(340, 204, "Ausgang frei", 10.5, align="center", color=GREEN)
    for number, place, point in (
        (1, (44.0, 46.0), (76.0, 26.0)),
        (2, (48.0, 90.0), (90.0, 90.0)),
        (3, (216.0, 90.0), (192.0, 100.0)),
    ):
        mark(pen, number, *place, to=point)


def printer_removal(pen: Pen) -> None:
    """Three pictures: cooled down, plate out, plate bent."""
    ground(pen, 152)
    for number, words in enumerate(("Abkühlen lassen", "Platte abnehmen", "Platte biegen"), 1):
        middle = WIDTH / 3 * (number - 0.5)
        mark(pen, number, middle - 62, 26)
        pen.text(middle, 138, words, 11, align="center")
    _thermometer(pen.at(80, 70))
    for x in (241.0, 402.0):
        pen.shape((x - 12, 80), (x - 8, 54), (x + 8, 54), (x + 12, 80), fill=AMBER)
    pen.box(190, 80, 102, 7, radius=2, fill=TEAL)
    pen.box(196, 102, 90, 12, radius=3, fill=QUIET)
    pen.arrow((306, 112), (306, 74), AMBER, 2.6)
    pen.line((352, 104), (376, 90), (402, 86), (428, 90), (452, 104), color=TEAL, weight=6)
    pen.arrow((352, 78), (352, 96), AMBER, 2.6)
    pen.arrow((452, 78), (452, 96), AMBER, 2.6)


def _thermometer(pen: Pen) -> None:
    pen.box(-9, -34, 18, 64, radius=9, fill=WHITE, stroke=QUIET, weight=2)
    pen.box(-4, 4, 8, 26, radius=4, fill=TEAL)
    pen.disc(0, 34, 14, fill=TEAL, stroke=QUIET, weight=2)
    for row in range(4):
        pen.line((14, -26 + 12 * row), (24, -26 + 12 * row), color=QUIET)
    pen.arrow((42, -24), (42, 22), TEAL, 2.6)
