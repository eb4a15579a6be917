"""Switching a display on and choosing its source."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, QUIET, RED, TEAL, WHITE
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes import equipment
from knowledge.starter.sources.scenes.shapes import (
    Scene,
    button,
    clock,
    label,
    mark,
    menu,
    power_sign,
)


def home_screen(pen: Pen) -> None:
    """What a display of 224 × 132 shows at first: time and programs."""
    pen.text(112, 52, "8:05", 34, color=TEAL, align="center")
    for place, color in enumerate((TEAL, AMBER, QUIET, GREEN)):
        pen.box(30 + 44 * place, 74, 32, 32, radius=8, fill=color)


def ready_display(pen: Pen) -> None:
    home_screen(devices.display(pen.at(40, 44, 1.2), MIST))
    equipment.remote(pen.at(358, 92, 0.82))
    pen.disc(184, 330, 44, fill=TEAL)
    power_sign(pen.at(184, 330), 20)


def mains_switch(pen: Pen) -> None:
    pen.box(50, 40, 400, 210, radius=14, fill=INK)
    label(pen, 250, 160, "Rückseite", 28, MIST)
    pen.box(330, 178, 84, 48, radius=8, fill=WHITE)
    pen.text(352, 213, "I", 30, color=TEAL, align="center")
    pen.text(392, 213, "0", 30, color=QUIET, align="center")
    mark(pen, 320, 168, 104, 68)
    pen.arrow((372, 330), (372, 256), AMBER, 6)
    label(pen, 372, 372, "Netzschalter")
    pen.disc(92, 224, 11, fill=RED)
    pen.arrow((92, 330), (92, 256), AMBER, 6)
    label(pen, 118, 372, "rote Lampe")


def power_key(pen: Pen) -> None:
    devices.display(pen.at(36, 60, 1.15), QUIET)
    pen.disc(272, 278, 38, fill=TEAL)
    power_sign(pen.at(272, 278), 18)
    pen.line((272, 236), (272, 226), color=AMBER, weight=5)
    mark(pen, 224, 230, 96, 96)
    equipment.remote(pen.at(358, 70, 0.86))
    mark(pen, 384, 81, 60, 60)
    label(pen, 250, 396, "am Rahmen oder auf der Fernbedienung", 22)


def starting(pen: Pen) -> None:
    home_screen(devices.display(pen.at(70, 30, 1.5), MIST))
    clock(pen.at(190, 352), 46)
    label(pen, 340, 362, "bis 1 Minute", 28)


def source_key(pen: Pen) -> None:
    equipment.remote(pen.at(60, 50))
    mark(pen, 68, 144, 114, 64)
    pen.arrow((282, 176), (200, 176), AMBER, 6)
    for row, words in enumerate(("Source", "Input", "Quelle")):
        button(pen, 300, 84 + 66 * row, 150, words, chosen=False)
    label(pen, 376, 326, "je nach Modell", 22, QUIET)


def source_list(pen: Pen) -> None:
    menu(pen.at(70, 34), 360, ("Home", "HDMI 1", "HDMI 2", "USB-C"), 1)
    equipment.hdmi(pen.at(134, 334))
    equipment.hdmi_socket(pen.at(280, 334), "")
    label(pen, 250, 414, "HDMI 1", 24)


def two_sockets(pen: Pen) -> None:
    pen.box(50, 54, 400, 160, radius=14, fill=MIST)
    equipment.hdmi_socket(pen.at(90, 92), "HDMI 1", TEAL)
    equipment.hdmi_socket(pen.at(280, 92), "HDMI 2")
    mark(pen, 78, 78, 154, 116)
    pen.line((155, 380), (155, 320), color=INK, weight=10)
    pen.box(125, 250, 60, 74, radius=9, fill=INK)
    pen.box(133, 222, 44, 32, radius=3, fill=QUIET)
    label(pen, 330, 306, "Quelle wählen:")
    button(pen, 256, 326, 150, "HDMI 1")


def socket_strip(pen: Pen) -> None:
    pen.box(36, 70, 428, 130, radius=24, fill=WHITE, stroke=LINE, weight=3)
    for x in (54, 160):
        equipment.wall_socket(pen.at(x, 85))
    pen.box(300, 102, 130, 66, radius=14, fill=RED)
    pen.text(332, 146, "I", 32, color=WHITE, align="center")
    pen.text(398, 146, "0", 32, color=WHITE, align="center")
    mark(pen, 290, 92, 150, 86)
    equipment.hdmi(pen.at(120, 296))
    pen.arrow((252, 321), (290, 321), AMBER, 6)
    pen.box(306, 282, 26, 78, radius=6, fill=INK)
    label(pen, 250, 408, "festdrücken", 24)


def switching_off(pen: Pen) -> None:
    screen = devices.display(pen.at(70, 34, 1.5), MIST)
    screen.text(112, 56, "Ausschalten?", 22, color=INK, align="center")
    button(screen.at(36, 74, 0.62), 0, 0, 110, "Ja")
    button(screen.at(122, 74, 0.62), 0, 0, 110, "Nein", chosen=False)
    pen.box(132, 320, 108, 62, radius=12, fill=WHITE)
    pen.text(162, 363, "I", 36, color=TEAL, align="center")
    pen.text(210, 363, "0", 36, color=LINE, align="center")
    pen.shape((260, 351), (282, 338), (282, 364), fill=AMBER)
    label(pen, 364, 361, "bleibt an", 28)


SCENES: dict[str, Scene] = {
    "ready_display": ready_display,
    "mains_switch": mains_switch,
    "power_key": power_key,
    "starting": starting,
    "source_key": source_key,
    "source_list": source_list,
    "two_sockets": two_sockets,
    "socket_strip": socket_strip,
    "switching_off": switching_off,
}
