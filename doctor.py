"""What is ready on this machine and what is missing, for whoever runs the portal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from core.database import open_database
from core.settings import Settings
from knowledge.tables import DocumentRow, LibraryRow, PassageRow


def examine(settings: Settings) -> Iterator[str]:
    """One line for each finding; nothing is changed and no model is loaded."""
    yield f"home: {settings.home.resolve()}"
    yield f"free disk space: {_free_gigabytes(settings)} GB"
    yield from _library(settings)
    yield f"model: {settings.embedder or 'built in'}"
    yield _tool("Tesseract, reads scanned PDFs", shutil.which("tesseract") is not None)
    speech = find_spec("faster_whisper") is not None and settings.whisper_model is not None
    yield _tool("speech recognition, transcribes recordings without subtitles", speech)


def _free_gigabytes(settings: Settings) -> int:
    folder = settings.home.resolve()
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free // 2**30


def _library(settings: Settings) -> Iterator[str]:
    database = open_database(settings.database)
    try:
        with database.read() as db:
            documents = db.scalar(select(func.count()).select_from(DocumentRow))
            passages = db.scalar(select(func.count()).select_from(PassageRow))
            changes, version = db.execute(select(LibraryRow.changes, LibraryRow.version)).one()
        yield f"library: {documents} documents, {passages} passages"
        if changes != version:
            yield "library: the last sync did not finish; run 'python manage.py sync FOLDER' again"
    except SQLAlchemyError:
        yield "database: not ready; run 'python manage.py prepare'"
    finally:
        database.close()


def _tool(name: str, there: bool) -> str:
    return f"{name}: {'ready' if there else 'not set up (optional)'}"
