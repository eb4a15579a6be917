"""The last step of every reading: text that any database, font and search can hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from knowledge.reading.section import Block, BlockKind, Reading, Section

# Control characters and lone surrogates break databases; soft hyphens and zero-width signs break words apart
# for the search.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)


def cleaned(reading: Reading) -> Reading:
    """The reading in NFC without signs that cannot be shown, and without blocks that hold no text."""
    return replace(
        reading,
        title=_text(reading.title).strip(),
        sections=_without_title(reading.title, tuple(_section(section) for section in reading.sections)),
        notices=tuple(_text(notice) for notice in reading.notices),
    )


def _without_title(title: str, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Leaves out paragraphs at the very beginning that only repeat the title, if others follow."""
    if not sections or sections[0].heading_path:
        return sections
    words, blocks = _plain(title), list(sections[0].blocks)
    while blocks and blocks[0].kind is BlockKind.PARAGRAPH and _plain(blocks[0].items[0]) in words:
        blocks.pop(0)
    rest = (Section((), tuple(blocks)), *sections[1:])
    return rest if any(section.blocks for section in rest) else sections


def _plain(text: str) -> str:
    return " ".join(_text(text).casefold().split())


def _section(section: Section) -> Section:
    path = tuple(_text(heading).strip() for heading in section.heading_path)
    blocks = (_block(block) for block in section.blocks)
    return Section(tuple(heading for heading in path if heading), tuple(b for b in blocks if b.items))


def _block(block: Block) -> Block:
    items = (_text(item) for item in block.items)
    return replace(block, items=tuple(item for item in items if item.strip()))


def _text(text: str) -> str:
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))
