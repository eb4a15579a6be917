"""The library as one state in memory: what is searched, and what answers are made of. Never changed, only
replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.audience import Audience
from knowledge.kinds import DocumentKind
from knowledge.passages import context
from knowledge.publishing import version
from knowledge.reading.section import Block
from knowledge.stored import load_audience, load_blocks, load_vectors
from knowledge.tables import DocumentRow, PassageRow, SectionRow


class ModelMismatch(Exception):
    """The library's vectors were made by another model than the one that would embed the questions."""

    def __init__(self, stored: str, configured: str) -> None:
        super().__init__(
            f"The library's vectors were made with {stored}, but the model in use is {configured}. "
            f"Run 'python manage.py sync FOLDER' once with the new model, or set LOTSE_EMBEDDER back."
        )


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    id: int
    name: str
    title: str
    kind: DocumentKind
    language: str | None
    date: date | None
    audience: Audience


@dataclass(frozen=True, slots=True)
class IndexedSection:
    """`stored_blocks` become Blocks only for the few sections that are shown."""

    document: IndexedDocument
    heading_path: tuple[str, ...]
    stored_blocks: Sequence[Mapping[str, Any]]

    @property
    def blocks(self) -> tuple[Block, ...]:
        return load_blocks(self.stored_blocks)

    @property
    def context(self) -> str:
        return context(self.document.title, self.heading_path)


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    section: IndexedSection
    number: int
    first_block: int
    last_block: int
    text: str
    page: int | None
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`vectors` has shape (passages, dimensions); row i belongs to `passages[i]`."""

    version: int
    documents: int
    passages: tuple[IndexedPassage, ...]
    vectors: NDArray[np.float32]


def load_snapshot(db: Session, model: str, dimensions: int) -> Snapshot:
    """Reads the whole library that `model` has embedded. Raises ModelMismatch where it has embedded none of
    it."""
    number = version(db)
    documents = {row.id: _document(row) for row in db.scalars(select(DocumentRow))}
    sections = _sections(db, documents)
    rows = db.execute(_passages_of(model)).all()
    if not rows:
        _refuse_other_model(db, model)
    passages = tuple(IndexedPassage(sections[row.section_id], *row[1:-1]) for row in rows)
    shown = {passage.section.document.id for passage in passages}
    vectors = load_vectors([row.vector for row in rows], dimensions)
    return Snapshot(number, len(shown), passages, vectors)


def _document(row: DocumentRow) -> IndexedDocument:
    audience = load_audience(row.audience)
    kind = DocumentKind(row.kind)
    return IndexedDocument(row.id, row.name, row.title, kind, row.language, row.date, audience)


def _sections(db: Session, documents: Mapping[int, IndexedDocument]) -> dict[int, IndexedSection]:
    rows = db.execute(
        select(SectionRow.id, SectionRow.document_id, SectionRow.heading_path, SectionRow.blocks)
    )
    return {
        row.id: IndexedSection(documents[row.document_id], tuple(row.heading_path), row.blocks)
        for row in rows
    }


def _passages_of(model: str) -> Any:
    columns = (
        PassageRow.section_id,
        PassageRow.number,
        PassageRow.first_block,
        PassageRow.last_block,
        PassageRow.text,
        PassageRow.page,
        PassageRow.seconds,
        PassageRow.vector,
    )
    order = (SectionRow.document_id, SectionRow.number, PassageRow.number)
    return select(*columns).join(SectionRow).where(PassageRow.model == model).order_by(*order)


def _refuse_other_model(db: Session, model: str) -> None:
    stored = db.scalar(select(func.min(PassageRow.model)))
    if stored is not None:
        raise ModelMismatch(stored, model)
