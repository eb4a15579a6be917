"""One document into the library: cut, embedded, written in one transaction, the old version out with the new
one in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.database import Database
from knowledge.audience import Audience
from knowledge.devices import devices_in
from knowledge.embedding.protocol import Embeds
from knowledge.folder import FoundFile
from knowledge.kinds import KIND_OF_SUFFIX, DocumentKind
from knowledge.media import KEPT, keep
from knowledge.passages import Passage, context, cut
from knowledge.plan import Task
from knowledge.publishing import note_change
from knowledge.reading.facts import Facts
from knowledge.reading.section import Reading
from knowledge.stored import store_audience, store_blocks, store_facts, store_vector
from knowledge.tables import DocumentRow, PassageRow, QuestionRow, SectionRow

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that was read and cut, not yet written."""

    file: FoundFile
    fingerprint: str
    audience: Audience
    source: str
    reading: Reading
    passages: tuple[Passage, ...]

    @property
    def kind(self) -> DocumentKind:
        return KIND_OF_SUFFIX[self.file.path.suffix.lower()]


def prepare(task: Task, source: str, reading: Reading, embedder: Embeds) -> Draft:
    """Cuts a reading into passages."""
    passages = tuple(cut(reading, embedder.count_tokens))
    return Draft(task.file, task.fingerprint, task.audience, source, reading, passages)


def embed(drafts: Sequence[Draft], embedder: Embeds) -> Iterator[tuple[Draft, Vectors]]:
    """Each draft with its vectors, those of its passages and then those of its questions, shape (both,
    dimensions); all of a kind are embedded in one go."""
    texts = [_embedded_text(draft.reading, passage) for draft in drafts for passage in draft.passages]
    vectors = embedder.embed_passages(texts)
    questions = embedder.embed_questions(
        [asked for draft in drafts for asked in draft.reading.facts.questions]
    )
    start = first = 0
    for draft in drafts:
        asked = questions[first : first + len(draft.reading.facts.questions)]
        yield draft, np.vstack([vectors[start : start + len(draft.passages)], asked])
        start += len(draft.passages)
        first += len(asked)


def _embedded_text(reading: Reading, passage: Passage) -> str:
    path = reading.sections[passage.section].heading_path
    return f"{context(reading.title, path)}\n{passage.text}"


def write(database: Database, media: Path, draft: Draft, vectors: Vectors, model: str) -> None:
    """New in and old out in one transaction; the document's own file is kept before."""
    row = make_row(media, draft, vectors, model)
    with database.write.begin() as db:
        put(db, row)


def make_row(media: Path, draft: Draft, vectors: Vectors, model: str) -> DocumentRow:
    """What `put` writes; the document's own file is kept."""
    digest = draft.fingerprint.partition(":")[0]
    original = keep(draft.file.path, digest, media) if draft.kind in KEPT else None
    return _document(draft, vectors, model, original)


def put(db: Session, row: DocumentRow) -> None:
    """Puts the document into the library, in the place of its earlier version."""
    _replace(db, row)
    note_change(db)


def _replace(db: Session, row: DocumentRow) -> None:
    # The number stays: answers that are still on a screen name the document by it. The database's own cascade
    # takes sections and passages out.
    same = (DocumentRow.source == row.source, DocumentRow.name == row.name)
    known = db.scalar(select(DocumentRow.id).where(*same))
    db.execute(delete(DocumentRow).where(*same))
    if known is not None:
        row.id = known
    db.add(row)


def _document(draft: Draft, vectors: Vectors, model: str, original: str | None) -> DocumentRow:
    reading = draft.reading
    rows = [
        SectionRow(
            number=number, heading_path=list(section.heading_path), blocks=store_blocks(section.blocks)
        )
        for number, section in enumerate(reading.sections)
    ]
    for passage, vector in zip(draft.passages, vectors, strict=False):
        section = rows[passage.section]
        section.passages.append(_passage(len(section.passages), passage, vector, model))
    return DocumentRow(
        source=draft.source,
        name=draft.file.name,
        fingerprint=draft.fingerprint,
        title=reading.title,
        kind=draft.kind.value,
        language=reading.language,
        date=reading.date,
        pages=reading.pages,
        duration=reading.duration,
        original=original,
        subtitles=reading.subtitles,
        translations=dict(reading.translations),
        notices=list(reading.notices),
        audience=store_audience(draft.audience),
        facts=store_facts(_facts(reading)),
        sections=rows,
        questions=_questions(vectors[len(draft.passages) :], model),
    )


def _questions(vectors: Vectors, model: str) -> list[QuestionRow]:
    stored = map(store_vector, vectors)
    return [QuestionRow(number=number, model=model, vector=vector) for number, vector in enumerate(stored)]


def _facts(reading: Reading) -> Facts:
    """Where nobody says which devices a document is about, its title does."""
    return replace(reading.facts, devices=reading.facts.devices or devices_in(reading.title))


def _passage(number: int, passage: Passage, vector: Vectors, model: str) -> PassageRow:
    return PassageRow(
        number=number,
        first_block=passage.first_block,
        last_block=passage.last_block,
        text=passage.text,
        page=passage.page,
        seconds=passage.seconds,
        model=model,
        vector=store_vector(vector),
    )
