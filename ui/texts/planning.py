"""What the pages say on which trainings are planned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanningTexts:
    page: str
    title: str


GERMAN = PlanningTexts(
    page="Fortbildungen planen",
    title="Fortbildungen planen",
)

ENGLISH = PlanningTexts(
    page="Plan trainings",
    title="Plan trainings",
)
