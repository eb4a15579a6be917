"""Collecting and charging a class set of iPads."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, QUIET, RED, TEAL, WHITE
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes import equipment
from knowledge.starter.sources.scenes.shapes import (
    Scene,
    bin_sign,
    bolt,
    button,
    clock,
    label,
    mark,
    padlock,
)


def case(pen: Pen, filled: int = 6) -> None:
    """An open case, 400 × 240, with six slots."""
    pen.box(150, -26, 100, 40, radius=14, stroke=QUIET, weight=10)
    pen.box(0, 0, 400, 240, radius=20, fill=QUIET)
    pen.box(16, 16, 368, 208, radius=10, fill=MIST)
    for slot in range(6):
        x = 32 + 58 * slot
        pen.box(x, 34, 46, 172, radius=8, fill=WHITE)
        if slot < filled:
            pen.box(x + 12, 44, 22, 152, radius=6, fill=INK)


def full_case(pen: Pen) -> None:
    case(pen.at(50, 120))
    label(pen, 250, 404, "Koffer oder Ladewagen", 26, QUIET)


def save_work(pen: Pen) -> None:
    devices.lesson(devices.ipad(pen.at(50, 60, 1.3)), 164, 114)
    pen.arrow((166, 244), (166, 290), AMBER, 6)
    equipment.folder(pen.at(96, 306))
    pen.text(262, 372, "Dateiablage", 27, color=TEAL)
    devices.tick(pen.at(380, 146, 4), GREEN)


def sign_out(pen: Pen) -> None:
    screen = devices.ipad(pen.at(50, 76, 2.2), MIST)
    screen.disc(82, 34, 15, fill=QUIET)
    screen.box(56, 52, 52, 20, radius=10, fill=QUIET)
    button(screen.at(32, 80, 0.42), 0, 0, 238, "Abmelden")


def delete_photos(pen: Pen) -> None:
    screen = devices.ipad(pen.at(50, 46, 2.2))
    for place in range(6):
        frame = screen.at(14 + place % 3 * 48, 12 + place // 3 * 40)
        frame.box(0, 0, 40, 32, radius=4, fill=MIST)
        frame.disc(30, 9, 4, fill=AMBER)
        frame.line((4, 28), (14, 14), (22, 24), (28, 18), (36, 28), color=TEAL, weight=2)
    bin_sign(screen.at(70, 90, 0.36))
    label(pen, 250, 392, "auch „Zuletzt gelöscht“ leeren", 24, QUIET)


def lock(pen: Pen) -> None:
    screen = devices.ipad(pen.at(50, 76, 2.2), INK)
    padlock(screen.at(56, 26, 0.65), WHITE)


def count(pen: Pen) -> None:
    for place in range(6):
        screen = devices.ipad(pen.at(40 + place % 2 * 114, 70 + place // 2 * 96, 0.56), MIST)
        screen.text(82, 76, str(place + 1), 54, color=TEAL, align="center")
    pen.box(290, 62, 170, 290, radius=12, fill=WHITE, stroke=LINE, weight=3)
    for row in range(6):
        pen.text(312, 104 + 44 * row, str(row + 1), 24, color=QUIET)
        pen.box(346, 92 + 44 * row, 52, 9, radius=4, fill=LINE)
        devices.tick(pen.at(430, 96 + 44 * row, 1.4), GREEN)


def plug_in(pen: Pen) -> None:
    case(pen.at(66, 176, 0.92), 4)
    pen.box(295, 62, 20, 140, radius=6, fill=INK)
    pen.arrow((305, 212), (305, 250), AMBER, 6)
    for slot in range(4):
        x = 66 + 0.92 * (32 + 58 * slot + 23)
        pen.line((x, 356), (x, 384), color=TEAL, weight=7)
    pen.line((117, 384), (277, 384), color=TEAL, weight=7)


def charge(pen: Pen) -> None:
    case(pen.at(90, 70, 0.8))
    for slot in range(6):
        pen.disc(134 + 46.4 * slot, 286, 9, fill=GREEN)
    equipment.mains_plug(pen.at(190, 330, 1.1))
    pen.arrow((296, 363), (328, 363), AMBER, 6)
    equipment.wall_socket(pen.at(346, 314))
    bolt(pen.at(62, 314))


def close_case(pen: Pen) -> None:
    pen.box(190, 54, 120, 50, radius=16, stroke=QUIET, weight=12)
    pen.box(70, 86, 360, 220, radius=22, fill=TEAL)
    pen.line((70, 178), (430, 178), color=MIST, weight=4)
    padlock(pen.at(215, 140, 0.9), AMBER)
    pen.disc(170, 362, 24, stroke=AMBER, weight=11)
    pen.line((196, 362), (320, 362), (320, 384), color=AMBER, weight=11)
    pen.line((290, 362), (290, 378), color=AMBER, weight=11)


def not_charging(pen: Pen) -> None:
    screen = devices.ipad(pen.at(40, 70, 1.2), MIST)
    screen.box(52, 40, 56, 32, radius=6, stroke=QUIET, weight=4)
    screen.box(108, 50, 6, 12, fill=QUIET)
    screen.box(57, 45, 10, 22, radius=2, fill=RED)
    pen.line((256, 148), (300, 148), color=QUIET, weight=18)
    pen.line((308, 148), (420, 148), (420, 250), color=INK, weight=8)
    mark(pen, 240, 118, 84, 60)
    clock(pen.at(150, 340), 48)
    label(pen, 310, 350, "15 Minuten", 30)


def damaged(pen: Pen) -> None:
    screen = devices.ipad(pen.at(44, 56, 1.4))
    screen.line((164, 10), (96, 48), (112, 62), (40, 114), color=RED, weight=3)
    screen.line((96, 48), (30, 30), color=RED, weight=3)
    screen.line((112, 62), (150, 100), color=RED, weight=3)
    pen.box(352, 66, 18, 170, radius=8, fill=INK)
    pen.arc(280, 151, 122, -38, 76, QUIET, 14)
    devices.cross(pen.at(398, 260, 2.4), RED)
    bolt(pen.at(180, 290, 1.1), QUIET)
    pen.line((150, 296), (280, 396), color=RED, weight=9)
    button(pen, 300, 316, 140, "melden")


SCENES: dict[str, Scene] = {
    "full_case": full_case,
    "save_work": save_work,
    "sign_out": sign_out,
    "delete_photos": delete_photos,
    "lock": lock,
    "count": count,
    "plug_in": plug_in,
    "charge": charge,
    "close_case": close_case,
    "not_charging": not_charging,
    "damaged": damaged,
}
