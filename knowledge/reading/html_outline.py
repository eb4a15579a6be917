"""Collects blocks under headings, in the order in which a document gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from knowledge.reading.section import Block, BlockKind, Section

INNER = "  "
# How much may stand between two parts of one numbered procedure before it counts as two.
_LONGEST_INTERRUPTION = 8
_MERGED = {BlockKind.STEPS, BlockKind.BULLETS}
_LINES = {BlockKind.STEPS, BlockKind.BULLETS, BlockKind.TABLE}


class HtmlOutline:
    """Sections while they are collected.

    A flat outline (the inside of a list item, a table cell, a note) has no headings of its own: they become
    paragraphs.
    """

    def __init__(self, *, flat: bool = False) -> None:
        self._flat = flat
        self._headings: list[tuple[float, str]] = []
        self._floor = 0
        self._sections: list[tuple[tuple[str, ...], list[Block]]] = [((), [])]

    @property
    def blocks(self) -> list[Block]:
        """All blocks, whatever their section."""
        return [block for _, blocks in self._sections for block in blocks]

    def sections(self) -> tuple[Section, ...]:
        return tuple(Section(path, tuple(blocks)) for path, blocks in self._sections if blocks)

    def heading(self, level: float, text: str) -> None:
        """Opens a section; a heading of the same or a higher rank ends it."""
        if not text:
            return
        if self._flat:
            self.add(BlockKind.PARAGRAPH, [text])
            return
        while len(self._headings) > self._floor and self._headings[-1][0] >= level:
            self._headings.pop()
        self._headings.append((level, text))
        self._open_section()

    @contextmanager
    def group(self, label: str) -> Iterator[None]:
        """What comes inside is put under `label` (a tab, a part to unfold), then the old section goes on."""
        if not label or self._flat:
            self.heading(0, label)
            yield
            return
        headings, floor = list(self._headings), self._floor
        self.heading(headings[-1][0] + 0.5 if headings else 0.5, label)
        self._floor = len(self._headings)
        yield
        self._headings, self._floor = headings, floor
        self._open_section()

    def add(self, kind: BlockKind, items: Iterable[str]) -> None:
        """Adds a block. A list right after one of its kind (only a picture was between) continues it."""
        kept = tuple(item for item in items if item.strip())
        if not kept:
            return
        here = self._sections[-1][1]
        if here and here[-1].kind is kind and kind in _MERGED:
            here[-1] = replace(here[-1], items=here[-1].items + kept)
        else:
            here.append(Block(kind, kept))

    def steps(self, items: Iterable[str], start: int = 1) -> None:
        """Adds numbered steps. With a start above 1 they may continue the procedure before them; what stood
        between then belongs to its last step."""
        index = self._interrupted(start) if start > 1 else None
        if index is not None:
            here = self._sections[-1][1]
            lines = _continued(here[index].items, here[index + 1 :])
            here[index:] = [replace(here[index], items=lines)]
        self.add(BlockKind.STEPS, items)

    def extend(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.add(block.kind, block.items)

    def says(self, text: str) -> bool:
        """Whether the heading or the block just before already holds the text."""
        path, here = self._sections[-1]
        recent = [*path[-1:], *(here[-1].items[-1:] if here else ())]
        return any(text.casefold() in line.casefold() for line in recent)

    def _open_section(self) -> None:
        self._sections.append((tuple(text for _, text in self._headings), []))

    def _interrupted(self, start: int) -> int | None:
        here = self._sections[-1][1]
        for index in range(len(here) - 1, max(-1, len(here) - 2 - _LONGEST_INTERRUPTION), -1):
            if here[index].kind is BlockKind.STEPS:
                outer = sum(not item.startswith(INNER) for item in here[index].items)
                return index if outer == start - 1 else None
        return None


def item_lines(blocks: Iterable[Block]) -> list[str]:
    """A list item's blocks as its text, followed by the lines of its inner lists, indented."""
    return list(_continued(("",), blocks))


def _continued(items: tuple[str, ...], blocks: Iterable[Block]) -> tuple[str, ...]:
    lines = list(items)
    for block in blocks:
        if block.kind in _LINES or lines[-1].startswith(INNER):
            lines += [INNER + item for item in block.items]
        else:
            between = "\n" if any("\n" in item for item in block.items) else " "
            lines[-1] = between.join([lines[-1], *block.items]).strip()
    if not lines[0]:
        lines = [line.removeprefix(INNER) for line in lines[1:]]
    return tuple(lines)
