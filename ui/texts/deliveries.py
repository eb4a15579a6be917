"""Texts of the pages about a school's deliveries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeliveryTexts:
    page: str
    line_page: str


GERMAN = DeliveryTexts(
    page="Lieferungen",
    line_page="Lieferung",
)

ENGLISH = DeliveryTexts(
    page="Deliveries",
    line_page="Delivery",
)
