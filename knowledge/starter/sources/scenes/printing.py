"""Printing with a 3D printer."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, QUIET, RED, TEAL, WHITE
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes import equipment
from knowledge.starter.sources.scenes.printer_parts import hand, machine, nozzle, plate, spool
from knowledge.starter.sources.scenes.shapes import (
    Scene,
    button,
    clock,
    label,
    mark,
    struck,
    tap,
    warning,
)


def printer(pen: Pen) -> None:
    machine(pen.at(56, 80), 6)
    spool(pen.at(414, 130, 0.5))
    pen.line((408, 82), (340, 46), (232, 46), (206, 66), (206, 148), color=AMBER, weight=4)


def hot_parts(pen: Pen) -> None:
    nozzle(pen.at(150, 70), 3)
    pen.box(80, 40, 140, 46, radius=12, fill=TEAL)
    for x in (110, 150, 190):
        pen.line((x, 190), (x - 8, 204), (x + 8, 220), (x, 236), color=RED, weight=6)
    pen.box(50, 256, 200, 18, radius=6, fill=QUIET)
    label(pen, 150, 330, "über 200 °C", 30, RED)
    warning(pen.at(300, 60, 0.9))
    hand(pen.at(316, 230))
    struck(pen, 374, 300, 66)


def slicer(pen: Pen) -> None:
    screen = equipment.notebook(pen.at(30, 40, 2), MIST)
    for layer in range(9):
        screen.box(34 + layer * 2, 84 - layer * 8, 56 - layer * 4, 7, radius=2, fill=AMBER)
    screen.box(112, 12, 44, 80, radius=6, fill=WHITE)
    for row in range(4):
        screen.box(118, 20 + 18 * row, 32 - 6 * (row % 2), 8, radius=4, fill=TEAL if row == 1 else LINE)
    label(pen, 250, 376, "0,2 mm   ·   15 % Füllung", 27, TEAL)


def to_printer(pen: Pen) -> None:
    machine(pen.at(246, 90, 0.7))
    equipment.stick(pen.at(46, 84, 0.8))
    pen.shape((60, 166), (110, 166), (130, 186), (130, 240), (60, 240), fill=TEAL)
    devices.wifi(pen.at(98, 326, 1.5))
    for y in (106, 204, 308):
        pen.arrow((178, y), (218, y), AMBER, 5)
    label(pen, 250, 400, "Stick, Karte oder Netz", 24, QUIET)


def bed(pen: Pen) -> None:
    plate(pen.at(70, 70))
    devices.tick(pen.at(250, 140, 3), GREEN)
    for row, words in enumerate(("leer", "sauber", "fest")):
        button(pen, 44 + 140 * row, 300, 130, words, chosen=False)


def filament(pen: Pen) -> None:
    spool(pen.at(180, 190, 1.3))
    pen.line((250, 80), (420, 80), (420, 240), color=AMBER, weight=7)
    nozzle(pen.at(420, 246), 1.6)
    label(pen, 180, 376, "PLA", 30, TEAL)


def start_print(pen: Pen) -> None:
    pen.box(60, 50, 380, 300, radius=20, fill=INK)
    pen.box(76, 66, 348, 268, radius=10, fill=WHITE)
    pen.text(100, 116, "Schlüsselanhänger", 25)
    pen.text(100, 152, "45 Minuten", 22, color=QUIET)
    pen.text(100, 214, "Düse", 23, color=QUIET)
    pen.box(180, 198, 212, 16, radius=8, fill=LINE)
    pen.box(180, 198, 120, 16, radius=8, fill=AMBER)
    button(pen, 100, 256, 300, "Drucken")
    tap(pen, 374, 284)


def first_layer(pen: Pen) -> None:
    for top, works in ((40, True), (236, False)):
        part = pen.at(50, top)
        part.box(0, 116, 400, 18, radius=6, fill=QUIET)
        if works:
            part.box(80, 102, 220, 14, radius=4, fill=AMBER)
            nozzle(part.at(288, 30), 2.3)
        else:
            part.line((80, 96), (130, 108), (250, 108), (300, 84), color=AMBER, weight=13)
        (devices.tick if works else devices.cross)(part.at(378, 60, 2.6), GREEN if works else RED)


def take_off(pen: Pen) -> None:
    clock(pen.at(110, 110), 50)
    label(pen, 268, 122, "abkühlen lassen", 26)
    pen.canvas.saveState()
    points = [(80 + 34 * step, 330 + abs(step - 5) ** 2 * -2.4) for step in range(11)]
    pen.line(*points, color=QUIET, weight=14)
    pen.canvas.restoreState()
    for layer in range(4):
        pen.box(200 + 4 * layer, 286 - 13 * layer, 100 - 8 * layer, 12, radius=4, fill=AMBER)
    pen.arrow((250, 228), (250, 190), AMBER, 6)


def printer_help(pen: Pen) -> None:
    plate(pen.at(40, 60, 0.62))
    pen.shape((136, 92), (196, 80), (208, 112), (148, 126), fill=WHITE)
    mark(pen, 124, 68, 96, 70)
    spool(pen.at(384, 106, 0.72), 0.1)
    label(pen, 150, 194, "reinigen")
    label(pen, 384, 220, "fast leer")
    pen.box(70, 266, 360, 110, radius=20, fill=TEAL)
    label(pen, 250, 312, "FabLab", 32, WHITE)
    label(pen, 250, 350, "Einweisung", 24, MIST)


SCENES: dict[str, Scene] = {
    "printer": printer,
    "hot_parts": hot_parts,
    "slicer": slicer,
    "to_printer": to_printer,
    "bed": bed,
    "filament": filament,
    "start_print": start_print,
    "first_layer": first_layer,
    "take_off": take_off,
    "printer_help": printer_help,
}
