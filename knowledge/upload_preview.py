"""What to look at before an upload goes live: what is missing in it, and how a search would find it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.embedding.protocol import Embeds
from knowledge.kinds import RECORDINGS, DocumentKind
from knowledge.passages import Passage, context, cut
from knowledge.reading.section import Reading
from knowledge.upload_reading import Preview
from knowledge.writing import Vectors

LITTLE = 200  # letters
WITHOUT_HEADINGS = RECORDINGS | {DocumentKind.TRANSCRIPT}


class Problem(StrEnum):
    """What makes a document harder to find, although it was read."""

    NO_HEADINGS = "no_headings"
    LITTLE_TEXT = "little_text"


@dataclass(frozen=True, slots=True)
class Searchable:
    """An upload's passages with their vectors, to try questions on."""

    reading: Reading
    passages: tuple[Passage, ...]
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Hit:
    """The passage that suits a question best; `similarity` is the cosine."""

    heading_path: tuple[str, ...]
    text: str
    page: int | None
    seconds: float | None
    similarity: float


def problems(preview: Preview) -> tuple[Problem, ...]:
    reading = preview.reading
    letters = sum(
        len(item) for section in reading.sections for block in section.blocks for item in block.items
    )
    headings = any(section.heading_path for section in reading.sections)
    found = (
        (Problem.NO_HEADINGS, not headings and preview.kind not in WITHOUT_HEADINGS),
        (Problem.LITTLE_TEXT, letters < LITTLE),
    )
    return tuple(problem for problem, holds in found if holds)


def searchable(preview: Preview, embedder: Embeds) -> Searchable:
    """Cuts and embeds an upload as publishing it would."""
    reading = preview.reading
    passages = tuple(cut(reading, embedder.count_tokens))
    texts = [
        f"{context(reading.title, reading.sections[passage.section].heading_path)}\n{passage.text}"
        for passage in passages
    ]
    return Searchable(reading, passages, embedder.embed_passages(texts))


def best_passage(upload: Searchable, question: str, embedder: Embeds) -> Hit:
    similarity = upload.vectors @ embedder.embed_question(question)
    best = int(similarity.argmax())
    passage = upload.passages[best]
    path = upload.reading.sections[passage.section].heading_path
    return Hit(path, passage.text, passage.page, passage.seconds, float(similarity[best]))
