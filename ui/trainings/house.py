"""What use cases of trainings must know of the portal they work in."""

from __future__ import annotations

from bootstrap import house_of
from core.house import House
from core.settings import load_settings


def house() -> House:
    return house_of(load_settings())
