"""By what dates can be narrowed."""

from __future__ import annotations

from enum import StrEnum


class Facet(StrEnum):
    """Named as in addresses."""

    TOPIC = "thema"
    DEVICE = "geraet"
    LEVEL = "stufe"
    PLACE = "ort"
