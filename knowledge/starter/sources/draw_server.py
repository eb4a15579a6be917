"""Figures on the school server: the sign-in window, the folders, the way of a file."""

from __future__ import annotations

from reportlab.lib.colors import Color

from knowledge.starter.sources.drawing import button, entry, ground, lines, mark, window
from knowledge.starter.sources.look import AMBER, INK, LINE, MIST, PAPER, QUIET, REGULAR, TEAL, WHITE
from knowledge.starter.sources.pen import Pen

FOLDERS = ("Eigener Ordner", "Tausch 7b", "Abgabe 7b", "Kollegium")


def sign_in(pen: Pen) -> None:
    """The sign-in window of a school computer."""
    ground(pen, 236)
    pen.box(60, 14, 362, 206, radius=10, fill=INK)
    pen.box(68, 22, 346, 190, radius=5, fill=MIST)
    pen.box(146, 30, 190, 174, radius=10, fill=WHITE, stroke=LINE)
    pen.disc(241, 51, 9, fill=TEAL)
    pen.box(225, 62, 32, 12, radius=6, fill=TEAL)
    entry(pen.at(164, 82), 154, "Benutzername", "m.muster")
    entry(pen.at(164, 124), 154, "Passwort", "••••••••")
    button(pen.at(164, 170), 154, "Anmelden")
    pen.text(344, 206, "WLAN   DE", 9, font=REGULAR, color=QUIET)
    for number, place, point in (
        (1, (30.0, 106.0), (161.0, 106.0)),
        (2, (30.0, 148.0), (161.0, 148.0)),
        (3, (452.0, 182.0), (310.0, 182.0)),
        (4, (452.0, 203.0), (398.0, 203.0)),
    ):
        mark(pen, number, *place, to=point)


def folder_window(pen: Pen) -> None:
    """The window with the files: own folder, exchange, hand-in."""
    ground(pen, 236)
    inside = window(pen.at(52, 14), 378, 206, "Dateien: Tausch 7b")
    inside.box(1, 1, 126, 180, fill=PAPER)
    for row, name in enumerate(FOLDERS):
        if row == 1:
            inside.box(6, 16 + 38 * row, 116, 28, radius=6, fill=MIST)
        _folder(inside.at(14, 22 + 38 * row), TEAL if row == 1 else QUIET)
        inside.text(40, 35 + 38 * row, name, 10, color=TEAL if row == 1 else INK)
    for row, name in enumerate(("2026-11-23 Bruchrechnung", "2026-11-30 Prozente")):
        _folder(inside.at(142, 18 + 34 * row), AMBER)
        inside.text(168, 31 + 34 * row, name, 10, font=REGULAR)
    for row, name in enumerate(("Arbeitsblatt.pdf", "Vorlage.odt")):
        _sheet(inside.at(146, 84 + 34 * row))
        inside.text(168, 99 + 34 * row, name, 10, font=REGULAR)
    for number, place, point in (
        (1, (24.0, 67.0), (62.0, 67.0)),
        (2, (24.0, 105.0), (62.0, 105.0)),
        (3, (24.0, 143.0), (62.0, 143.0)),
        (4, (458.0, 62.0), (350.0, 66.0)),
        (5, (458.0, 134.0), (300.0, 134.0)),
    ):
        mark(pen, number, *place, to=point)


def _folder(pen: Pen, color: Color) -> None:
    pen.box(0, 0, 10, 8, radius=2, fill=color)
    pen.box(0, 3, 20, 14, radius=2.5, fill=color)


def _sheet(pen: Pen) -> None:
    pen.box(0, 0, 14, 19, radius=2, fill=WHITE, stroke=QUIET, weight=1.2)
    lines(pen.at(3, 4.5, 0.4), 20, 20, 12, step=11, color=QUIET)


def file_way(pen: Pen) -> None:
    """Out through the exchange folder, back through the hand-in folder."""
    ground(pen, 172)
    _place(pen.at(22, 56), "Ihr Ordner", TEAL)
    _place(pen.at(188, 14), "Tausch 7b", AMBER)
    _place(pen.at(188, 98), "Abgabe 7b", AMBER)
    _place(pen.at(354, 56), "Ordner des Kindes", TEAL)
    for start, bend, end in (
        ((75, 48), (75, 38), (180, 38)),
        ((302, 38), (407, 38), (407, 48)),
        ((407, 124), (407, 134), (302, 134)),
        ((180, 134), (75, 134), (75, 124)),
    ):
        pen.line(start, bend, color=QUIET, weight=2.2)
        pen.arrow(bend, end, QUIET, 2.2)
    for number, (x, y) in enumerate(((116, 38), (356, 38), (356, 134), (116, 134)), 1):
        mark(pen, number, x, y)


def _place(pen: Pen, name: str, color: Color) -> None:
    pen.box(0, 0, 106, 60, radius=10, fill=WHITE, stroke=LINE)
    _folder(pen.at(40, 10, 1.3), color)
    pen.text(53, 50, name, 10, align="center")
