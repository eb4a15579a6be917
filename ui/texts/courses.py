"""What the pages of trainers say: participants, attendance, certificates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CourseTexts:
    page: str
    title: str


GERMAN = CourseTexts(
    page="Meine Kurse",
    title="Meine Kurse",
)

ENGLISH = CourseTexts(
    page="My courses",
    title="My courses",
)
