"""Mirroring an iPad."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, QUIET, SAND, TEAL, WHITE
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes.shapes import Scene


def mirrored(pen: Pen) -> None:
    devices.lesson(devices.display(pen.at(96, 34, 1.28)), 224, 132)
    devices.lesson(devices.ipad(pen.at(160, 282)), 164, 114)
    pen.arrow((250, 272), (250, 250), AMBER, 5)


def network(pen: Pen) -> None:
    pen.box(50, 50, 400, 84, radius=42, fill=MIST)
    devices.wifi(pen.at(112, 106, 1.3))
    pen.text(272, 103, "WLAN der Schule", 31, color=TEAL, align="center")
    for x in (134, 352):
        pen.line((x, 134), (x, 216), color=TEAL, weight=4, dashed=True)
    devices.lesson(devices.ipad(pen.at(50, 234, 0.93)), 164, 114)
    devices.lesson(devices.display(pen.at(240, 220, 0.94)), 224, 132)
    devices.tick(pen.at(250, 402, 2), GREEN)


def swipe(pen: Pen) -> None:
    screen = devices.ipad(pen.at(50, 76, 2.2))
    devices.lesson(screen, 164, 114)
    pen.disc(396, 120, 15, fill=AMBER)
    pen.arrow((396, 120), (396, 280), AMBER, 7)


def tile(pen: Pen) -> None:
    screen = devices.ipad(pen.at(50, 76, 2.2), MIST)
    devices.control_centre(screen.at(34, 8, 0.98))


def choice(pen: Pen) -> None:
    devices.choice_list(pen.at(64, 82, 2.9), ("Raum 1.03", "Raum 1.04", "Aula"), 1)


def code(pen: Pen) -> None:
    screen = devices.display(pen.at(106, 28, 1.2))
    devices.code_boxes(screen.at(40, 44, 1.26), "4712")
    pad = devices.ipad(pen.at(135, 248, 1.28))
    devices.code_boxes(pad.at(28, 42, 0.95), "47  ")


def sound(pen: Pen) -> None:
    screen = devices.display(pen.at(70, 30, 1.5))
    devices.speaker(screen.at(88, 66, 1.1))
    pen.box(100, 340, 300, 14, radius=7, fill=LINE)
    pen.box(100, 340, 200, 14, radius=7, fill=TEAL)
    pen.disc(300, 347, 20, fill=TEAL)
    devices.speaker(pen.at(52, 347, 0.5), QUIET)


def stop(pen: Pen) -> None:
    devices.lesson(devices.ipad(pen.at(160, 282)), 164, 114)
    screen = devices.display(pen.at(96, 34, 1.28), SAND)
    screen.box(66, 50, 92, 32, radius=16, fill=TEAL)
    screen.text(112, 71, "Beendet", 15, color=WHITE, align="center")


def cable(pen: Pen) -> None:
    devices.lesson(devices.display(pen.at(120, 34, 1.1)), 224, 132)
    devices.lesson(devices.ipad(pen.at(60, 290, 0.9)), 164, 114)
    pen.line((222, 348), (250, 348), color=INK, weight=5)
    devices.plug(pen.at(250, 330, 1.7), "Adapter")
    pen.line((318, 348), (420, 348), (420, 120), (384, 120), color=INK, weight=5)


SCENES: dict[str, Scene] = {
    "mirrored": mirrored,
    "network": network,
    "swipe": swipe,
    "tile": tile,
    "choice": choice,
    "code": code,
    "sound": sound,
    "stop": stop,
    "cable": cable,
}
