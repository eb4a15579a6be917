"""Finding a passage among the characters of a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from knowledge.reading.pdf_glyphs import Glyph
from knowledge.reading.pdf_runs import rows_of, runs_of

Area = tuple[float, float, float, float]  # left, bottom, right, top in points

_FEWEST_WORDS = 4  # fewer are marked only where they are all of the passage, and stand once on the page
_WORD_GAP = 0.15  # of the font size
_SIGNS = 3  # at each end of a passage
_WORD = re.compile(r"[^\W_]+")
_SAME_LINE = 0.5  # of the smaller height
_NEXT_WORD = 2.5  # heights between two marked pieces of one line


class _Order:
    """The page's letters and digits in one order, as one text without blanks, with the glyph each comes
    from."""

    def __init__(self, glyphs: Sequence[Glyph], indices: Iterable[int]) -> None:
        self.places: list[int] = []
        self.edges: set[int] = {0}  # where a word begins or ends
        letters: list[str] = []
        before: Glyph | None = None
        for index in indices:
            glyph = glyphs[index]
            signs = _letters(glyph.text)
            if not signs or before is None or _apart(before, glyph):
                self.edges.add(len(self.places))
            letters.append(signs)
            self.places += [index] * len(signs)
            before = glyph
        self.text = "".join(letters)
        self.edges.add(len(self.text))


def find_marks(glyphs: Sequence[Glyph], passages: Sequence[str]) -> list[list[Area]]:
    """For each passage that is on the page, the areas of its lines from the first to the last."""
    orders = _Orders(glyphs)
    found = [(passage, _find(passage, orders)) for passage in passages]
    return [_lines(_with_signs(glyphs, indices, passage)) for passage, indices in found if indices]


class _Orders:
    """The orders to look through: the file's, and the rows from the top down where the first does not
    help."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._glyphs = glyphs

    @cached_property
    def in_file(self) -> _Order:
        return _Order(self._glyphs, range(len(self._glyphs)))

    @cached_property
    def in_rows(self) -> _Order:
        rows = rows_of(runs_of(self._glyphs))
        return _Order(self._glyphs, (i for row in rows for run in row for i in range(run.first, run.last)))

    def __iter__(self) -> Iterator[_Order]:
        yield self.in_file
        yield self.in_rows


def _apart(before: Glyph, glyph: Glyph) -> bool:
    gap = glyph.left - before.right
    return gap > _WORD_GAP * glyph.style.size or gap < -glyph.style.size


def _find(passage: str, orders: _Orders) -> list[int]:
    words = [_letters(word) for word in _WORD.findall(unicodedata.normalize("NFKC", passage))]
    if not words:
        return []
    for order in orders:
        place = _whole(words, order)
        if place is not None:
            return order.places[place : place + sum(map(len, words))]
    return max((_longest_run(words, order) for order in orders), key=len)


def _with_signs(glyphs: Sequence[Glyph], indices: Sequence[int], passage: str) -> list[Glyph]:
    """The glyphs with the full stop, bracket or quotation mark at the passage's ends, if these stand
    beside them."""
    head, tail = passage[:_SIGNS], passage[-_SIGNS:]
    first, last = indices[0], indices[-1] + 1
    before: list[Glyph] = []
    after: list[Glyph] = []
    while first > 0 and _is_sign(glyphs[first - 1].text) and glyphs[first - 1].text in head:
        first -= 1
        before.insert(0, glyphs[first])
    while last < len(glyphs) and _is_sign(glyphs[last].text) and glyphs[last].text in tail:
        after.append(glyphs[last])
        last += 1
    return [*before, *(glyphs[index] for index in indices), *after]


def _is_sign(text: str) -> bool:
    return bool(text.strip()) and not _letters(text)


def _whole(words: Sequence[str], order: _Order) -> int | None:
    wanted = "".join(words)
    places = [
        found.start()
        for found in re.finditer(f"(?={re.escape(wanted)})", order.text)
        if found.start() in order.edges and found.start() + len(wanted) in order.edges
    ]
    if not places or (len(words) < _FEWEST_WORDS and len(places) > 1):
        return None
    return places[0]


def _longest_run(words: Sequence[str], order: _Order) -> list[int]:
    """The glyphs of the most words in a row that stand on the page; none if they are too few."""
    best = (0, 0)
    start = 0
    for end in range(1, len(words) + 1):
        while start < end and "".join(words[start:end]) not in order.text:
            start += 1
        best = max(best, (start, end), key=lambda span: span[1] - span[0])
    if best[1] - best[0] < _FEWEST_WORDS:
        return []
    wanted = "".join(words[best[0] : best[1]])
    place = order.text.index(wanted)
    return order.places[place : place + len(wanted)]


def _letters(text: str) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _lines(glyphs: Sequence[Glyph]) -> list[Area]:
    """The areas of the glyphs, one for each line; pieces of a line far apart (cells) stay apart."""
    lines: list[Area] = []
    for glyph in glyphs:
        area = (glyph.left, glyph.bottom, glyph.right, glyph.top)
        if lines and _on_line(lines[-1], area):
            lines[-1] = _union(lines[-1], area)
        else:
            lines.append(area)
    return lines


def _on_line(line: Area, area: Area) -> bool:
    height = min(line[3] - line[1], area[3] - area[1])
    level = min(line[3], area[3]) - max(line[1], area[1]) > _SAME_LINE * height
    return level and -height < area[0] - line[2] < _NEXT_WORD * height


def _union(one: Area, other: Area) -> Area:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
