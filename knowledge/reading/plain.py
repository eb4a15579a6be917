"""Reads plain text: what looks like a heading, a list or a paragraph becomes one."""

from __future__ import annotations

from pathlib import Path

from knowledge.reading.decoding import decode
from knowledge.reading.errors import Empty
from knowledge.reading.html_outline import HtmlOutline
from knowledge.reading.limits import Limits, Recognition
from knowledge.reading.plain_lines import Chunk, ChunkKind, chunks
from knowledge.reading.section import BlockKind, Reading

_KINDS = {
    ChunkKind.PARAGRAPH: BlockKind.PARAGRAPH,
    ChunkKind.BULLETS: BlockKind.BULLETS,
    ChunkKind.STEPS: BlockKind.STEPS,
}


def read_plain(path: Path, limits: Limits, recognition: Recognition) -> Reading:
    """Plain text as sections. Raises Empty if there is no text in the file."""
    return plain_reading(decode(path.read_bytes()), path.stem)


def plain_reading(text: str, name: str) -> Reading:
    """The text as a document; `name` is its title if its first line is none."""
    found = list(chunks(text))
    if not found:
        raise Empty("there is no text in this file")
    title = ""
    if found[0].kind is ChunkKind.HEADING and len(found) > 1:
        title = found[0].lines[0]
        found = found[1:]
    outline = HtmlOutline()
    for chunk in found:
        _add(chunk, outline)
    sections = outline.sections()
    if not sections:
        raise Empty("there is no text in this file, only headings")
    return Reading(title or name, sections)


def _add(chunk: Chunk, outline: HtmlOutline) -> None:
    if chunk.kind is ChunkKind.HEADING:
        outline.heading(chunk.number, chunk.lines[0])
    elif chunk.kind is ChunkKind.STEPS:
        outline.steps(chunk.lines, chunk.number)
    else:
        outline.add(_KINDS[chunk.kind], chunk.lines)
