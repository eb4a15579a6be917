"""The library to look around in: its documents, and one of them whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.codes import section_codes
from knowledge.reading.section import Block
from knowledge.stored import load_blocks
from knowledge.tables import SectionRow
from retriever.snapshot import IndexedDocument
from retriever.view import View


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of a document with its short code."""

    code: str
    heading_path: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def page(self) -> int | None:
        return next((block.page for block in self.blocks if block.page is not None), None)

    @property
    def seconds(self) -> float | None:
        return next((block.seconds for block in self.blocks if block.seconds is not None), None)


@dataclass(frozen=True, slots=True)
class Manual:
    """A document whole, as its own page shows it."""

    document: IndexedDocument
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a short code leads: a document, or one of its sections."""

    document: IndexedDocument
    section: str | None


def documents(view: View) -> tuple[IndexedDocument, ...]:
    """What the reader may read, each document once, by title."""
    found = {view.passage(number).section.document.id: number for number in range(len(view))}
    each = (view.passage(number).section.document for number in found.values())
    return by_title(each)


def by_title(each: Iterable[IndexedDocument]) -> tuple[IndexedDocument, ...]:
    return tuple(sorted(each, key=lambda document: (document.title.casefold(), document.name)))


def target(view: View, code: str) -> Target | None:
    """The place that a short code names, if the reader may read it."""
    document = view.coded(code)
    if document is None:
        return None
    return Target(document, None if code == document.code else code)


def manual(db: Session, document: IndexedDocument) -> Manual:
    """All sections of a document, also those that are only headings."""
    columns = (SectionRow.heading_path, SectionRow.blocks)
    rows = db.execute(
        select(*columns).where(SectionRow.document_id == document.id).order_by(SectionRow.number)
    ).all()
    codes = section_codes(document.code, (row.heading_path for row in rows))
    chapters = (
        Chapter(code, tuple(row.heading_path), load_blocks(row.blocks))
        for code, row in zip(codes, rows, strict=True)
    )
    return Manual(document, tuple(chapters))
