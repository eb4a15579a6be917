"""The library in the database: documents, sections, passages with their vectors, and the library's version
number."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.database import Base, Moment


class DocumentRow(Base):
    """`source` is the folder it came from ("own", "starter"), `name` its path in there. `fingerprint` stands
    for content, reader and model: another one means that the document must be read anew. `original` is the
    file's name in the media folder. `audience` is who may read it and `facts` what it is about, as
    knowledge.stored writes them."""

    __tablename__ = "documents"
    # A number is never given twice: without this SQLite hands out those of removed documents again.
    __table_args__ = (UniqueConstraint("source", "name"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(1000))
    fingerprint: Mapped[str] = mapped_column(String(300))
    title: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    language: Mapped[str | None] = mapped_column(String(10))
    date: Mapped[date | None]
    pages: Mapped[int | None]
    duration: Mapped[float | None]
    original: Mapped[str | None] = mapped_column(String(100))
    subtitles: Mapped[str | None] = mapped_column(Text)
    translations: Mapped[dict[str, str]] = mapped_column(JSON, server_default="{}")
    notices: Mapped[list[str]] = mapped_column(JSON)
    audience: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, server_default="{}")
    sections: Mapped[list[SectionRow]] = relationship(cascade="all, delete-orphan", passive_deletes=True)
    questions: Mapped[list[QuestionRow]] = relationship(cascade="all, delete-orphan", passive_deletes=True)


class SectionRow(Base):
    """A section; `blocks` is its text as knowledge.stored reads and writes it."""

    __tablename__ = "sections"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    number: Mapped[int]
    heading_path: Mapped[list[str]] = mapped_column(JSON)
    blocks: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    passages: Mapped[list[PassageRow]] = relationship(cascade="all, delete-orphan", passive_deletes=True)


class PassageRow(Base):
    """A piece of a section that is searched; `vector` is float32, made by `model`."""

    __tablename__ = "passages"
    __table_args__ = (UniqueConstraint("section_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    section_id: Mapped[int] = mapped_column(ForeignKey("sections.id", ondelete="CASCADE"))
    number: Mapped[int]
    first_block: Mapped[int]
    last_block: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    page: Mapped[int | None]
    seconds: Mapped[float | None]
    model: Mapped[str] = mapped_column(String(200))
    vector: Mapped[bytes] = mapped_column(LargeBinary)


class UploadRow(Base):
    """A version of a document that somebody uploaded; the one that is live stands in `documents` too, under
    the source "upload" and the same name. `folder` holds its files, `replaces_…` is the document in whose
    place it stands and whose printed codes lead to it. `title`, `facts` and `audience` were set by whoever
    published it. knowledge.upload_versions says which `state` means what."""

    __tablename__ = "uploads"
    __table_args__ = (
        UniqueConstraint("name", "number"),
        CheckConstraint("(replaces_source is null) = (replaces_name is null)", name="replaced_is_whole"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(300))
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(20))
    folder: Mapped[str] = mapped_column(String(32), unique=True)
    replaces_source: Mapped[str | None] = mapped_column(String(100))
    replaces_name: Mapped[str | None] = mapped_column(String(1000))
    title: Mapped[str] = mapped_column(Text)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    audience: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(Moment)


class QuestionRow(Base):
    """A question that a document says it answers; `vector` is float32, made by `model`."""

    __tablename__ = "questions"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    number: Mapped[int]
    model: Mapped[str] = mapped_column(String(200))
    vector: Mapped[bytes] = mapped_column(LargeBinary)


class LibraryRow(Base):
    """`changes` moves with every document that comes, goes or changes; `version` is set to it when a sync has
    finished. A portal
    builds its index anew when `version` moves."""

    __tablename__ = "library"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    changes: Mapped[int]
    version: Mapped[int]
