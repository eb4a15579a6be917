"""The portal's address as it is written on paper."""

from __future__ import annotations

from starlette.requests import Request

from core.settings import load_settings


def public_root(seen: str) -> str:
    """Where everyone reaches the portal: the address of the settings, else the one that a browser sees."""
    settings = load_settings()
    stated = "public_url" in settings.model_fields_set
    return settings.public_url if stated else seen.rstrip("/")


def root_of(request: Request) -> str:
    return public_root(f"{request.url.scheme}://{request.url.netloc}")
