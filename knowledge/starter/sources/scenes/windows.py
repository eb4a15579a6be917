"""Mirroring a Windows notebook."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, QUIET, RED, SAND, TEAL, WHITE
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes.equipment import keys, notebook
from knowledge.starter.sources.scenes.shapes import Scene, button, label


def mirrored_notebook(pen: Pen) -> None:
    devices.lesson(devices.display(pen.at(96, 34, 1.28)), 224, 132)
    devices.lesson(notebook(pen.at(140, 284)), 164, 104)
    pen.arrow((250, 274), (250, 252), AMBER, 5)


def notebook_network(pen: Pen) -> None:
    screen = notebook(pen.at(40, 150, 1.9), MIST)
    devices.wifi(screen.at(82, 66, 1.4))
    pen.box(140, 50, 220, 66, radius=33, fill=WHITE)
    pen.text(166, 93, "WLAN", 28, color=TEAL)
    pen.box(272, 66, 66, 34, radius=17, fill=GREEN)
    pen.disc(321, 83, 13, fill=WHITE)


def waiting_display(pen: Pen) -> None:
    screen = devices.display(pen.at(58, 60, 1.6), MIST)
    devices.mirroring_sign(screen.at(78, 20, 2), TEAL, MIST)
    screen.text(112, 108, "Raum 1.04", 22, color=TEAL, align="center")
    label(pen, 250, 380, "Seite zum Spiegeln", 26, QUIET)


def windows_k(pen: Pen) -> None:
    keys(pen.at(85, 50), "K")
    screen = notebook(pen.at(96, 200, 1.4), MIST)
    screen.box(100, 8, 58, 88, radius=6, fill=WHITE)
    for row in range(3):
        screen.box(107, 20 + 24 * row, 44, 14, radius=4, fill=TEAL if row == 1 else LINE)


def notebook_choice(pen: Pen) -> None:
    screen = notebook(pen.at(30, 90, 2), MIST)
    devices.choice_list(screen.at(18, 4, 1.0), ("Raum 1.03", "Raum 1.04", "Aula"), 1)


def notebook_code(pen: Pen) -> None:
    screen = devices.display(pen.at(106, 28, 1.2))
    devices.code_boxes(screen.at(40, 44, 1.26), "4712")
    own = notebook(pen.at(118, 244, 1.2))
    devices.code_boxes(own.at(28, 36, 0.95), "47  ")


def windows_p(pen: Pen) -> None:
    keys(pen.at(85, 44), "P")
    for left, words, chosen in ((46, "Duplizieren", True), (262, "Erweitern", False)):
        pen.box(left, 206, 192, 176, radius=18, fill=WHITE, stroke=AMBER if chosen else LINE, weight=4)
        for x in (24, 104):
            pen.box(left + x, 240, 66, 48, radius=6, fill=INK)
            pen.box(left + x + 5, 245, 56, 38, radius=3, fill=MIST if chosen or x == 24 else SAND)
        label(pen, left + 96, 348, words, 27, TEAL if chosen else QUIET)


def notebook_stop(pen: Pen) -> None:
    keys(pen.at(85, 44), "K")
    pen.box(70, 206, 360, 160, radius=18, fill=WHITE, stroke=LINE)
    pen.text(98, 256, "Raum 1.04", 27, color=INK)
    pen.text(98, 288, "verbunden", 21, color=GREEN)
    button(pen, 250, 298, 156, "Trennen")


def notebook_cable(pen: Pen) -> None:
    devices.lesson(devices.display(pen.at(120, 34, 1.1)), 224, 132)
    devices.lesson(notebook(pen.at(50, 262, 0.95)), 164, 104)
    pen.line((250, 362), (300, 362), color=INK, weight=5)
    devices.plug(pen.at(290, 343, 1.7), "HDMI")
    pen.line((358, 362), (430, 362), (430, 120), (384, 120), color=INK, weight=5)


def quiet_notebook(pen: Pen) -> None:
    screen = notebook(pen.at(30, 110, 2), MIST)
    devices.lesson(screen, 164, 104)
    pen.box(220, 56, 230, 96, radius=18, fill=WHITE, stroke=LINE, weight=3)
    pen.box(246, 82, 48, 36, radius=5, stroke=QUIET, weight=4)
    pen.line((246, 84), (270, 104), (294, 84), color=QUIET, weight=4)
    pen.text(314, 113, "1 neue Mail", 21, color=QUIET)
    devices.cross(pen.at(450, 60, 2.6), RED)


SCENES: dict[str, Scene] = {
    "mirrored_notebook": mirrored_notebook,
    "notebook_network": notebook_network,
    "waiting_display": waiting_display,
    "windows_k": windows_k,
    "notebook_choice": notebook_choice,
    "notebook_code": notebook_code,
    "windows_p": windows_p,
    "notebook_stop": notebook_stop,
    "notebook_cable": notebook_cable,
    "quiet_notebook": quiet_notebook,
}
