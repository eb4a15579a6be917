"""Texts of the city's view of all deliveries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CityTexts:
    page: str


GERMAN = CityTexts(
    page="Alle Schulen",
)

ENGLISH = CityTexts(
    page="All schools",
)
