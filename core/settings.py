"""The portal's settings: one object, read once from `LOTSE_*` in the environment or from a file `.env`."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from core.people.roles import OPENABLE, Right, Role

PREFIX = "LOTSE_"
SECRETS = frozenset({"database_url", "secret", "oidc_client_secret", "proxy_secret", "smtp_password"})
OPEN_WORDS = {"ask": Right.ASK, "library": Right.READ_LIBRARY}
NOTHING = "nothing"


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
    reranker: Path | None = None
    embed_threads: int = Field(default=0, ge=0)
    answer_threshold: float = Field(default=0.58, ge=0, le=1)
    tesseract_languages: str = "deu+eng"
    whisper_model: str | None = None
    max_file_mb: int = Field(default=100, ge=1)
    max_media_mb: int = Field(default=2048, ge=1)
    max_unpacked_mb: int = Field(default=400, ge=1)
    max_pages: int = Field(default=5000, ge=1)
    max_seconds_per_file: float = Field(default=120, gt=0)
    max_memory_mb: int = Field(default=2048, ge=256)
    readers: int = Field(default=2, ge=1)
    public_url: str = "http://localhost:8501"
    secret: str | None = Field(default=None, repr=False, min_length=32)
    demo: bool = False
    open: str | None = None
    local_accounts: bool = True
    oidc_metadata_url: str | None = None
    oidc_client_id: str | None = None
    oidc_client_secret: str | None = Field(default=None, repr=False)
    oidc_name: str | None = None
    oidc_role_claim: str | None = None
    oidc_roles: str | None = None
    oidc_school_claim: str | None = None
    proxy_email_header: str | None = None
    proxy_secret: str | None = Field(default=None, repr=False, min_length=32)
    smtp_host: str | None = None
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str | None = None
    smtp_password: str | None = Field(default=None, repr=False)
    mail_from: str = "lotse@localhost"
    state: Literal[
        "BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"
    ] = "ST"
    deliveries_folder: Path | None = None
    operator: str | None = None
    contact: str | None = None
    privacy_contact: str | None = None
    keep_people_months: int = Field(default=24, ge=1)
    keep_audit_months: int = Field(default=24, ge=1)
    keep_feedback_months: int = Field(default=24, ge=1)

    @property
    def database(self) -> str:
        """The database's address: the one given, or SQLite in the home folder."""
        return self.database_url or f"sqlite:///{(self.home / 'lotse.sqlite').resolve()}"

    @property
    def opened(self) -> frozenset[Right]:
        """What may be used without signing in; where the setting says nothing, all that can be in a
        demonstration, and nothing otherwise."""
        if self.open is None:
            return OPENABLE if self.demo else frozenset()
        return frozenset(OPEN_WORDS[word] for word in _words(self.open) if word != NOTHING)

    @property
    def secure(self) -> bool:
        """Whether people reach the portal through TLS, so that cookies may insist on it."""
        return self.public_url.startswith("https://")

    @field_validator("open")
    @classmethod
    def _can_be_opened(cls, wanted: str | None) -> str | None:
        if wanted is not None and not set(_words(wanted)) <= {*OPEN_WORDS, NOTHING}:
            raise ValueError(
                f"can hold {', '.join(OPEN_WORDS)}, or {NOTHING}; what is personal is never open"
            )
        return wanted

    @field_validator("public_url")
    @classmethod
    def _address_of_the_portal(cls, address: str) -> str:
        parts = urlsplit(address)
        if (
            parts.scheme not in {"http", "https"}
            or not parts.hostname
            or parts.path.strip("/")
            or parts.query
        ):
            raise ValueError("should look like https://lotse.example.org, without a path")
        return address.rstrip("/")

    @field_validator("oidc_roles")
    @classmethod
    def _roles_of_claims(cls, table: str | None) -> str | None:
        if table is not None and any(role not in set(Role) for _, role in pairs(table)):
            raise ValueError(f"should look like Lehrer=teacher, Leitung=head; roles: {', '.join(Role)}")
        return table

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for together in (
            ("oidc_metadata_url", "oidc_client_id", "oidc_client_secret"),
            ("proxy_email_header", "proxy_secret"),
        ):
            missing = [field for field in together if getattr(self, field) is None]
            if missing and len(missing) < len(together):
                raise ValueError(f"{' and '.join(PREFIX + f.upper() for f in missing)} must be set too")
        return self

    @field_validator("home", "reranker", "deliveries_folder")
    @classmethod
    def _under_the_users_home(cls, folder: Path | None) -> Path | None:
        return folder.expanduser() if folder else None

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
        faults += [_fault(each["loc"], each["input"], each["msg"]) for each in error.errors()]
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


def pairs(table: str) -> list[tuple[str, str]]:
    """ "a=b, c=d" as pairs; what has no "=" is paired with nothing."""
    cells = (entry.partition("=") for entry in table.split(",") if entry.strip())
    return [(left.strip(), right.strip()) for left, _, right in cells]


def _words(listed: str) -> list[str]:
    return [word.strip().lower() for word in listed.split(",") if word.strip()]


def _fault(location: tuple[int | str, ...], value: object, message: str) -> str:
    reason = message.removeprefix("Value error, ").removeprefix("Input ")
    if not location:  # settings that do not fit together: the reason names them, the values stay untold
        return reason
    field = str(location[0])
    shown = "" if field in SECRETS else f"={value}"
    return f"{PREFIX}{field.upper()}{shown}: {reason}"


def _backend(address: str) -> str:
    try:
        return make_url(address).get_backend_name()
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        return ""
