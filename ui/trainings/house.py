"""What use cases of trainings must know of the portal they work in."""

from __future__ import annotations

from core.settings import load_settings
from trainings.facts import House


def house() -> House:
    settings = load_settings()
    return House(settings.mail_from, settings.public_url, settings.language, settings.state)
