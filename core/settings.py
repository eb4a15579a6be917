"""The portal's settings: one object, read once from `LOTSE_*` in the environment or from a file `.env`."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from pydantic import BaseModel, ConfigDict, Field, ValidationError

PREFIX = "LOTSE_"


class SettingsRefused(Exception):
    """One or more settings are unknown or badly written; `str(error)` has a line for each, with its name and the reason."""


class Settings(BaseModel):
    """Every setting with its default. The environment's name is the field's in capitals behind `LOTSE_`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Path("var")
    database_url: str | None = None
    language: str = Field("de", pattern="^(de|en)$")
    embedder: str | None = None
    embed_threads: int = Field(0, ge=0)
    answer_threshold: float = Field(0.5, ge=0, le=1)
    tesseract_languages: str = "deu+eng"
    whisper_model: str | None = None
    max_file_mb: int = Field(100, ge=1)
    max_media_mb: int = Field(2048, ge=1)
    max_unpacked_mb: int = Field(400, ge=1)
    max_pages: int = Field(5000, ge=1)
    max_seconds_per_file: float = Field(120, gt=0)
    max_memory_mb: int = Field(2048, ge=256)
    readers: int = Field(2, ge=1)

    @property
    def database(self) -> str:
        """The database's address: the one given, or SQLite in the home folder."""
        return self.database_url or f"sqlite:///{(self.home / 'lotse.sqlite').resolve()}"


def load_settings(environ: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")) -> Settings:
    """The settings from `.env` and the environment (which wins). Raises SettingsRefused with every fault at once."""
    from_file = dotenv_values(env_file) if env_file and env_file.is_file() else {}
    merged = {**from_file, **(os.environ if environ is None else environ)}
    given = {name: value for name, value in merged.items() if name.startswith(PREFIX) and value}
    values: dict[str, Any] = {name.removeprefix(PREFIX).lower(): value for name, value in given.items()}
    faults = [_unknown(name) for name in values if name not in Settings.model_fields]
    try:
        settings = Settings.model_validate({k: v for k, v in values.items() if k in Settings.model_fields})
    except ValidationError as error:
        faults += [f"{PREFIX}{str(e['loc'][0]).upper()}={e['input']!r}: {e['msg']}" for e in error.errors()]
    if faults:
        raise SettingsRefused("\n".join(faults))
    return settings


def _unknown(name: str) -> str:
    known = [PREFIX + field.upper() for field in Settings.model_fields]
    close = difflib.get_close_matches(PREFIX + name.upper(), known, 1)
    meant = f"; did you mean {close[0]}?" if close else ""
    return f"{PREFIX}{name.upper()}: there is no such setting{meant}"
