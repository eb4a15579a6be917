"""What every reader gives: a document as sections with their heading path and their place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.reading.facts import NO_FACTS, Facts


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    STEPS = "steps"
    BULLETS = "bullets"
    TABLE = "table"
    CODE = "code"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a section that is never torn apart in an answer.

    `items` are plain text without markup: one item for a paragraph, a code block or a note (speaker notes,
    warnings); one for each step or bullet, an item of an inner list indented by two blanks for each depth;
    one for each row of a table, its cells joined with " | ", the header row first. `page` counts from 1 (PDF
    page or slide); `seconds` is the moment in a recording at which the block starts.
    """

    kind: BlockKind
    items: tuple[str, ...]
    page: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one heading. `heading_path` runs from the outermost heading to the section's own, without
    the document's title (empty before the first heading)."""

    heading_path: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read.

    `title` is never empty (the file's name without suffix where the document has none). `date` is the day the
    document was last changed or checked, as the document itself says (metadata, front matter), None where it
    does not say. `language` is "de" or "en" where the document says so. `pages` counts pages or slides,
    `duration` is in seconds. `subtitles` are a recording's, as WebVTT for the player. `translations` are
    those in other languages, by language. `notices` are facts for
    the report of a document that was read only in part ("pages 3–5 have no text").
    """

    title: str
    sections: tuple[Section, ...]
    date: date | None = None
    language: str | None = None
    pages: int | None = None
    duration: float | None = None
    subtitles: str | None = None
    notices: tuple[str, ...] = ()
    facts: Facts = NO_FACTS
    translations: tuple[tuple[str, str], ...] = ()
