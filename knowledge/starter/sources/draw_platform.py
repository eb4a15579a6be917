"""Figures on Moodle: a course's page, the way of a task."""

from __future__ import annotations

from reportlab.lib.colors import Color

from knowledge.starter.sources.drawing import WIDTH, button, ground, lines, mark, window
from knowledge.starter.sources.look import AMBER, GREEN, LINE, MIST, PAPER, QUIET, RED, REGULAR, TEAL, WHITE
from knowledge.starter.sources.pen import Pen


def course_page(pen: Pen) -> None:
    """A course with its sections, ready to be edited."""
    ground(pen, 262)
    inside = window(pen.at(46, 14), 390, 232, "Biologie 7b")
    inside.text(300, 26, "Bearbeiten", 10, font=REGULAR)
    inside.box(354, 15, 26, 15, radius=7.5, fill=TEAL)
    inside.disc(372, 22.5, 5.5, fill=WHITE)
    _section(inside.at(14, 40), "Der Wasserkreislauf", (("Film ansehen", RED), ("Arbeitsblatt", TEAL)))
    _section(inside.at(14, 122), "Experiment", (("Versuch beschreiben", GREEN),))
    button(inside.at(14, 178), 176, "Aktivität oder Material anlegen")
    for number, place, point in (
        (1, (460.0, 58.0), (420.0, 60.0)),
        (2, (22.0, 90.0), (62.0, 90.0)),
        (3, (460.0, 134.0), (166.0, 134.0)),
        (4, (22.0, 228.0), (66.0, 228.0)),
    ):
        mark(pen, number, *place, to=point)


def _section(pen: Pen, title: str, items: tuple[tuple[str, Color], ...]) -> None:
    pen.box(0, 0, 362, 22 + 24 * len(items), radius=8, fill=PAPER, stroke=LINE)
    pen.text(10, 16, title, 11, color=TEAL)
    for row, (name, color) in enumerate(items):
        pen.box(12, 24 + 24 * row, 15, 15, radius=4, fill=color)
        pen.text(36, 36 + 24 * row, name, 10, font=REGULAR)


def task_way(pen: Pen) -> None:
    """Set, hand in, give feedback."""
    ground(pen, 180)
    for number, (title, words) in enumerate(
        (
            ("Stellen", "Text, Datei, Termin"),
            ("Abgeben", "Datei hochladen"),
            ("Rückmelden", "Kommentar, Punkte"),
        ),
        1,
    ):
        x = 18 + 156 * (number - 1)
        pen.box(x, 34, 134, 126, radius=12, fill=WHITE, stroke=LINE)
        mark(pen.at(x + 67, 34, 1.3), number, 0, 0, color=TEAL)
        pen.text(x + 67, 78, title, 13, color=TEAL, align="center")
        lines(pen.at(x + 27, 92), 80, 64, 72, step=13)
        pen.text(x + 67, 148, words, 10, font=REGULAR, color=QUIET, align="center")
        if number < 3:
            pen.arrow((x + 136, 97), (x + 153, 97), AMBER, 2.6)


def roles(pen: Pen) -> None:
    """Who does what in a course: the teacher arranges, the class works."""
    ground(pen, 200)
    for left, title, tasks, color in (
        (18.0, "Lehrkraft", ("Abschnitte anlegen", "Material einstellen", "Abgaben lesen"), TEAL),
        (250.0, "Teilnehmer/in", ("Material öffnen", "Aufgabe abgeben", "Fragen stellen"), AMBER),
    ):
        pen.box(left, 18, WIDTH / 2 - 27, 164, radius=12, fill=WHITE, stroke=LINE)
        pen.disc(left + 34, 46, 11, fill=color)
        pen.box(left + 14, 60, 40, 16, radius=8, fill=color)
        pen.text(left + 66, 60, title, 14, color=color)
        for row, words in enumerate(tasks):
            pen.box(left + 16, 96 + 27 * row, 12, 12, radius=3, fill=MIST, stroke=color)
            pen.text(left + 38, 106 + 27 * row, words, 11.5)
