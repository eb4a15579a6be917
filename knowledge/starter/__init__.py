"""The small library that ships with the portal, and what builds its PDF, DOCX and video."""

from __future__ import annotations

from pathlib import Path

STARTER_LIBRARY: Path = Path(__file__).resolve().parent / "library"
