"""What the assistant says: an answer with numbered citations, or that nothing was found, or that the library
is empty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.kinds import DocumentKind
from knowledge.reading.section import Block


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. `heading` is the whole path, joined with " > "; `score` only orders hits of
    one question."""

    document: str
    heading: str
    page: int | None
    seconds: float | None
    score: float
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the library, numbered from 1 within its answer.

    `page` is a page of a PDF or a slide, `seconds` a moment of a recording. `blocks` is the place as readable
    text; `marked` are the sentences, steps or rows that matter, each verbatim a part of one item of `blocks`.
    `date` is the document's own, if it has one. The codes are short addresses (knowledge.codes);
    `block` is the number of the block that decided within its section.
    """

    number: int
    document_id: int
    document: str
    title: str
    kind: DocumentKind
    heading_path: tuple[str, ...]
    page: int | None
    seconds: float | None
    date: date | None
    blocks: tuple[Block, ...]
    marked: tuple[str, ...]
    document_code: str = ""
    section_code: str = ""
    block: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """`blocks` are the document's own words that answer: a whole list of steps, a table, or the sentences
    with their surroundings; `marked` are the answering sentences within them (empty when the whole of
    `blocks` is the answer). They come from `citations[0]`; up to four more places follow. `confidence` is the
    calibrated probability that the library holds the answer.

    Where the search was narrowed: `outside` says that nothing within the narrowing answers and all of this
    comes from beyond it; `elsewhere` is a place beyond it that answers clearly better than `citations[0]`.

    `meant` is the question as it was understood with the earlier ones; "" where it stood alone."""

    question: str
    language: str
    blocks: tuple[Block, ...]
    marked: tuple[str, ...]
    citations: tuple[Citation, ...]
    confidence: float
    outside: bool = False
    elsewhere: Citation | None = None
    meant: str = ""


@dataclass(frozen=True, slots=True)
class NothingFound:
    """No place answers well enough; `nearest` are the closest ones, to be shown as "not sure"."""

    question: str
    language: str
    nearest: tuple[Citation, ...]
    confidence: float
    meant: str = ""


@dataclass(frozen=True, slots=True)
class EmptyLibrary:
    """There is nothing to search in yet."""

    question: str
    language: str


Reply = Answer | NothingFound | EmptyLibrary
