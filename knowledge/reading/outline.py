"""Puts headings, paragraphs and list items, as they come along a document, together to sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby

from knowledge.reading.section import Block, BlockKind, Section

_TYPED = re.compile(r"\s*(?:(?P<number>\d{1,2})[.)]|[•–‣▪●·-])\s+(?P<text>.*\S)")
_BETWEEN_STEPS = 2
_FOLDABLE = (BlockKind.PARAGRAPH, BlockKind.BULLETS)


@dataclass
class _Draft:
    kind: BlockKind
    items: list[str]
    page: int | None = None
    key: object = None  # which list of the document this is


@dataclass
class _SectionDraft:
    path: tuple[str, ...]
    blocks: list[_Draft] = field(default_factory=list)
    notes: list[_Draft] = field(default_factory=list)


class Outline:
    """Collects a document's parts in their order; `sections()` gives the result.

    Items of one list become one block, also where the author put a remark, a picture's caption or bullets
    between two steps. Lists typed by hand ("1. ", "- ") are found too.
    """

    def __init__(self) -> None:
        self._path: list[tuple[int, str]] = []
        self._sections = [_SectionDraft(())]

    def heading(self, level: int, text: str) -> None:
        """Starts a section; level 1 is the outermost."""
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._path.append((level, _flat(text)))
        self._sections.append(_SectionDraft(tuple(heading for _, heading in self._path)))

    def section(self, path: tuple[str, ...]) -> None:
        """Starts a section whose whole path is known, as a slide's is."""
        self._sections.append(_SectionDraft(tuple(_flat(heading) for heading in path)))

    def add(self, kind: BlockKind, *items: str, page: int | None = None) -> None:
        """A block of its own; blank items are left out. Line breaks within a paragraph stand as "\\n".

        Lines of code are joined: editors store each as a paragraph.
        """
        kept = [item for item in items if item.strip()]
        if kept and kind is BlockKind.CODE and self._blocks and self._blocks[-1].kind is kind:
            self._blocks[-1].items[0] += "\n" + kept[0]
        elif kept:
            self._blocks.append(_Draft(kind, kept, page))

    def item(self, kind: BlockKind, depth: int, text: str, key: object, page: int | None = None) -> None:
        """An item of the list `key`. A nested one joins the list around it, of whatever kind that is."""
        if not text.strip():
            return
        line = "  " * depth + _flat(text)
        last = self._open_list(kind, depth, key)
        if last is None:
            self._blocks.append(_Draft(kind, [line], page, key))
        else:
            last.items.append(line)

    def continuation(self, text: str) -> bool:
        """Adds the text to the last item of a list that has just been given; False when there is none."""
        if not (self._blocks and self._blocks[-1].key is not None):
            return False
        self._blocks[-1].items[-1] += " " + _flat(text)
        return True

    def note(self, text: str, page: int | None = None) -> None:
        """A footnote or a speaker's note; it stands at the end of its section."""
        if text.strip():
            self._sections[-1].notes.append(_Draft(BlockKind.NOTE, [_flat(text)], page))

    def sections(self) -> tuple[Section, ...]:
        found = (Section(s.path, _blocks(s)) for s in self._sections)
        return tuple(section for section in found if section.heading_path or section.blocks)

    @property
    def _blocks(self) -> list[_Draft]:
        return self._sections[-1].blocks

    def _open_list(self, kind: BlockKind, depth: int, key: object) -> _Draft | None:
        """The list that an item goes on with."""
        last = self._blocks[-1] if self._blocks else None
        if last and last.key is not None and (depth > 0 or (last.key == key and last.kind is kind)):
            return last
        return self._interrupted_steps(key)

    def _interrupted_steps(self, key: object) -> _Draft | None:
        """The steps that go on after a remark or inner list, which is folded into the step before it."""
        for between in range(1, min(_BETWEEN_STEPS + 1, len(self._blocks))):
            before, inner = self._blocks[-1 - between], self._blocks[-between:]
            if before.kind is BlockKind.STEPS and before.key is not None and before.key == key:
                if all(block.kind in _FOLDABLE for block in inner):
                    _fold(before, inner)
                    del self._blocks[-between:]
                    return before
                break
        return None


def names_document(levels: list[int]) -> bool:
    """Whether the first of a document's headings is its title: no other is as high."""
    return len(levels) > 1 and levels[0] < min(levels[1:])


def _fold(steps: _Draft, inner: list[_Draft]) -> None:
    for block in inner:
        if block.kind is BlockKind.PARAGRAPH:
            steps.items[-1] += " " + _flat(block.items[0])
        else:
            steps.items += ["  " + item for item in block.items]


def _blocks(section: _SectionDraft) -> tuple[Block, ...]:
    drafts = _with_typed_lists(section.blocks) + section.notes
    return tuple(Block(draft.kind, tuple(draft.items), draft.page) for draft in drafts)


def _with_typed_lists(drafts: list[_Draft]) -> list[_Draft]:
    lines = [line for draft in drafts for line in _lines(draft)]
    result: list[_Draft] = []
    for kind, group in groupby(lines, key=_typed_kind):
        together = list(group)
        result += _typed_list(kind, together) if kind else together
    for draft in result:
        if draft.kind is BlockKind.PARAGRAPH:
            draft.items = [_flat(item) for item in draft.items]
    return result


def _lines(draft: _Draft) -> list[_Draft]:
    """A list inside one paragraph, its lines broken by hand, as a paragraph for each line."""
    lines = draft.items[0].splitlines()
    if draft.kind is BlockKind.PARAGRAPH and sum(bool(_TYPED.match(line)) for line in lines) > 1:
        return [_Draft(draft.kind, [line], draft.page) for line in lines if line.strip()]
    return [draft]


def _typed_kind(draft: _Draft) -> BlockKind | None:
    match = _TYPED.match(draft.items[0]) if draft.kind is BlockKind.PARAGRAPH else None
    if match is None:
        return None
    return BlockKind.STEPS if match["number"] else BlockKind.BULLETS


def _typed_list(kind: BlockKind, drafts: list[_Draft]) -> list[_Draft]:
    """One block, if these are two or more and numbers count up; else they are sentences ("3. Oktober …")."""
    matches = [match for draft in drafts if (match := _TYPED.match(draft.items[0].replace("\n", " ")))]
    numbers = [int(match["number"]) for match in matches if match["number"]]
    counts_up = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    if len(matches) < 2 or not counts_up:
        return drafts
    return [_Draft(kind, [_flat(match["text"]) for match in matches], drafts[0].page)]


def _flat(text: str) -> str:
    return " ".join(text.split())
