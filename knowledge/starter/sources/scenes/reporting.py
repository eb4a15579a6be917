"""Reporting a fault."""

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
    number,
    padlock,
    person,
    power_sign,
    warning,
)


def report(pen: Pen) -> None:
    pen.box(90, 40, 320, 366, radius=18, fill=WHITE, stroke=LINE)
    for row, words in enumerate(("Ort", "Gerät", "Seit wann", "Was passiert", "Was versucht")):
        number(pen, 134, 88 + 66 * row, str(row + 1))
        pen.text(176, 98 + 66 * row, words, 28)


def off_and_on(pen: Pen) -> None:
    for x, color in ((110, QUIET), (390, GREEN)):
        pen.disc(x, 120, 52, fill=color)
        power_sign(pen.at(x, 120), 24)
    clock(pen.at(250, 120), 46)
    label(pen, 110, 210, "aus")
    label(pen, 250, 210, "30 Sekunden")
    label(pen, 390, 210, "ein")
    equipment.mains_plug(pen.at(130, 300, 1.1))
    pen.arrow((240, 333), (280, 333), AMBER, 6)
    equipment.wall_socket(pen.at(300, 280, 1.06))


def place(pen: Pen) -> None:
    pen.shape((250, 40), (450, 130), (50, 130), fill=TEAL)
    pen.box(70, 130, 360, 230, fill=WHITE)
    for index in range(6):
        pen.box(98 + index % 3 * 112, 158 + index // 3 * 92, 80, 58, radius=6, fill=MIST)
    pen.box(210, 250, 80, 58, radius=6, fill=AMBER)
    pen.text(250, 288, "1.04", 27, color=WHITE, align="center")
    mark(pen, 200, 240, 100, 78)
    label(pen, 250, 110, "Schule · Haus B", 25, WHITE)
    label(pen, 250, 406, "Raum 1.04", 28)


def sticker(pen: Pen) -> None:
    devices.display(pen.at(50, 50, 1.3), QUIET)
    pen.box(300, 130, 150, 92, radius=10, fill=WHITE, stroke=LINE, weight=3)
    for place_, width in enumerate((4, 8, 4, 10, 5, 4, 9, 4, 7)):
        pen.box(318 + place_ * 13, 146, width, 32, fill=INK)
    pen.text(375, 208, "DSP-0417", 24, align="center")
    mark(pen, 288, 118, 174, 116)
    label(pen, 250, 330, "Nummer auf dem Aufkleber", 26)


def since(pen: Pen) -> None:
    pen.box(60, 60, 236, 230, radius=16, fill=WHITE, stroke=LINE, weight=3)
    pen.box(60, 60, 236, 60, radius=16, fill=TEAL)
    label(pen, 178, 100, "November", 27, WHITE)
    for index in range(20):
        x, y = 82 + index % 5 * 40, 140 + index // 5 * 36
        pen.box(x, y, 28, 24, radius=5, fill=AMBER if index == 15 else LINE)
    clock(pen.at(384, 200), 66)
    label(pen, 250, 366, "seit Montag, 2. Stunde", 30)


def message(pen: Pen) -> None:
    screen = devices.display(pen.at(70, 36, 1.5), INK)
    screen.text(112, 76, "Kein Signal", 26, color=WHITE, align="center")
    pen.box(90, 320, 320, 74, radius=14, fill=WHITE, stroke=LINE)
    label(pen, 250, 368, "„Kein Signal“", 30, TEAL)


def tried(pen: Pen) -> None:
    pen.box(60, 60, 380, 310, radius=18, fill=WHITE, stroke=LINE)
    for row, words in enumerate(("Neustart", "anderes Kabel", "anderer Raum")):
        devices.tick(pen.at(116, 130 + 88 * row, 2.6), GREEN)
        pen.text(166, 141 + 88 * row, words, 31)


def photo(pen: Pen) -> None:
    pen.box(60, 70, 170, 290, radius=26, fill=INK)
    pen.box(72, 100, 146, 230, radius=8, fill=QUIET)
    inner = devices.display(pen.at(85, 160, 0.5), INK)
    inner.text(112, 78, "Kein Signal", 34, color=WHITE, align="center")
    pen.disc(145, 292, 22, fill=WHITE)
    pen.disc(145, 292, 16, fill=AMBER)
    no_faces(pen.at(256, 130, 0.92))
    devices.cross(pen.at(462, 226, 2), RED)
    label(pen, 362, 320, "nicht im Bild", 25, QUIET)


def send(pen: Pen) -> None:
    for row, words in enumerate(("Ticketsystem", "Digitalassistenz", "Sekretariat")):
        button(pen, 70, 60 + 74 * row, 280, words, chosen=row == 0)
    for row in range(3):
        person(pen.at(386, 62 + 74 * row, 0.42), TEAL if row == 0 else QUIET)
    pen.shape((150, 330), (350, 300), (230, 400), (216, 356), fill=TEAL)
    pen.line((216, 356), (350, 300), color=WHITE, weight=4)


def note(pen: Pen) -> None:
    devices.display(pen.at(58, 44, 1.6), QUIET)
    pen.shape((180, 90), (350, 82), (356, 214), (186, 222), fill=WHITE)
    label(pen, 267, 140, "Gemeldet", 27)
    label(pen, 267, 176, "am 23.11.", 25, QUIET)
    pen.box(110, 340, 280, 60, radius=14, fill=WHITE, stroke=LINE)
    label(pen, 250, 380, "Meldung Nr. 1042", 26, TEAL)


def emergency(pen: Pen) -> None:
    warning(pen.at(150, 46, 1.25))
    pen.box(130, 268, 240, 120, radius=24, fill=RED)
    pen.text(250, 352, "112", 76, color=WHITE, align="center")


def no_faces(pen: Pen) -> None:
    """Nobody may be seen: a person who is crossed out, 90 × 118, and a lock beside."""
    person(pen)
    devices.cross(pen.at(88, 104, 2.2), RED)
    padlock(pen.at(150, 10))


SCENES: dict[str, Scene] = {
    "report": report,
    "off_and_on": off_and_on,
    "place": place,
    "sticker": sticker,
    "since": since,
    "message": message,
    "tried": tried,
    "photo": photo,
    "send": send,
    "note": note,
    "emergency": emergency,
}
