"""How lines follow one another: the usual line distance, the right edge, and whether a paragraph goes on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.reading.pdf_lines import Line, Table
from knowledge.reading.pdf_outline import Heading

_TIGHT = 1.2  # of the usual line distance; more is a new paragraph
_USUAL = 1.22  # line distance in font sizes where the document does not tell
_ENTRIES = 2  # lines that end early, before all are taken for entries
_MOST = 0.65
_SENTENCE_ENDS = (".", "!", "?", ":", "…", ".“", ".«", ".)", ";")

Item = Line | Table | Heading


@dataclass(frozen=True, slots=True)
class Spacing:
    """`pitches`: usual line distance for each font size. `limits`: for each line (by identity) how far
    right its paragraph reaches. `origins`: the left edge of each column of each page."""

    pitches: Mapping[float, float]
    limits: Mapping[int, float]
    origins: Mapping[tuple[int, int], float]

    def indent(self, line: Line) -> float:
        """How far the line stands from its column's left edge."""
        return line.left - self.origins[(line.page, line.column)]

    def pitch(self, size: float) -> float:
        return self.pitches.get(size, _USUAL * size)

    def adjacent(self, before: Line, line: Line, times: float = _TIGHT) -> bool:
        """Whether the line stands directly below, in the same column."""
        return (before.page, before.column) == (line.page, line.column) and (
            -2 < before.bottom - line.bottom <= times * self.pitch(max(before.size, line.size))
        )

    def full(self, before: Line, line: Line) -> bool:
        """Whether the first word of the line would not have fitted into the line before."""
        return _full(before, line, self.limits.get(id(before), before.right))

    def _fills(self, line: Line) -> bool:
        """Whether the line takes up most of its paragraph's width."""
        width = self.limits.get(id(line), line.right) - line.left
        return line.right - line.left >= _MOST * width

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether the line continues the paragraph of the line before, on the same page or the next."""
        if before.mono != line.mono or abs(before.size - line.size) > 0.06 * before.size:
            return False
        if before.text.endswith(("-", "\xad")) or line.text[:1].islower():
            directly_below = self.adjacent(before, line) and self._fills(before)
            return directly_below or (_elsewhere(before, line) and not _ended(before))
        if self.adjacent(before, line):
            return self.full(before, line)
        same_looks = before.bold == line.bold
        return same_looks and _elsewhere(before, line) and not _ended(before) and self.full(before, line)


def _full(before: Line, line: Line, limit: float) -> bool:
    word = line.text.split(" ")[0]
    width = (line.right - line.left) / max(len(line.text), 1) * (len(word) + 1)
    return before.right + width > limit + 1


def _elsewhere(before: Line, line: Line) -> bool:
    return (before.page, before.column) != (line.page, line.column)


def _ended(line: Line) -> bool:
    return line.text.endswith(_SENTENCE_ENDS)


def spacing_of(items: Sequence[Item]) -> Spacing:
    """The document's spacing, from all its lines in reading order."""
    pitches = _pitches(items)
    spacing = Spacing(pitches, {}, _origins(items))
    return Spacing(pitches, _limits(items, spacing), spacing.origins)


def _pitches(items: Sequence[Item]) -> dict[float, float]:
    seen: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for before, line in pairwise(items):
        if isinstance(before, Line) and isinstance(line, Line) and before.size == line.size:
            distance = before.bottom - line.bottom
            if before.column == line.column and 0.9 * line.size < distance < 2.2 * line.size:
                seen[line.size][round(distance * 2) / 2] += 1
    return {size: _least_frequent_enough(counts) for size, counts in seen.items()}


def _least_frequent_enough(counts: Counter[float]) -> float:
    enough = 0.2 * max(counts.values())
    return min(distance for distance, count in counts.items() if count >= enough)


def _origins(items: Sequence[Item]) -> dict[tuple[int, int], float]:
    origins: dict[tuple[int, int], float] = {}
    for line in items:
        if isinstance(line, Line):
            place = (line.page, line.column)
            origins[place] = min(line.left, origins.get(place, line.left))
    return origins


def _reach(group: Sequence[Line]) -> float:
    """The right edge of lines below one another; one line that runs over it does not count. Lines that
    mostly end early are no paragraph but entries, and none of them reaches the edge."""
    edge = _edge(sorted((line.right for line in group), reverse=True) or [0.0])
    early = sum(not _full(before, line, edge) for before, line in pairwise(group))
    return float("inf") if early >= _ENTRIES and 3 * early >= 2 * (len(group) - 1) else edge


def _edge(ordered: Sequence[float]) -> float:
    justified = len(ordered) > 3 and ordered[1] - ordered[2] < 2
    overfull = justified and ordered[0] > 1.08 * ordered[1]
    return ordered[1] if overfull else ordered[0]


def _limits(items: Sequence[Item], spacing: Spacing) -> dict[int, float]:
    limits: dict[int, float] = {}
    group: list[Line] = []
    for item in [*items, None]:
        if not (isinstance(item, Line) and group and spacing.adjacent(group[-1], item)):
            reach = _reach(group)
            limits.update((id(line), reach) for line in group)
            group = []
        if isinstance(item, Line):
            group.append(item)
    return limits
