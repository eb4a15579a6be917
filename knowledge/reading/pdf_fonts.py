"""Headings told from their looks: larger or bold lines that stand alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.reading.pdf_hyphens import join_lines
from knowledge.reading.pdf_lines import Line, Table
from knowledge.reading.pdf_outline import Heading

_LARGER = 1.12  # than the body's text
_A_LITTLE_LARGER = 1.08  # where bookmarks give the main headings
_BELOW_BOOKMARKS = 1000  # levels of bookmarks are smaller
_SMALLER = 0.95
_LONGEST = 110
_LINES = 3
_LEVELS = 6
_NUMBER = re.compile(r"(\d+(?:\.\d+){0,4})\.?\s+\S")
_QUOTES = ("«", "»", "„", "“", '"')  # a motto
_SENTENCE_END = re.compile(r"[.,;!]$|\w\.\s+\w+.*[.,;]$")


@dataclass(frozen=True, slots=True)
class Looks:
    """The size of the body's text, and how the headings look, from the outermost inwards."""

    body: float
    ranks: tuple[tuple[float, bool], ...]


def looks_of(pages: Sequence[Sequence[Line | Table]]) -> Looks:
    """How headings look in this document."""
    sizes: Counter[float] = Counter()
    for line in _lines(pages):
        if not line.mono:
            sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    looks = Counter(
        (line.size, line.bold)
        for page in pages
        for index, line in enumerate(page)
        if isinstance(line, Line) and _stands_out(page, index, body)
    )
    return Looks(body, tuple(sorted(looks, reverse=True)))


def with_minor_headings(items: Sequence[Line | Table | Heading], body: float) -> list[Line | Table | Heading]:
    """The items of a page with bookmarked headings, and its other large lines as headings below those."""
    result: list[Line | Table | Heading] = []
    body = max(body, _main_size(items))
    for index, item in enumerate(items):
        if isinstance(item, Line) and _is_minor(items, index, body):
            result.append(Heading(_BELOW_BOOKMARKS - round(item.size), item.text, item.page))
        else:
            result.append(item)
    return result


def _is_minor(items: Sequence[Line | Table | Heading], index: int, body: float) -> bool:
    line = items[index]
    around = [*items[max(0, index - 1) : index], *items[index + 1 : index + 2]]
    if (
        not isinstance(line, Line)
        or line.mono
        or len(line.text) > _LONGEST
        or _SENTENCE_END.search(line.text)
    ):
        return False
    alone = all(not isinstance(other, Line) or other.size < line.size for other in around)
    return line.size >= _A_LITTLE_LARGER * body and alone and any(map(str.isalpha, line.text))


def _main_size(items: Sequence[Line | Table | Heading]) -> float:
    """The size of most of a page's text: a page in large letters has no headings in that size."""
    sizes: Counter[float] = Counter()
    for item in items:
        if isinstance(item, Line):
            sizes[item.size] += len(item.text)
    size, length = sizes.most_common(1)[0] if sizes else (0.0, 0)
    return size if 2 * length > sizes.total() and len(items) >= _LINES else 0.0


def _lines(pages: Sequence[Sequence[Line | Table]]) -> list[Line]:
    return [item for page in pages for item in page if isinstance(item, Line)]


def with_headings_by_looks(items: Sequence[Line | Table], looks: Looks) -> list[Line | Table | Heading]:
    """A page's lines and tables with the lines that look like headings replaced."""
    result: list[Line | Table | Heading] = []
    body = max(looks.body, _main_size(items))
    index = 0
    while index < len(items):
        item = items[index]
        if isinstance(item, Line) and _stands_out(items, index, body):
            group = _same_heading(items, index)
            result.append(
                Heading(_level(group[0], looks), join_lines(line.text for line in group), item.page)
            )
            index += len(group)
        else:
            result.append(item)
            index += 1
    return result


def _stands_out(items: Sequence[Line | Table], index: int, body: float) -> bool:
    line = items[index]
    if not isinstance(line, Line) or line.mono or not any(map(str.isalpha, line.text)):
        return False
    group = _same_heading(items, index)
    text = " ".join(part.text for part in group)
    if len(text) > _LONGEST or len(group) > _LINES:
        return False
    if line.size >= _LARGER * body:
        return not text.startswith(_QUOTES)
    return (
        line.bold
        and line.size >= _SMALLER * body
        and not _SENTENCE_END.search(text)
        and _leads(items, index, group)
    )


def _leads(items: Sequence[Line | Table], index: int, group: Sequence[Line]) -> bool:
    """Whether a bold line stands apart from the text above and has other text below."""
    before = items[index - 1] if index else None
    after = items[index + len(group)] if index + len(group) < len(items) else None
    apart = (
        not isinstance(before, Line)
        or before.column != group[0].column
        or before.bottom - group[0].top > 0.3 * group[0].size
    )
    return apart and after is not None and not (isinstance(after, Line) and after.bold)


def _same_heading(items: Sequence[Line | Table], index: int) -> list[Line]:
    """The line and the ones directly below it in the same looks."""
    group: list[Line] = []
    for item in items[index : index + _LINES + 1]:
        if not isinstance(item, Line) or (group and not _continues(group[-1], item)):
            break
        group.append(item)
    return group


def _continues(before: Line, line: Line) -> bool:
    return (
        (line.size, line.bold, line.column) == (before.size, before.bold, before.column)
        and before.bottom - line.top < 0.45 * line.size
        and not _NUMBER.match(line.text)
    )


def _level(line: Line, looks: Looks) -> int:
    numbered = _NUMBER.match(line.text)
    if numbered and "." in numbered.group(1):
        return numbered.group(1).count(".")
    return min(looks.ranks.index((line.size, line.bold)), _LEVELS)
