"""Figures on data protection: what may be done, where files may lie, the sheet with the consent."""

from __future__ import annotations

from knowledge.starter.sources import devices
from knowledge.starter.sources.drawing import WIDTH, ground, lines, mark
from knowledge.starter.sources.look import AMBER, BOLD, GREEN, LINE, PAPER, QUIET, RED, REGULAR, TEAL, WHITE
from knowledge.starter.sources.pen import Pen


def three_cases(pen: Pen) -> None:
    """Three panels: goes, ask first, leave it."""
    ground(pen, 214)
    for place, (title, sign, color, rows) in enumerate(
        (
            ("Geht", "✓", GREEN, ("Dienst der Schule", "ohne Namen", "eigene Bilder")),
            ("Erst fragen", "?", AMBER, ("neue App", "Foto mit Kind", "Aufnahme")),
            ("Lassen", "✗", RED, ("private Wolke", "Noten im Chat", "Konto mit Namen")),
        )
    ):
        panel = pen.at(16 + 153 * place, 16)
        panel.box(0, 0, 144, 182, radius=12, fill=WHITE, stroke=LINE)
        _sign(panel.at(72, 38, 1.9), sign)
        panel.text(72, 84, title, 14, font=BOLD, color=color, align="center")
        for row, words in enumerate(rows):
            panel.text(72, 112 + 24 * row, words, 11.5, font=REGULAR, align="center")


def _sign(pen: Pen, sign: str) -> None:
    if sign == "✓":
        devices.tick(pen, GREEN)
    elif sign == "✗":
        devices.cross(pen, RED)
    else:
        pen.disc(0, 0, 9, fill=AMBER)
        pen.text(0, 4, "?", 12, font=BOLD, color=WHITE, align="center")


def safe_places(pen: Pen) -> None:
    """One place that is right, three that are not."""
    ground(pen, 190)
    pen.box(20, 24, 190, 142, radius=12, fill=WHITE, stroke=GREEN, weight=2.4)
    for row in range(3):
        pen.box(78, 46 + 24 * row, 74, 19, radius=4, fill=TEAL)
        pen.disc(140, 55.5 + 24 * row, 3.4, fill=WHITE)
    pen.text(115, 148, "Dateiablage der Schule", 11.5, align="center", color=GREEN)
    devices.tick(pen.at(198, 34, 1.3), GREEN)
    for row, words in enumerate(("Privates Smartphone", "Private Wolke", "Chatgruppe")):
        pen.box(250, 24 + 50 * row, 212, 42, radius=10, fill=WHITE, stroke=LINE)
        devices.cross(pen.at(276, 45 + 50 * row), RED)
        pen.text(298, 49 + 50 * row, words, 12)


def consent_sheet(pen: Pen) -> None:
    """The sheet that parents sign: purpose, places, signature."""
    ground(pen, 214)
    pen.box(126, 12, 230, 190, radius=4, fill=WHITE, stroke=LINE)
    pen.text(144, 36, "Einwilligung in Fotos", 12.5, font=BOLD, color=TEAL)
    lines(pen.at(144, 48), 180, 150, step=11)
    for row, (words, chosen) in enumerate(
        (("Schulhaus", True), ("Internetseite", False), ("Zeitung", False))
    ):
        pen.box(146, 80 + 22 * row, 13, 13, radius=2, fill=PAPER, stroke=QUIET, weight=1)
        if chosen:
            pen.line((149, 87), (152, 90), (157, 83), color=GREEN, weight=2)
        pen.text(168, 91 + 22 * row, words, 10.5, font=REGULAR)
    pen.line((144, 178), (238, 178), color=QUIET, weight=1)
    pen.line((254, 178), (338, 178), color=QUIET, weight=1)
    pen.line((152, 172), (164, 160), (172, 174), (184, 162), (206, 172), color=TEAL, weight=2)
    pen.text(144, 190, "Eltern", 9, font=REGULAR, color=QUIET)
    pen.text(254, 190, "Schülerin, Schüler", 9, font=REGULAR, color=QUIET)
    for number, place, point in (
        (1, (80.0, 52.0), (150.0, 52.0)),
        (2, (80.0, 108.0), (150.0, 108.0)),
        (3, (80.0, 172.0), (156.0, 170.0)),
        (4, (WIDTH - 80, 172.0), (320.0, 174.0)),
    ):
        mark(pen, number, *place, to=point)
