"""Saving what was written on the board."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, QUIET, RED, SAND, TEAL, WHITE
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes import equipment
from knowledge.starter.sources.scenes.shapes import Scene, bin_sign, button, label, mark, menu, tap


def drawn(pen: Pen) -> None:
    """A board of 224 × 132 with handwriting: a triangle and what belongs to it."""
    pen.line((30, 92), (110, 92), (30, 34), (30, 92), color=TEAL, weight=4)
    pen.text(66, 110, "a", 15, color=AMBER)
    pen.text(16, 68, "b", 15, color=AMBER)
    pen.text(74, 58, "c", 15, color=AMBER)
    pen.text(124, 56, "a² + b² = c²", 15, color=INK)
    pen.line((124, 66), (206, 66), color=AMBER, weight=3)


def board(pen: Pen) -> None:
    drawn(devices.display(pen.at(40, 36, 1.3)))
    pen.arrow((196, 258), (196, 292), AMBER, 6)
    equipment.sheet(pen.at(146, 306, 0.7), "PDF")
    equipment.stick(pen.at(290, 342, 0.9))


def save_key(pen: Pen) -> None:
    screen = devices.display(pen.at(46, 54, 1.7))
    drawn(screen.at(22, 0, 0.8))
    screen.box(8, 100, 208, 28, radius=8, fill=SAND)
    for place, color in enumerate((TEAL, AMBER, GREEN)):
        screen.disc(26 + 22 * place, 114, 7, fill=color)
    button(screen.at(104, 102.5, 0.425), 0, 0, 254, "Speichern")
    tap(pen, 424, 288)
    label(pen, 250, 394, "„Speichern“ oder „Exportieren“", 24, QUIET)


def pdf_choice(pen: Pen) -> None:
    equipment.sheet(pen.at(80, 64, 1.2), "PDF")
    mark(pen, 66, 50, 184, 232)
    equipment.sheet(pen.at(300, 88, 0.95), "Tafel")
    label(pen, 158, 330, "weitergeben", 25, TEAL)
    label(pen, 362, 330, "weiterschreiben", 22, QUIET)


def file_name(pen: Pen) -> None:
    pen.box(50, 70, 400, 150, radius=18, fill=WHITE, stroke=LINE)
    pen.text(78, 118, "Dateiname", 23, color=QUIET)
    pen.box(74, 134, 352, 60, radius=10, stroke=TEAL, weight=3)
    pen.text(92, 173, "Mathe_Pythagoras_23-11", 25, color=INK)
    devices.tick(pen.at(416, 222, 2.2), GREEN)
    pen.box(50, 276, 400, 90, radius=18, fill=WHITE, stroke=LINE)
    pen.text(92, 332, "Noten_Mia_und_Ben", 25, color=QUIET)
    devices.cross(pen.at(416, 366, 2.2), RED)


def places(pen: Pen) -> None:
    equipment.stick(pen.at(62, 84))
    label(pen, 136, 188, "USB-Stick")
    equipment.folder(pen.at(292, 60))
    label(pen, 362, 200, "Dateiablage")
    equipment.qr_code(pen.at(187, 238))
    label(pen, 250, 404, "QR-Code")


def check_file(pen: Pen) -> None:
    for place in range(3):
        equipment.sheet(pen.at(62 + 132 * place, 90, 0.86))
        label(pen, 118 + 132 * place, 278, str(place + 1), 26, QUIET)
    devices.tick(pen.at(250, 350, 3.6), GREEN)


def clean_board(pen: Pen) -> None:
    screen = devices.display(pen.at(58, 40, 1.6))
    for row in range(3):
        screen.box(22, 22 + 34 * row, 28, 22, radius=4, fill=MIST if row != 1 else AMBER)
        screen.box(60, 29 + 34 * row, 96 - 14 * row, 8, radius=4, fill=LINE)
    bin_sign(screen.at(176, 54, 0.5))
    mark(screen.at(168, 48, 0.5), 0, 0, 76, 76)
    button(pen, 90, 340, 170, "Abmelden")
    equipment.stick(pen.at(310, 340, 0.9))


def stick_sockets(pen: Pen) -> None:
    for x, found in ((292, False), (292, True)):
        y = 196 if found else 84
        pen.box(x + 24, y - 14, 124, 84, radius=12, fill=INK)
        pen.box(x + 52, y + 10, 68, 36, radius=4, fill=WHITE)
        (devices.tick if found else devices.cross)(pen.at(x + 148, y - 12, 1.8), GREEN if found else RED)
    equipment.stick(pen.at(60, 196))
    pen.arrow((230, 224), (296, 224), AMBER, 7)
    equipment.folder(pen.at(120, 316, 0.8))
    label(pen, 346, 374, "oder Dateiablage")


def recent_boards(pen: Pen) -> None:
    menu(pen.at(50, 60), 180, ("Neu", "Öffnen", "Zuletzt"), 2)
    for place in range(2):
        frame = pen.at(262, 60 + 118 * place, 0.84)
        frame.box(0, 0, 224, 126, radius=10, fill=WHITE, stroke=TEAL if place else LINE, weight=4)
        drawn(frame)
    tap(pen, 432, 278)
    label(pen, 250, 372, "die letzten Tafelbilder", 24, QUIET)


SCENES: dict[str, Scene] = {
    "board": board,
    "save_key": save_key,
    "pdf_choice": pdf_choice,
    "file_name": file_name,
    "places": places,
    "check_file": check_file,
    "clean_board": clean_board,
    "stick_sockets": stick_sockets,
    "recent_boards": recent_boards,
}
