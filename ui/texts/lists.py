"""Texts about reading lists of deliveries in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeliveryListTexts:
    page: str


GERMAN = DeliveryListTexts(
    page="Lieferlisten",
)

ENGLISH = DeliveryListTexts(
    page="Delivery lists",
)
