"""What to try when a display stays black or mute."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, QUIET, TEAL, WHITE
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes import equipment
from knowledge.starter.sources.scenes.shapes import (
    Scene,
    bolt,
    button,
    label,
    level,
    mark,
    power_sign,
    struck,
    tap,
    warning,
)
from knowledge.starter.sources.scenes.switching import home_screen


def muted(pen: Pen) -> None:
    """A crossed-out loudspeaker, its middle at (30, 0)."""
    devices.speaker(pen, QUIET)
    struck(pen, 30, 0, 34)


def black_and_mute(pen: Pen) -> None:
    screen = devices.display(pen.at(70, 34, 1.5), INK)
    screen.text(112, 76, "Kein Signal", 24, color=WHITE, align="center")
    muted(pen.at(210, 356, 1.3))


def wake(pen: Pen) -> None:
    devices.display(pen.at(70, 46, 1.5), INK)
    tap(pen, 250, 150)
    pen.disc(190, 354, 36, fill=TEAL)
    power_sign(pen.at(190, 354), 17)
    label(pen, 318, 364, "kurz drücken")


def home_source(pen: Pen) -> None:
    home_screen(devices.display(pen.at(36, 70, 1.25), MIST))
    devices.tick(pen.at(186, 340, 3.4), GREEN)
    equipment.remote(pen.at(362, 76, 0.84))
    mark(pen, 368, 154, 98, 54)


def press_cable(pen: Pen) -> None:
    devices.lesson(devices.display(pen.at(240, 40, 0.9)), 224, 132)
    devices.lesson(equipment.notebook(pen.at(36, 66, 0.84)), 164, 104)
    equipment.hdmi(pen.at(126, 288, 1.1))
    pen.arrow((268, 316), (306, 316), AMBER, 7)
    pen.box(324, 262, 34, 108, radius=8, fill=INK)
    label(pen, 250, 416, "bis zum Anschlag", 24, QUIET)


def display_volume(pen: Pen) -> None:
    screen = devices.display(pen.at(70, 30, 1.5))
    devices.speaker(screen.at(88, 54, 1.0))
    level(screen.at(52, 112, 0.5), 240, 0.5)
    muted(pen.at(96, 354, 1.1))
    pen.arrow((200, 354), (250, 354), AMBER, 6)
    devices.speaker(pen.at(292, 354, 1.1))


def device_volume(pen: Pen) -> None:
    screen = equipment.notebook(pen.at(40, 40, 1.2), MIST)
    devices.speaker(screen.at(56, 52, 0.9))
    pad = devices.ipad(pen.at(310, 76, 0.86), MIST)
    devices.speaker(pad.at(56, 57, 0.9))
    pen.box(60, 262, 380, 130, radius=16, fill=INK)
    pen.box(84, 352, 200, 8, radius=4, fill=QUIET)
    pen.box(84, 352, 90, 8, radius=4, fill=AMBER)
    devices.speaker(pen.at(320, 354, 0.6), WHITE)
    label(pen, 250, 320, "Film", 26, MIST)
    mark(pen, 304, 326, 74, 56)


def output(pen: Pen) -> None:
    pen.box(60, 46, 380, 216, radius=18, fill=WHITE, stroke=LINE)
    pen.text(88, 94, "Ausgabe", 24, color=QUIET)
    for row, words in enumerate(("Notebook", "Display")):
        button(pen, 84, 114 + 66 * row, 332, words, chosen=row == 1)
    pen.box(40, 318, 420, 62, radius=10, fill=INK)
    devices.speaker(pen.at(330, 349, 0.7), WHITE)
    pen.text(430, 358, "8:05", 22, color=WHITE, align="right")
    mark(pen, 318, 322, 58, 54)
    pen.arrow((347, 312), (347, 274), AMBER, 6)


def restart(pen: Pen) -> None:
    screen = devices.display(pen.at(70, 34, 1.5), MIST)
    screen.arc(112, 54, 26, 70, 290, TEAL, 6)
    screen.shape((116, 18), (136, 30), (117, 42), fill=TEAL)
    screen.text(112, 118, "Neu starten", 20, color=TEAL, align="center")
    pen.disc(166, 354, 38, fill=TEAL)
    power_sign(pen.at(166, 354), 18)
    mark(pen, 118, 306, 96, 96)
    label(pen, 330, 364, "gedrückt halten")


def report_display(pen: Pen) -> None:
    pen.box(60, 50, 380, 340, radius=18, fill=WHITE, stroke=LINE)
    rows = (("Raum", "1.04"), ("Gerät", "Display"), ("Seit", "Montag"), ("Versucht", "Neustart"))
    for row, (name, value) in enumerate(rows):
        pen.text(90, 118 + 76 * row, name, 25, color=QUIET)
        pen.text(230, 118 + 76 * row, value, 27, color=INK)
        pen.line((90, 140 + 76 * row), (410, 140 + 76 * row), color=LINE, weight=2)


def danger(pen: Pen) -> None:
    warning(pen.at(150, 40, 1.25))
    equipment.mains_plug(pen.at(110, 300, 1.2))
    bolt(pen.at(232, 284, 0.95))
    equipment.wall_socket(pen.at(310, 276, 1.2))


SCENES: dict[str, Scene] = {
    "black_and_mute": black_and_mute,
    "wake": wake,
    "home_source": home_source,
    "press_cable": press_cable,
    "display_volume": display_volume,
    "device_volume": device_volume,
    "output": output,
    "restart": restart,
    "report_display": report_display,
    "danger": danger,
}
