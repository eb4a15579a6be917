"""How much a reader may take from one file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for reading one file; the defaults suit a city's library and stand in the settings.

    `file_bytes` holds for documents, `media_bytes` for recordings, `unpacked_bytes` for the whole content of
    zip-based formats, `seconds` is the time one file may take, `memory_bytes` what the reading process may
    use.
    """

    file_bytes: int = 100 * 2**20
    media_bytes: int = 2 * 2**30
    unpacked_bytes: int = 400 * 2**20
    pages: int = 5_000
    seconds: float = 120.0
    memory_bytes: int = 2 * 2**30


@dataclass(frozen=True, slots=True)
class Recognition:
    """The optional tools. `tesseract_languages` is handed to Tesseract (where the program is found);
    `whisper_model` is a folder or name of a faster-whisper model, None to leave speech alone."""

    tesseract_languages: str = "deu+eng"
    whisper_model: str | None = None
