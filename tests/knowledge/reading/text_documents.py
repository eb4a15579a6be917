"""Writes a document for a test, reads it, and shows what came out in short form."""

from __future__ import annotations

from pathlib import Path

from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.reader import Reader
from knowledge.reading.section import Block, BlockKind, Reading


def reading_of(reader: Reader, folder: Path, name: str, text: str) -> Reading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return reader(path, Limits(), Recognition())


def blocks_of(reading: Reading) -> list[Block]:
    return [block for section in reading.sections for block in section.blocks]


def items_of(reading: Reading, kind: BlockKind) -> list[tuple[str, ...]]:
    return [block.items for block in blocks_of(reading) if block.kind is kind]


def paths_of(reading: Reading) -> list[tuple[str, ...]]:
    return [section.heading_path for section in reading.sections]


def text_of(reading: Reading) -> str:
    return "\n".join(item for block in blocks_of(reading) for item in block.items)
