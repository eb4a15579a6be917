"""The library as one state in memory: what is searched, and what answers are made of. Never changed, only
replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.audience import Audience
from knowledge.codes import document_code, section_codes
from knowledge.kinds import DocumentKind
from knowledge.passages import context
from knowledge.publishing import version
from knowledge.reading.facts import NO_FACTS, Facts
from knowledge.reading.section import Block
from knowledge.stored import load_audience, load_blocks, load_facts, load_vectors
from knowledge.tables import DocumentRow, PassageRow, QuestionRow, SectionRow
from knowledge.upload_versions import UPLOAD, Place, replacements
from retriever.question import language


class ModelMismatch(Exception):
    """The library's vectors were made by another model than the one that would embed the questions."""

    def __init__(self, stored: str, configured: str) -> None:
        super().__init__(
            f"The library's vectors were made with {stored}, but the model in use is {configured}. "
            f"Run 'python manage.py sync FOLDER' once with the new model, or set LOTSE_EMBEDDER back."
        )


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """`language` is the one that is stated, `spoken` that of its first words (twins.language_of). `replaces`
    is the document in whose place an upload stands (source and name)."""

    id: int
    name: str
    title: str
    kind: DocumentKind
    language: str | None
    date: date | None
    audience: Audience
    source: str = ""
    facts: Facts = NO_FACTS
    pages: int | None = None
    duration: float | None = None
    replaces: Place | None = None
    spoken: str = "de"

    @property
    def code(self) -> str:
        """Its short code (knowledge.codes): that of the document in whose place it stands, so that what is
        printed on paper leads to it."""
        return document_code(*(self.replaces or (self.source, self.name)))


@dataclass(frozen=True, slots=True)
class IndexedSection:
    """`stored_blocks` become Blocks only for the few sections that are shown."""

    document: IndexedDocument
    heading_path: tuple[str, ...]
    stored_blocks: Sequence[Mapping[str, Any]]
    code: str = ""

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
    """`vectors` has shape (passages, dimensions); row i belongs to `passages[i]`. `asked` are the vectors of
    the questions that documents say they answer, `asked_of` the numbers of those documents. `codes` leads
    from the short codes of documents and sections to the row of the document's first passage."""

    version: int
    documents: int
    passages: tuple[IndexedPassage, ...]
    vectors: NDArray[np.float32]
    asked: NDArray[np.float32]
    asked_of: tuple[int, ...]
    codes: Mapping[str, int]


def load_snapshot(db: Session, model: str, dimensions: int) -> Snapshot:
    """Reads the whole library that `model` has embedded. Raises ModelMismatch where it has embedded none of
    it."""
    number = version(db)
    rows = db.execute(_passages_of(model)).all()
    if not rows:
        _refuse_other_model(db, model)
    documents = _documents(db, {row.document_id: row.text for row in reversed(rows)})
    sections = _sections(db, documents)
    rows = [row for row in rows if row.document_id in documents]
    passages = tuple(IndexedPassage(sections[row.section_id], *row[2:-1]) for row in rows)
    first = {row.document_id: number for number, row in reversed(list(enumerate(rows)))}
    codes = _codes(documents, sections.values(), first)
    vectors = load_vectors([row.vector for row in rows], dimensions)
    asked = db.execute(_questions_of(model)).all()
    questions = load_vectors([row.vector for row in asked], dimensions)
    asked_of = tuple(row.document_id for row in asked)
    return Snapshot(number, len(first), passages, vectors, questions, asked_of, codes)


def _codes(
    documents: Mapping[int, IndexedDocument], sections: Iterable[IndexedSection], first: Mapping[int, int]
) -> dict[str, int]:
    """Worked out once, because each code is a hash."""
    of_sections = {each.code: first[each.document.id] for each in sections if each.document.id in first}
    return of_sections | {documents[number].code: row for number, row in first.items()}


def _documents(db: Session, first_words: Mapping[int, str]) -> dict[int, IndexedDocument]:
    """All but those that an upload stands in for."""
    replaced = replacements(db)
    place_of = {(UPLOAD, name): place for place, name in replaced.items()}
    return {
        row.id: _document(row, place_of.get((row.source, row.name)), first_words.get(row.id, ""))
        for row in db.scalars(select(DocumentRow))
        if (row.source, row.name) not in replaced
    }


def _document(row: DocumentRow, replaces: Place | None, first_words: str) -> IndexedDocument:
    audience = load_audience(row.audience)
    kind = DocumentKind(row.kind)
    facts = load_facts(row.facts)
    return IndexedDocument(
        row.id,
        row.name,
        row.title,
        kind,
        row.language,
        row.date,
        audience,
        row.source,
        facts,
        row.pages,
        row.duration,
        replaces,
        language(first_words),
    )


def _sections(db: Session, documents: Mapping[int, IndexedDocument]) -> dict[int, IndexedSection]:
    columns = (SectionRow.id, SectionRow.document_id, SectionRow.heading_path, SectionRow.blocks)
    rows = db.execute(select(*columns).order_by(SectionRow.document_id, SectionRow.number))
    sections = {}
    for number, members in groupby(rows, key=lambda row: row.document_id):
        if number not in documents:
            continue
        document, own = documents[number], list(members)
        codes = section_codes(document.code, (row.heading_path for row in own))
        for row, code in zip(own, codes, strict=True):
            sections[row.id] = IndexedSection(document, tuple(row.heading_path), row.blocks, code)
    return sections


def _passages_of(model: str) -> Any:
    columns = (
        PassageRow.section_id,
        SectionRow.document_id,
        PassageRow.number,
        PassageRow.first_block,
        PassageRow.last_block,
        PassageRow.text,
        PassageRow.page,
        PassageRow.seconds,
        PassageRow.vector,
    )
    order = (SectionRow.document_id, SectionRow.number, PassageRow.number)
    return (
        select(*columns).join_from(PassageRow, SectionRow).where(PassageRow.model == model).order_by(*order)
    )


def _questions_of(model: str) -> Any:
    columns = (QuestionRow.document_id, QuestionRow.vector)
    order = (QuestionRow.document_id, QuestionRow.number)
    return select(*columns).where(QuestionRow.model == model).order_by(*order)


def _refuse_other_model(db: Session, model: str) -> None:
    stored = db.scalar(select(func.min(PassageRow.model)))
    if stored is not None:
        raise ModelMismatch(stored, model)
