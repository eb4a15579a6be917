"""What the pages say on which trainings are found and booked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrainingTexts:
    page: str
    title: str
    date_page: str
    mine_page: str
    mine_title: str


GERMAN = TrainingTexts(
    page="Fortbildungen",
    title="Was möchten Sie können?",
    date_page="Fortbildung",
    mine_page="Meine Fortbildungen",
    mine_title="Meine Fortbildungen",
)

ENGLISH = TrainingTexts(
    page="Trainings",
    title="What would you like to be able to do?",
    date_page="Training",
    mine_page="My trainings",
    mine_title="My trainings",
)
