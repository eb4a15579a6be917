"""The portal's settings: one object, read once from `LOTSE_*` in the environment or from a file `.env`."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from dotenv import dotenv_values
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "LOTSE_"
SECRETS = frozenset({"database_url"})


class SettingsRefused(Exception):
    """Settings are unknown or badly written; `str(error)` has a line for each: its name and the reason."""


class Settings(BaseModel):
    """Every setting with its default; `.env.example` says what each is for.

    The environment's name is the field's in capitals behind `LOTSE_`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    home: Path = Path("var")
    database_url: str | None = Field(default=None, repr=False)
    language: Literal["de", "en"] = "de"
    embedder: str | None = None
    embed_threads: int = Field(default=0, ge=0)
    answer_threshold: float = Field(default=0.5, ge=0, le=1)
    tesseract_languages: str = "deu+eng"
    whisper_model: str | None = None
    max_file_mb: int = Field(default=100, ge=1)
    max_media_mb: int = Field(default=2048, ge=1)
    max_unpacked_mb: int = Field(default=400, ge=1)
    max_pages: int = Field(default=5000, ge=1)
    max_seconds_per_file: float = Field(default=120, gt=0)
    max_memory_mb: int = Field(default=2048, ge=256)
    readers: int = Field(default=2, ge=1)

    @property
    def database(self) -> str:
        """The database's address: the one given, or SQLite in the home folder."""
        return self.database_url or f"sqlite:///{(self.home / 'lotse.sqlite').resolve()}"

    @field_validator("home")
    @classmethod
    def _under_the_users_home(cls, home: Path) -> Path:
        return home.expanduser()

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, address: str | None) -> str | None:
        if address is not None and _backend(address) not in {"sqlite", "postgresql"}:
            raise ValueError(
                "should look like sqlite:////path/file.sqlite or postgresql://user:password@host/name"
            )
        return address


def load_settings(environ: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")) -> Settings:
    """The settings from `.env` and the environment (which wins); an empty value means the default.

    Raises SettingsRefused with every fault at once.
    """
    given = _ours(_from_file(env_file)) | _ours(os.environ if environ is None else environ)
    known = {PREFIX + field.upper(): field for field in Settings.model_fields}
    faults = [_unknown(name, known) for name in given if name not in known]
    values = {known[name]: value for name, value in given.items() if name in known and value}
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        faults += [_refused(str(each["loc"][0]), each["input"], each["msg"]) for each in error.errors()]
    if faults:
        raise SettingsRefused("\n".join(faults))
    return settings


def _from_file(env_file: Path | None) -> Mapping[str, str | None]:
    if env_file is None or not env_file.is_file():
        return {}
    try:
        return dotenv_values(env_file, interpolate=False, encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SettingsRefused(f"{env_file}: is not written in UTF-8; please save it as UTF-8") from error


def _ours(values: Mapping[str, str | None]) -> dict[str, str]:
    return {name: (value or "").strip() for name, value in values.items() if name.startswith(PREFIX)}


def _unknown(name: str, known: Iterable[str]) -> str:
    fields = [other.removeprefix(PREFIX) for other in known]
    close = difflib.get_close_matches(name.removeprefix(PREFIX).upper(), fields, 1)
    return f"{name}: there is no such setting" + (f"; did you mean {PREFIX}{close[0]}?" if close else "")


def _refused(field: str, value: object, message: str) -> str:
    shown = "" if field in SECRETS else f"={value}"
    reason = message.removeprefix("Value error, ").removeprefix("Input ")
    return f"{PREFIX}{field.upper()}{shown}: {reason}"


def _backend(address: str) -> str:
    try:
        return make_url(address).get_backend_name()
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        return ""
