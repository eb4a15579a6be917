"""What the pages say on which people wish for trainings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WishTexts:
    page: str
    title: str


GERMAN = WishTexts(
    page="Fortbildung wünschen",
    title="Welche Fortbildung fehlt Ihnen?",
)

ENGLISH = WishTexts(
    page="Wish for a training",
    title="Which training are you missing?",
)
