"""The one place that wires settings, database, model and index into a portal."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from core.database import Database, open_database
from core.migration import migrate
from core.settings import Settings
from knowledge.embedding.embedder import Embedder
from knowledge.embedding.protocol import Embeds
from knowledge.page_picture import NoSuchPage, page_picture
from knowledge.reading.errors import Unreadable
from knowledge.reading.limits import Limits, Recognition
from knowledge.tables import DocumentRow
from knowledge.workshop import Workshop
from retriever import feedback
from retriever.answer import Reply
from retriever.assistant import Assistant

MB = 2**20
PICTURES_KEPT = 200
# A question is short: more threads gain nothing and wait for those of NumPy and FAISS
# (benchmarks/questions.md).
THREADS_FOR_QUESTIONS = 1


@dataclass(frozen=True, slots=True)
class Original:
    """A document's own file, kept in the portal's media folder; `file_name` is what it was called in the
    library's folder."""

    path: Path
    media_type: str
    file_name: str


@dataclass(frozen=True, slots=True)
class LibraryState:
    """What the assistant answers from at the moment."""

    documents: int
    passages: int
    version: int


class Portal:
    """All that pages and the command line call. One per process, safe for threads."""

    def __init__(self, settings: Settings, database: Database, embedder: Embeds) -> None:
        self.settings = settings
        self.database = database
        self.embedder = embedder
        self.assistant = Assistant(database, embedder, settings.answer_threshold, settings.language)
        self._picture = lru_cache(maxsize=PICTURES_KEPT)(self._draw)

    def ask(self, question: str, history: Sequence[str] = ()) -> Reply:
        """Answers a question; `history` holds the earlier questions of the conversation, oldest first."""
        return self.assistant.ask(question, history)

    def library(self) -> LibraryState:
        snapshot = self.assistant.index.snapshot
        return LibraryState(snapshot.documents, len(snapshot.passages), snapshot.version)

    def original(self, document_id: int) -> Original | None:
        """The document's own file; None when it keeps none (web pages) or it is gone."""
        with self.database.read() as db:
            row = db.get(DocumentRow, document_id)
        if row is None or row.original is None:
            return None
        media_type = mimetypes.guess_type(row.original)[0] or "application/octet-stream"
        return Original(self.settings.home / "media" / row.original, media_type, Path(row.name).name)

    def page_picture(
        self, document_id: int, page: int, marked: Sequence[str], width: int = 900
    ) -> bytes | None:
        """The page of a PDF as PNG, `marked` highlighted; None where there is no such page any more."""
        found = self.original(document_id)
        if found is None or found.path.suffix != ".pdf" or not found.path.exists():
            return None
        with suppress(NoSuchPage, Unreadable):
            return self._picture(found.path, page, tuple(marked), width)
        return None

    def subtitles(self, document_id: int) -> str | None:
        """A recording's subtitles as WebVTT."""
        with self.database.read() as db:
            row = db.get(DocumentRow, document_id)
            return row.subtitles if row else None

    def keep_feedback(
        self, question: str, document: str | None, helpful: bool, reason: str | None, now: datetime
    ) -> None:
        """Keeps what someone said of an answer, without the person."""
        with self.database.write.begin() as db:
            feedback.keep_feedback(db, question, document, helpful, reason, now)

    def close(self) -> None:
        self.assistant.close()
        self.database.close()

    @staticmethod
    def _draw(path: Path, page: int, marked: tuple[str, ...], width: int) -> bytes:
        return page_picture(path, page, marked, width).png


def build_portal(settings: Settings, *, watch: bool = False) -> Portal:
    """A portal on the newest tables; with `watch` it takes over each finished sync by itself.

    Raises ModelMismatch where the library belongs to another model.
    """
    database = open_database(settings.database)
    migrate(database)
    portal = Portal(settings, database, Embedder.load(settings, threads=THREADS_FOR_QUESTIONS))
    if watch:
        portal.assistant.watch()
    return portal


def open_workshop(settings: Settings) -> Workshop:
    """What a sync needs, without the index that answers questions."""
    database = open_database(settings.database)
    migrate(database)
    return _workshop(settings, database, Embedder.load(settings))


def _workshop(settings: Settings, database: Database, embedder: Embeds) -> Workshop:
    limits = Limits(
        file_bytes=settings.max_file_mb * MB,
        media_bytes=settings.max_media_mb * MB,
        unpacked_bytes=settings.max_unpacked_mb * MB,
        pages=settings.max_pages,
        seconds=settings.max_seconds_per_file,
        memory_bytes=settings.max_memory_mb * MB,
    )
    recognition = Recognition(settings.tesseract_languages, settings.whisper_model)
    return Workshop(database, embedder, settings.home, limits, recognition, settings.readers)
