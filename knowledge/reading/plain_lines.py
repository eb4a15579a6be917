"""Takes plain text apart into headings, lists and paragraphs, by the look of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_RULE = re.compile(r"^\s*([=~*#_^+-])\1{2,}\s*$")
_MARKED = re.compile(r"^(?P<indent>\s*)(?:(?P<number>\d{1,3})[.)]|(?P<bullet>[-*•·–+▪◦●]))\s+(?P<text>\S.*)$")
_NUMBERED_HEADING = re.compile(r"^(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}|[IVX]{1,4}\.)\s+([^\W\d_].*)$")
_LONGEST_HEADING = 80
_LETTERS = re.compile(r"[^\W\d_]")


class ChunkKind(Enum):
    HEADING = auto()
    PARAGRAPH = auto()
    BULLETS = auto()
    STEPS = auto()


@dataclass(frozen=True, slots=True)
class Chunk:
    """`number` is a heading's level, or the number of the first step."""

    kind: ChunkKind
    lines: tuple[str, ...]
    number: int = 1


def chunks(text: str) -> Iterator[Chunk]:
    """The parts of the text in their order. The first line counts as a heading if it looks like a title."""
    groups = _groups(text)
    for position, group in enumerate(groups):
        alone = position == 0 and len(groups) > 1 and len(group) == 1
        if alone and _looks_like_title(group[0]):
            yield Chunk(ChunkKind.HEADING, (_joined(group),), 0)
        else:
            yield from _chunks_of_group(group)


def _groups(text: str) -> list[list[str]]:
    """Lines between blank ones."""
    groups: list[list[str]] = [[]]
    for line in text.expandtabs(4).replace("\f", "\n\n").split("\n"):
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _chunks_of_group(group: list[str]) -> Iterator[Chunk]:
    start = 0
    for heading, index, end in _headings(group):
        yield from _body(group[start:index])
        yield heading
        start = end
    yield from _body(group[start:])


def _headings(group: list[str]) -> Iterator[tuple[Chunk, int, int]]:
    """Headings in a group of lines: underlined anywhere, numbered or in capitals only as its first line."""
    index = 0
    while index < len(group):
        line = group[index]
        following = group[index + 1] if index + 1 < len(group) else ""
        if _RULE.match(line) and index + 2 < len(group) and _RULE.match(group[index + 2]):
            yield _heading(following, _rule_level(line)), index, index + 3
            index += 3
        elif _RULE.match(line):
            yield from ()
            index += 1
        elif _RULE.match(following) and len(line.strip()) <= 2 * _LONGEST_HEADING:
            yield _heading(line, _rule_level(following)), index, index + 2
            index += 2
        elif index == 0 and (level := _level_by_look(line, len(group))):
            yield _heading(line, level), index, index + 1
            index += 1
        else:
            index += 1


def _heading(line: str, level: int) -> Chunk:
    return Chunk(ChunkKind.HEADING, (_joined([line]),), level)


def _rule_level(rule: str) -> int:
    return 1 if rule.strip()[0] in "=#*" else 2


def _level_by_look(line: str, lines: int) -> int:
    """The level of a line that looks like a heading, 0 if it does not."""
    text = line.strip()
    if len(text) > _LONGEST_HEADING or text[-1] in ".,;:!?":
        return 0
    numbered = _NUMBERED_HEADING.match(text)
    if numbered:
        return len(re.findall(r"\d+", numbered[1])) or 1
    has_text_below = lines > 1
    letters = _LETTERS.findall(text)
    if len(letters) > 3 and text == text.upper() and (has_text_below or len(text.split()) < 9):
        return 1
    return 0


def _looks_like_title(line: str) -> bool:
    text = line.strip()
    return len(text) <= _LONGEST_HEADING and text[-1] not in ".,;:!?" and not _MARKED.match(line)


def _body(lines: list[str]) -> Iterator[Chunk]:
    """Lists and paragraphs; a line without a mark goes on with what is before it."""
    plain: list[str] = []
    items: list[str] = []
    kind, number, indent = ChunkKind.PARAGRAPH, 1, 0
    for line in lines:
        if _RULE.match(line):
            continue
        mark = _MARKED.match(line)
        if mark is None:
            if items:
                items[-1] = f"{items[-1]} {line.strip()}"
            else:
                plain.append(line)
            continue
        depth = len(mark["indent"])
        own = ChunkKind.STEPS if mark["number"] else ChunkKind.BULLETS
        if items and depth > indent:
            items.append(f"  {mark['text'].strip()}")
            continue
        if items and own is not kind:
            yield Chunk(kind, tuple(items), number)
            items = []
        if plain:
            yield Chunk(ChunkKind.PARAGRAPH, (_joined(plain),))
            plain = []
        if not items:
            kind, number, indent = own, int(mark["number"] or 1), depth
        items.append(" ".join(mark["text"].split()))
    if plain:
        yield Chunk(ChunkKind.PARAGRAPH, (_joined(plain),))
    if items:
        yield Chunk(kind, tuple(items), number)


def _joined(lines: list[str]) -> str:
    """Wrapped lines as one, words that were divided at the end of a line put together again."""
    text = "\n".join(line.strip() for line in lines)
    text = re.sub(r"(?<=[a-zäöüß])-\n(?=[a-zäöüß])(?!und\b|oder\b)", "", text)
    return " ".join(text.split())
