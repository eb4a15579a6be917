"""What use cases of trainings must know of the portal they work in."""

from __future__ import annotations

from bootstrap import house_of
from core.settings import load_settings
from trainings.facts import House


def house() -> House:
    return house_of(load_settings())
