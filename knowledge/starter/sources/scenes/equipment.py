"""Things that stand in a classroom: notebook, keys, remote control, plugs, paper."""

from __future__ import annotations

from reportlab.lib.colors import Color

from knowledge.starter.sources.look import AMBER, BOLD, INK, LINE, MIST, PAPER, QUIET, TEAL, WHITE
from knowledge.starter.sources.pen import Pen
from knowledge.starter.sources.scenes.shapes import power_sign


def notebook(pen: Pen, screen: Color = WHITE) -> Pen:
    """A notebook, 220 × 140; the pen returned begins at the screen (164 × 104)."""
    pen.box(20, 0, 180, 122, radius=9, fill=INK)
    pen.box(28, 8, 164, 104, radius=4, fill=screen)
    pen.shape((16, 122), (204, 122), (220, 138), (0, 138), fill=QUIET)
    return pen.at(28, 8)


def key(pen: Pen, words: str = "") -> None:
    """A key of the keyboard, 120 × 120, with a letter or the sign of Windows."""
    pen.box(0, 0, 120, 120, radius=18, fill=LINE)
    pen.box(6, 4, 108, 106, radius=14, fill=WHITE)
    if words:
        pen.text(60, 80, words, 62, font=BOLD, color=TEAL, align="center")
        return
    for place in range(4):
        pen.box(33 + place % 2 * 29, 30 + place // 2 * 29, 25, 25, fill=TEAL)


def keys(pen: Pen, letter: str) -> None:
    """The Windows key and a letter, 330 × 120."""
    key(pen)
    pen.text(165, 80, "+", 52, font=BOLD, color=AMBER, align="center")
    key(pen.at(210, 0), letter)


def remote(pen: Pen, words: str = "Source") -> None:
    """A remote control, 130 × 330; power at (65, 48), the key with the words at (65, 126)."""
    pen.box(0, 0, 130, 330, radius=30, fill=INK)
    pen.disc(65, 48, 24, fill=TEAL)
    power_sign(pen.at(65, 48), 11)
    pen.box(18, 104, 94, 44, radius=14, fill=TEAL)
    pen.text(65, 134, words, 22, color=WHITE, align="center")
    for place in range(9):
        pen.disc(33 + place % 3 * 32, 190 + place // 3 * 44, 11, fill=QUIET)


def hdmi(pen: Pen, *, cable: bool = True) -> None:
    """An HDMI plug that points to the right, 120 × 50, with its cable to the left."""
    if cable:
        pen.line((-60, 25), (0, 25), color=INK, weight=9)
    pen.box(0, 0, 74, 50, radius=8, fill=INK)
    pen.box(74, 9, 40, 32, radius=3, fill=QUIET)


def hdmi_socket(pen: Pen, words: str, fill: Color = INK) -> None:
    """A socket of the display's frame with its name, 130 × 50."""
    pen.shape((0, 0), (130, 0), (130, 28), (108, 50), (22, 50), (0, 28), fill=fill)
    pen.box(24, 16, 82, 10, radius=3, fill=WHITE)
    pen.text(65, 88, words, 28, align="center")


def stick(pen: Pen) -> None:
    """A USB stick that points to the right, 150 × 56."""
    pen.box(0, 0, 104, 56, radius=12, fill=TEAL)
    pen.box(104, 9, 46, 38, radius=3, fill=QUIET)
    for y in (17, 31):
        pen.box(124, y, 12, 8, fill=WHITE)


def sheet(pen: Pen, words: str = "") -> None:
    """A page, 130 × 170."""
    pen.box(0, 0, 130, 170, radius=10, fill=WHITE, stroke=LINE, weight=3)
    for row, length in enumerate((70, 92, 84)):
        pen.box(18, 24 + 22 * row, length, 9, radius=4, fill=LINE)
    if words:
        pen.box(18, 104, 94, 44, radius=8, fill=TEAL)
        pen.text(65, 136, words, 28, font=BOLD, color=WHITE, align="center")


def folder(pen: Pen, color: Color = TEAL) -> None:
    """A folder, 140 × 100."""
    pen.box(0, 0, 60, 30, radius=8, fill=color)
    pen.box(0, 14, 140, 86, radius=10, fill=color)
    pen.box(12, 30, 116, 6, radius=3, fill=MIST)


def qr_code(pen: Pen) -> None:
    """Something that looks like a QR code and leads nowhere, 126 × 126."""
    pen.box(0, 0, 126, 126, radius=8, fill=WHITE)
    for x, y in ((9, 9), (81, 9), (9, 81)):
        pen.box(x, y, 36, 36, fill=INK)
        pen.box(x + 7, y + 7, 22, 22, fill=WHITE)
        pen.box(x + 12, y + 12, 12, 12, fill=INK)
    for place in (4, 6, 12, 15, 24, 30, 33, 40, 47, 51, 52, 59, 65, 68, 74, 76, 80, 83, 90, 97, 101, 110):
        column, row = place % 11, place // 11
        if not ((column < 4 or column > 6) and row < 4) and not (column < 4 and row > 6):
            pen.box(9 + column * 9.8, 9 + row * 9.8, 9.8, 9.8, fill=INK)


def wall_socket(pen: Pen) -> None:
    """A socket in the wall, 100 × 100."""
    pen.box(0, 0, 100, 100, radius=14, fill=WHITE, stroke=LINE, weight=3)
    pen.disc(50, 50, 36, fill=PAPER, stroke=LINE, weight=4)
    for x in (36, 64):
        pen.disc(x, 50, 5.5, fill=INK)


def mains_plug(pen: Pen) -> None:
    """A mains plug that points to the right, 90 × 60, with its cable to the left."""
    pen.line((-50, 30), (0, 30), color=INK, weight=9)
    pen.box(0, 0, 56, 60, radius=14, fill=INK)
    for y in (17, 43):
        pen.line((56, y), (86, y), color=QUIET, weight=9)
