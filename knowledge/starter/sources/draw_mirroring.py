"""Figures on mirroring: one network or two, the iPad's way, the cable."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.drawing import WIDTH
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, QUIET, RED, SAND, TEAL, WHITE
from knowledge.starter.sources.pen import Pen


def network(pen: Pen) -> None:
    """Two panels: one network for both devices, and two networks that keep them apart."""
    for left, works in ((0.0, True), (248.0, False)):
        panel = pen.at(left, 0)
        panel.box(0, 0, 234, 184, radius=12, fill=SAND)
        (devices.tick if works else devices.cross)(panel.at(24, 22), GREEN if works else RED)
        panel.text(
            40, 26.5, "So klappt es" if works else "So klappt es nicht", 12, color=GREEN if works else RED
        )
        _bands(panel, works)
        for x in (54, 166):
            panel.line(
                (x, 77), (x, 88 if x > 100 else 95), color=TEAL if works else QUIET, weight=2, dashed=True
            )
        screen = devices.ipad(panel.at(18, 98, 0.4))
        devices.lesson(screen, 164, 114)
        content = devices.display(panel.at(112, 91, 0.45))
        if works:
            devices.lesson(content, 224, 132)
        panel.text(54, 176, "iPad", 10.5, align="center", color=INK)
        panel.text(166, 176, "Display", 10.5, align="center", color=INK)


def _bands(panel: Pen, works: bool) -> None:
    if works:
        panel.box(14, 40, 206, 34, radius=18, fill=MIST)
        devices.wifi(panel.at(44, 65, 0.62), TEAL)
        panel.text(128, 61, "WLAN der Schule", 11.5, color=TEAL, align="center")
        return
    for x, width, name in ((8.0, 96.0, "Gäste-WLAN"), (110.0, 116.0, "WLAN der Schule")):
        panel.box(x, 40, width, 34, radius=17, fill=WHITE, stroke=LINE)
        panel.text(x + width / 2, 61, name, 11, color=QUIET, align="center")


def ipad_way(pen: Pen) -> None:
    """Control centre, choice of the display, code: the three screens on the way."""
    pen.box(0, 0, WIDTH, 186, radius=12, fill=SAND)
    screen = devices.ipad(pen.at(22, 26, 1.0), MIST)
    devices.control_centre(screen.at(32, 7, 0.98))
    pen.arrow((178, 40), (178, 78), AMBER, 3)
    pen.text(112, 174, "Kontrollzentrum", 11, align="center")
    pen.arrow((214, 96), (234, 96), TEAL, 2.4)
    devices.choice_list(pen.at(244, 36, 0.82), ("Raum 1.03", "Raum 1.04", "Aula"), 1)
    pen.text(296, 174, "Display wählen", 11, align="center")
    pen.arrow((354, 96), (366, 96), TEAL, 2.4)
    content = devices.display(pen.at(374, 56, 0.4))
    devices.code_boxes(content.at(20, 44, 1.6), "4712")
    pen.text(422, 174, "Code eingeben", 11, align="center")


def cable_way(pen: Pen) -> None:
    """iPad, adapter, HDMI cable, display."""
    pen.box(0, 0, WIDTH, 118, radius=12, fill=SAND)
    devices.lesson(devices.ipad(pen.at(20, 24, 0.5)), 164, 114)
    pen.line((110, 57), (160, 57), color=INK, weight=3)
    pen.line((200, 57), (266, 57), color=INK, weight=3)
    pen.line((306, 57), (346, 57), color=INK, weight=3)
    devices.plug(pen.at(160, 46), "Adapter")
    devices.plug(pen.at(266, 46), "HDMI")
    devices.lesson(devices.display(pen.at(346, 18, 0.46)), 224, 132)
    pen.text(65, 106, "iPad oder Notebook", 10.5, align="center")
    pen.text(401, 106, "Display", 10.5, align="center")
