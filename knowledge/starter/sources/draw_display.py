"""Figures on the display: its parts, its sockets, its remote, the bar for writing."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.drawing import WIDTH, ground, lines, mark
from knowledge.starter.sources.look import AMBER, GREEN, INK, LINE, MIST, PAPER, QUIET, RED, TEAL, WHITE
from knowledge.starter.sources.pen import Pen


def display_parts(pen: Pen) -> None:
    """The display from the front, with what one needs in the first minute."""
    ground(pen, 192)
    pen = pen.at(48, 0, 0.8)
    screen = devices.display(pen.at(98, 18, 1.2))
    _bar(screen.at(4, 22))
    screen.line((58, 62), (70, 44), (82, 66), (94, 42), (106, 64), color=TEAL, weight=4)
    lines(screen.at(128, 40), 66, 74, 52, step=14)
    pen.line((200, 206), (262, 206), color=AMBER, weight=5)
    pen.box(104, 192, 26, 5, radius=1, fill=MIST)
    pen.disc(370, 194, 4, fill=RED)
    pen.box(340, 201, 22, 9, radius=2, fill=QUIET)
    for number, place, point in (
        (1, (440.0, 170.0), (370.0, 194.0)),
        (2, (440.0, 218.0), (352.0, 205.0)),
        (3, (44.0, 214.0), (116.0, 194.0)),
        (4, (44.0, 84.0), (120.0, 84.0)),
        (5, (231.0, 226.0), (231.0, 208.0)),
    ):
        mark(pen, number, *place, to=point)


def _bar(pen: Pen) -> None:
    pen.box(0, 0, 22, 92, radius=8, fill=MIST)
    for row, color in enumerate((TEAL, QUIET, QUIET, QUIET)):
        pen.box(5, 7 + 21 * row, 12, 12, radius=3, fill=color)


def display_ports(pen: Pen) -> None:
    """The sockets side by side, as they look from the front."""
    ground(pen, 114)
    pen = pen.at(0, -6)
    pen.box(16, 34, WIDTH - 32, 56, radius=8, fill=INK)
    for number, (name, draw) in enumerate(
        (
            ("HDMI", _hdmi),
            ("USB-C", _usb_c),
            ("USB", _usb),
            ("Touch-USB", _touch),
            ("LAN", _lan),
            ("Ton", _sound),
        ),
        1,
    ):
        x = 20 + 75 * (number - 0.5)
        draw(pen.at(x, 62))
        mark(pen, number, x, 20)
        pen.text(x, 112, name, 11, align="center")


def _hdmi(pen: Pen) -> None:
    pen.shape((-20, -8), (20, -8), (20, 2), (13, 8), (-13, 8), (-20, 2), fill=MIST)
    pen.box(-13, -3, 26, 4, radius=1, fill=INK)


def _usb_c(pen: Pen) -> None:
    pen.box(-15, -6, 30, 12, radius=6, fill=MIST)
    pen.box(-10, -1.5, 20, 3, radius=1.5, fill=INK)


def _usb(pen: Pen) -> None:
    pen.box(-17, -7, 34, 14, radius=2, fill=MIST)
    pen.box(-13, -4, 26, 5, radius=1, fill=QUIET)


def _touch(pen: Pen) -> None:
    pen.shape((-11, 11), (-11, -6), (-6, -11), (6, -11), (11, -6), (11, 11), fill=MIST)
    pen.box(-5.5, -4, 11, 10, radius=1, fill=QUIET)


def _lan(pen: Pen) -> None:
    pen.box(-14, -12, 28, 24, radius=2, fill=MIST)
    pen.box(-9, -7, 18, 12, fill=INK)
    pen.box(-4, 4, 8, 5, fill=INK)


def _sound(pen: Pen) -> None:
    pen.disc(0, 0, 10, fill=MIST)
    pen.disc(0, 0, 4.5, fill=INK)


def display_remote(pen: Pen) -> None:
    """The remote control, and the list that its source key opens."""
    ground(pen, 172)
    pen = pen.at(77, 0, 0.68)
    pen.box(78, 14, 96, 226, radius=22, fill=INK)
    pen.disc(104, 40, 11, fill=RED)
    pen.box(132, 31, 30, 18, radius=6, fill=TEAL)
    pen.disc(126, 96, 29, fill=QUIET)
    pen.disc(126, 96, 12, fill=MIST)
    pen.text(126, 100, "OK", 9.5, align="center", color=INK)
    for x, words in ((93.0, "+"), (135.0, "–")):
        pen.box(x, 142, 24, 24, radius=7, fill=QUIET)
        pen.text(x + 12, 159, words, 14, align="center", color=WHITE)
    for x, y, color in (
        (93.0, 180.0, AMBER),
        (135.0, 180.0, QUIET),
        (93.0, 210.0, QUIET),
        (135.0, 210.0, QUIET),
    ):
        pen.box(x, y, 24, 18, radius=6, fill=color)
    for number, place, point in (
        (1, (38.0, 40.0), (98.0, 40.0)),
        (2, (204.0, 40.0), (154.0, 40.0)),
        (3, (204.0, 96.0), (146.0, 96.0)),
        (4, (38.0, 154.0), (98.0, 154.0)),
        (5, (38.0, 189.0), (98.0, 189.0)),
    ):
        mark(pen, number, *place, to=point)
    screen = devices.display(pen.at(240, 48, 0.93), MIST)
    devices.choice_list(screen.at(48, 12, 1.0), ("Startbildschirm", "HDMI 1", "USB-C"), 1)
    pen.text(351, 222, "Quelle wählen: derselbe Name wie am Kabel", 9.5, align="center", color=QUIET)


def display_bar(pen: Pen) -> None:
    """The bar of the whiteboard with six of its tools."""
    ground(pen, 104)
    pen = pen.at(0, -9)
    pen.box(36, 40, 410, 46, radius=23, fill=WHITE, stroke=LINE)
    for number, draw in enumerate((_pen_tool, _colours, _eraser, _undo, _new_page, _save), 1):
        x = 74 + 67 * (number - 1)
        draw(pen.at(x, 63))
        mark(pen, number, x, 22)
    for x, words in zip(
        (74, 141, 208, 275, 342, 409),
        ("Stift", "Farbe", "Radierer", "Zurück", "Neue Seite", "Speichern"),
        strict=True,
    ):
        pen.text(x, 106, words, 10.5, align="center")


def _pen_tool(pen: Pen) -> None:
    pen.line((-9, 9), (8, -8), color=TEAL, weight=5)
    pen.line((-12, 12), (-9, 9), color=INK, weight=3)


def _colours(pen: Pen) -> None:
    for x, y, color in ((-7, -6, TEAL), (7, -6, RED), (-7, 7, GREEN), (7, 7, INK)):
        pen.disc(x, y, 5.5, fill=color)


def _eraser(pen: Pen) -> None:
    pen.shape((-13, 5), (1, -9), (12, 2), (3, 11), (-7, 11), fill=MIST, stroke=TEAL, weight=2)
    pen.line((-6, -2), (5, 9), color=TEAL, weight=2)


def _undo(pen: Pen) -> None:
    pen.arc(0, 2, 10, -20, 200, TEAL, 3)
    pen.shape((-16, -1), (-4, -1), (-10, 7), fill=TEAL)


def _new_page(pen: Pen) -> None:
    pen.box(-10, -12, 20, 24, radius=3, fill=PAPER, stroke=TEAL, weight=2)
    pen.line((-5, 0), (5, 0), color=TEAL, weight=2.4)
    pen.line((0, -5), (0, 5), color=TEAL, weight=2.4)


def _save(pen: Pen) -> None:
    pen.arrow((0, -12), (0, 3), TEAL, 2.6)
    pen.line((-11, 5), (-11, 11), (11, 11), (11, 5), color=TEAL, weight=2.6)
