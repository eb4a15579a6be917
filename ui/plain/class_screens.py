"""A block in screens for in front of the class: at most three steps, sentences or rows on each."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from knowledge.reading.section import Block, BlockKind
from retriever.sentences import sentences

MOST = 3
# Measured at 1280 × 720 in letters of a twentieth of the height, and in those of a sixteenth.
LETTERS, LINES = 50, 9
LARGE_LETTERS, LARGE_LINES = 38, 7
CELLS = " | "
INDENT = "  "
GOES_ON = "…"
MOST_DIGITS = 6
LONGEST = LETTERS * (LINES - 2)  # words do not fill their lines


@dataclass(frozen=True, slots=True)
class Part:
    """A step, a sentence or a row; `number` counts from 1. `inner` are the steps within it, or the cells of
    the row with what stands above them."""

    number: int
    text: str
    inner: tuple[str, ...] = ()

    def lines(self, letters: int) -> int:
        """How many it takes up, a line having so many letters."""
        inner = sum(math.ceil(len(text) / (letters - 3)) for text in self.inner)
        return inner + sum(max(1, math.ceil(len(line) / letters)) for line in self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown at once; `again` counts the screens that begin with the same part."""

    parts: tuple[Part, ...]
    again: int = 1

    @property
    def first(self) -> int:
        return self.parts[0].number

    @property
    def last(self) -> int:
        return self.parts[-1].number

    @property
    def start(self) -> str:
        """What names it in the address: "4", or "4.2" where the fourth step goes on."""
        return str(self.first) if self.again == 1 else f"{self.first}.{self.again}"

    @property
    def large(self) -> bool:
        """Whether there is room for larger letters."""
        return sum(part.lines(LARGE_LETTERS) for part in self.parts) <= LARGE_LINES


def chosen_block(blocks: Sequence[Block], wanted: int | None) -> int | None:
    """The number of the block to show: the wanted one, or the list that it leads into; without a wish the
    first steps, else the first block. None where the section says nothing."""
    if not blocks:
        return None
    if wanted is None or not 0 <= wanted < len(blocks):
        steps = (number for number, block in enumerate(blocks) if block.kind is BlockKind.STEPS)
        return next(steps, 0)
    return wanted + 1 if _leads_in(blocks[wanted], blocks[wanted + 1 : wanted + 2]) else wanted


def _leads_in(block: Block, following: Sequence[Block]) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or not following:
        return False
    colon = block.items[-1].rstrip().endswith(":")
    lists = {BlockKind.STEPS, BlockKind.BULLETS, BlockKind.TABLE}
    return following[0].kind is BlockKind.STEPS or (colon and following[0].kind in lists)


def told(blocks: Sequence[Block], number: int) -> Block:
    """The block; of a recording what is said from there on."""
    block = blocks[number]
    if block.seconds is None or block.kind is not BlockKind.PARAGRAPH:
        return block
    said = takewhile(lambda one: one.kind is BlockKind.PARAGRAPH, blocks[number:])
    return replace(block, items=tuple(item for one in said for item in one.items))


def screens(block: Block) -> tuple[Screen, ...]:
    """The block from its beginning to its end. What is too long for one screen goes on on the next, under
    the same number."""
    found: list[Screen] = []
    room: list[Part] = []
    for part in _fitting(parts(block)):
        full = sum(one.lines(LETTERS) for one in [*room, part]) > LINES
        if room and (full or len(room) == MOST):
            found.append(_screen(room, found))
            room = []
        room.append(part)
    return (*found, _screen(room, found)) if room else ()


def at(shown: Sequence[Screen], start: str) -> int:
    """The index of the screen with that start, or of the one that shows that part."""
    exact = (index for index, screen in enumerate(shown) if screen.start == start)
    number = int(start) if start.isascii() and start.isdecimal() and len(start) <= MOST_DIGITS else 1
    begun = sum(1 for screen in shown if screen.first <= max(number, 1))
    return next(exact, max(begun - 1, 0))


def _screen(room: Sequence[Part], before: Sequence[Screen]) -> Screen:
    again = sum(1 for screen in before if screen.first == room[0].number)
    return Screen(tuple(room), again + 1)


def parts(block: Block) -> tuple[Part, ...]:
    """What the block consists of, numbered."""
    match block.kind:
        case BlockKind.STEPS | BlockKind.BULLETS:
            found = _items(block.items)
        case BlockKind.TABLE:
            found = _rows(block.items)
        case BlockKind.CODE:
            found = [Part(0, item) for item in block.items]
        case BlockKind.PARAGRAPH | BlockKind.NOTE:
            lines = (line for item in block.items for line in item.split("\n"))
            found = [Part(0, sentence.strip()) for line in lines for sentence in sentences(line)]
    return tuple(replace(part, number=number) for number, part in enumerate(found, start=1))


def _items(items: Sequence[str]) -> list[Part]:
    """Each item with those that are deeper below it."""
    found: list[Part] = []
    for item in items:
        if item.startswith(INDENT) and found:
            found[-1] = replace(found[-1], inner=(*found[-1].inner, item.strip()))
        else:
            found.append(Part(0, item.strip()))
    return found


def _rows(rows: Sequence[str]) -> list[Part]:
    """A row by its first cell, its others each with the head of their column: columns side by side would be
    too narrow for large letters."""
    head, *body = [row.split(CELLS) for row in rows]
    found = []
    for first, *others in body or [head]:
        heads = [*head[1:], *[""] * len(others)]
        cells = zip(heads, others, strict=False)
        inner = (f"{name}: {cell}" if name and body else cell for name, cell in cells if cell.strip())
        found.append(Part(0, first, tuple(inner)))
    return found


def _fitting(parts: Sequence[Part]) -> Iterator[Part]:
    """The same parts, those too long for a screen in pieces that fit."""
    for part in parts:
        yield from [part] if part.lines(LETTERS) <= LINES else _pieces(part)


def _pieces(part: Part) -> Iterator[Part]:
    """Cut where a line, a word or an inner step ends."""
    room = Part(part.number, "")
    for text in _short(part.text):
        longer = replace(room, text=f"{room.text}\n{text}" if room.text else text)
        if room.text and longer.lines(LETTERS) > LINES:
            yield room
            longer = Part(part.number, text)
        room = longer
    for text in (short for inner in part.inner for short in _short(inner)):
        longer = replace(room, inner=(*room.inner, text))
        if longer.lines(LETTERS) > LINES:
            yield room
            longer = Part(part.number, GOES_ON, (text,))
        room = longer
    yield room


def _short(text: str) -> list[str]:
    return [piece for line in text.split("\n") for piece in textwrap.wrap(line, LONGEST) or [""]]
