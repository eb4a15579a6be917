"""What a sync works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from core.database import Database
from knowledge.embedding.protocol import Embeds
from knowledge.reading.limits import Limits, Recognition


@dataclass(frozen=True, slots=True)
class Workshop:
    """The database, the model and the home folder of one portal, and how its files are read."""

    database: Database
    embedder: Embeds
    home: Path
    limits: Limits = field(default_factory=Limits)
    recognition: Recognition = field(default_factory=Recognition)
    readers: int = 2

    @property
    def media(self) -> Path:
        return self.home / "media"

    @property
    def uploads(self) -> Path:
        return self.home / "uploads"

    def lock(self) -> FileLock:
        self.home.mkdir(parents=True, exist_ok=True)
        return FileLock(self.home / "sync.lock")
