"""Figures on the iPad case: its parts, the list, how an iPad goes back into its slot."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.drawing import WIDTH, ground, mark
from knowledge.starter.sources.look import (
    AMBER,
    GREEN,
    INK,
    LINE,
    MIST,
    PAPER,
    QUIET,
    RED,
    REGULAR,
    SAND,
    TEAL,
    WHITE,
)
from knowledge.starter.sources.pen import Pen


def tablet_case(pen: Pen) -> None:
    """The open case with numbered slots."""
    ground(pen, 226)
    pen.box(96, 16, 290, 62, radius=12, fill=QUIET)
    pen.box(106, 25, 270, 44, radius=7, fill=MIST)
    pen.box(86, 76, 310, 118, radius=14, fill=INK)
    pen.box(100, 88, 282, 72, radius=6, fill=QUIET)
    for slot in range(10):
        _slot(pen.at(108 + 27 * slot, 92), slot + 1, empty=slot == 6)
    pen.box(226, 170, 30, 14, radius=4, fill=AMBER)
    pen.disc(372, 177, 5, fill=GREEN)
    pen.line((110, 178), (70, 178), (58, 204), (30, 204), color=INK, weight=3)
    pen.box(18, 197, 16, 14, radius=4, fill=INK)
    for number, place, point in (
        (1, (52.0, 118.0), (116.0, 108.0)),
        (2, (52.0, 58.0), (168.0, 98.0)),
        (3, (436.0, 177.0), (377.0, 177.0)),
        (4, (241.0, 211.0), (241.0, 180.0)),
        (5, (92.0, 211.0), (59.0, 202.0)),
        (6, (318.0, 211.0), (281.0, 161.0)),
    ):
        mark(pen, number, *place, to=point)


def _slot(pen: Pen, number: int, *, empty: bool) -> None:
    pen.box(0, 0, 21, 64, radius=3, fill=INK)
    if not empty:
        pen.box(4, 6, 13, 44, radius=3, fill=WHITE, stroke=LINE)
        pen.line((10.5, 6), (10.5, -2), color=AMBER, weight=2)
    pen.text(10.5, 60, str(number), 8.5, color=WHITE, align="center")


def tablet_list(pen: Pen) -> None:
    """The list that goes with the case, half filled in."""
    ground(pen, 190)
    pen.box(46, 14, 390, 162, radius=4, fill=WHITE, stroke=LINE)
    pen.text(60, 36, "Koffer 2, Klasse 7b, Montag, 3. Stunde", 11.5, color=TEAL)
    for x, words in (
        (60.0, "Nr."),
        (100.0, "Name"),
        (226.0, "geholt"),
        (286.0, "zurück"),
        (350.0, "Schaden"),
    ):
        pen.text(x, 58, words, 10, color=QUIET)
    for row, (name, back, harm) in enumerate(
        (("Anna", True, ""), ("Ben", True, ""), ("Cem", True, "Hülle lose"), ("Dana", False, ""))
    ):
        top = 66 + 26 * row
        pen.line((60, top), (422, top), color=LINE, weight=0.8)
        pen.text(60, top + 17, str(row + 1), 10.5)
        pen.text(100, top + 17, name, 10.5, font=REGULAR)
        pen.text(350, top + 17, harm, 10.5, font=REGULAR, color=RED)
        _check(pen.at(244, top + 13), True)
        _check(pen.at(304, top + 13), back)
    mark(pen, 1, 24, 83, to=(52, 83))
    mark(pen, 2, 460, 152, to=(314, 157))
    mark(pen, 3, 460, 104, to=(412, 132))


def _check(pen: Pen, done: bool) -> None:
    pen.box(-7, -7, 14, 14, radius=3, fill=PAPER, stroke=QUIET, weight=1)
    if done:
        pen.line((-4, 0), (-1, 3.4), (4.4, -3.4), color=GREEN, weight=2)


def tablet_charging(pen: Pen) -> None:
    """Two panels: a plug that sits and one that does not."""
    for left, works in ((0.0, True), (248.0, False)):
        panel = pen.at(left, 0)
        panel.box(0, 0, 234, 158, radius=12, fill=SAND)
        color, words = (GREEN, "So lädt es") if works else (RED, "So lädt es nicht")
        (devices.tick if works else devices.cross)(panel.at(24, 22), color)
        panel.text(40, 26.5, words, 12, color=color)
        screen = devices.ipad(panel.at(36, 48, 0.7), MIST if works else SAND)
        _battery(screen.at(50, 40), works)
        gap = 162 if works else 174
        panel.box(gap, 87, 18, 13, radius=3, fill=QUIET)
        end = [(212.0, 93.0), (212.0, 140.0)] if works else [(206.0, 93.0), (214.0, 110.0), (186.0, 150.0)]
        panel.line((gap + 18, 93), *end, color=INK, weight=3)


def _battery(pen: Pen, full: bool) -> None:
    pen.box(0, 0, 58, 30, radius=6, stroke=TEAL if full else QUIET, weight=3)
    pen.box(60, 9, 5, 12, radius=2, fill=TEAL if full else QUIET)
    pen.box(5, 5, 44 if full else 8, 20, radius=3, fill=GREEN if full else RED)


def tablet_round(pen: Pen) -> None:
    """The order in which a class brings its iPads back."""
    ground(pen, 104)
    for number, words in enumerate(("Abmelden", "Sperren", "Bringen", "Einstecken", "Zählen"), 1):
        x = WIDTH / 5 * (number - 0.5)
        mark(pen.at(x, 38, 1.7), number, 0, 0, color=TEAL)
        pen.text(x, 82, words, 11.5, align="center")
        if number < 5:
            pen.arrow((x + 28, 38), (x + 66, 38), AMBER, 2.4)
