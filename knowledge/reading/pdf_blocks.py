"""Lines in reading order → sections with paragraphs, lists, code and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.reading.pdf_hyphens import join_lines
from knowledge.reading.pdf_lines import Line, Table
from knowledge.reading.pdf_markers import Marker, marker_of
from knowledge.reading.pdf_outline import Heading, letters
from knowledge.reading.pdf_spacing import Item, Spacing
from knowledge.reading.section import Block, BlockKind, Section

_LISTS = (BlockKind.STEPS, BlockKind.BULLETS)
_INDENT = 3.0  # points that make a difference
_ITEM_GAP = 2.4  # line distances within a list's item
_CODE_GAP = 3.0


@dataclass(slots=True)
class _ListItem:
    depth: int
    indent: float
    lines: list[str]


@dataclass(slots=True)
class _Draft:
    """A block that is being written; `last` is its last line."""

    kind: BlockKind
    page: int
    last: Line
    lines: list[Line] = field(default_factory=list)
    items: list[_ListItem] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)  # last number of each depth


def sections_of(items: Iterable[Item], spacing: Spacing, title: str) -> tuple[Section, ...]:
    """The document's sections; a heading that is the title does not stand in the heading paths."""
    writer = _Writer(spacing, letters(title))
    for item in items:
        writer.take(item)
    writer.close_section()
    return tuple(writer.sections)


class _Writer:
    """Takes the document line by line."""

    def __init__(self, spacing: Spacing, title: str) -> None:
        self.sections: list[Section] = []
        self._spacing = spacing
        self._title = title
        self._path: list[tuple[int, str]] = []
        self._blocks: list[Block] = []
        self._draft: _Draft | None = None
        self._empty: Heading | None = None  # the last heading, while nothing stands below it
        self._resume = 0  # number of the last step before an interruption

    def take(self, item: Item) -> None:
        if isinstance(item, Heading):
            self.close_section(item.level)
            self._empty = item if letters(item.text) != self._title else None
            self._path = [(level, text) for level, text in self._path if level < item.level]
            self._path.append((item.level, item.text))
        elif isinstance(item, Table):
            self._close_block()
            self._add_table(item)
        else:
            self._take_line(item)

    def close_section(self, next_level: int = 0) -> None:
        """Writes the section that ends. A heading with nothing below it is kept as a text of the section
        above."""
        self._close_block()
        self._resume = 0
        if self._empty and not self._blocks and next_level <= self._empty.level:
            self._path.pop()
            self._blocks = [Block(BlockKind.PARAGRAPH, (self._empty.text,), self._empty.page)]
        self._empty = None
        if self._blocks:
            path = tuple(text for _, text in self._path if letters(text) != self._title)
            self.sections.append(Section(path, tuple(self._blocks)))
            self._blocks = []

    def _take_line(self, line: Line) -> None:
        draft = self._draft
        marker = self._marker(line)
        if marker:
            self._take_marked(line, marker)
        elif draft and self._belongs(draft, line):
            _extend(draft, line)
        else:
            self._close_block()
            kind = BlockKind.CODE if line.mono else BlockKind.PARAGRAPH
            self._draft = _Draft(kind, line.page, line, [line])

    def _belongs(self, draft: _Draft, line: Line) -> bool:
        if draft.kind in _LISTS:
            return self._in_item(draft, line)
        if draft.kind is BlockKind.CODE:
            return line.mono and self._spacing.adjacent(draft.last, line, _CODE_GAP)
        return self._spacing.goes_on(draft.last, line)

    def _in_item(self, draft: _Draft, line: Line) -> bool:
        hanging = self._spacing.indent(line) > draft.items[-1].indent + _INDENT
        if hanging and self._spacing.adjacent(draft.last, line, _ITEM_GAP):
            return True
        if (draft.last.page, draft.last.column) != (line.page, line.column) and not hanging:
            return line.text[:1].islower() and self._spacing.goes_on(draft.last, line)
        return self._spacing.goes_on(draft.last, line)

    def _marker(self, line: Line) -> Marker | None:
        marker = None if line.mono else marker_of(line.text)
        if marker is None or self._amid_sentence(line, marker):
            return None
        return marker if marker.number is None or self._counts_on(line, marker.number) else None

    def _amid_sentence(self, line: Line, marker: Marker) -> bool:
        """A dash or a number that only by chance stands at the start of a paragraph's line."""
        draft = self._draft
        if draft is None or draft.kind is not BlockKind.PARAGRAPH or not (marker.dash or marker.number):
            return False
        flush = abs(line.left - draft.last.left) < _INDENT
        return flush and self._spacing.goes_on(draft.last, line)

    def _counts_on(self, line: Line, number: int) -> bool:
        if number == 1:
            return True
        draft = self._draft
        if draft and draft.kind in _LISTS and number - 1 in draft.numbers.values():
            return True
        return number == self._resume + 1

    def _take_marked(self, line: Line, marker: Marker) -> None:
        draft, indent = self._draft, self._spacing.indent(line)
        if draft is None or draft.kind not in _LISTS or self._new_list(draft, line, marker):
            self._close_block()
            draft = self._draft = _Draft(marker.kind, line.page, line)
        depth = self._depth_of(draft, line, marker)
        draft.items.append(_ListItem(depth, indent, [marker.text]))
        draft.last = line
        if marker.number is not None:
            draft.numbers = {d: n for d, n in draft.numbers.items() if d < depth} | {depth: marker.number}

    def _new_list(self, draft: _Draft, line: Line, marker: Marker) -> bool:
        if self._depth_of(draft, line, marker) > 0:
            return False
        return marker.kind is not draft.kind or marker.number == 1

    def _depth_of(self, draft: _Draft, line: Line, marker: Marker) -> int:
        counted = [depth for depth, number in draft.numbers.items() if number + 1 == marker.number]
        if counted:
            return counted[-1]
        depth = _depth(draft, self._spacing.indent(line))
        amid_steps = draft.kind is BlockKind.STEPS and marker.kind is BlockKind.BULLETS
        if depth == 0 and amid_steps and self._spacing.adjacent(draft.last, line):
            return 1
        return depth

    def _close_block(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        if draft.kind is BlockKind.STEPS:
            self._resume = draft.numbers.get(0, 0)
        items = tuple(filter(str.strip, _texts(draft)))
        if items:
            self._blocks.append(Block(draft.kind, items, draft.page))

    def _add_table(self, table: Table) -> None:
        rows = [" | ".join(row).strip() for row in table.rows]
        last = self._blocks[-1] if self._blocks else None
        if last and last.kind is BlockKind.TABLE and _continued(last, table, rows):
            more = rows[1:] if rows[0] in last.items[:2] else rows
            self._blocks[-1] = Block(last.kind, (*last.items, *more), last.page)
        else:
            self._blocks.append(Block(BlockKind.TABLE, tuple(rows), table.page))


def _continued(last: Block, table: Table, rows: list[str]) -> bool:
    """Whether the table goes on from the page before."""
    columns = {row.count(" | ") for row in last.items}
    return table.page != last.page and max(columns) == max(row.count(" | ") for row in rows)


def _extend(draft: _Draft, line: Line) -> None:
    if draft.items:
        draft.items[-1].lines.append(line.text)
    else:
        draft.lines.append(line)
    draft.last = line


def _depth(draft: _Draft, indent: float) -> int:
    """The depth of a new item: below the last item that stands further left."""
    for item in reversed(draft.items):
        if indent > item.indent + _INDENT:
            return item.depth + 1
        if indent > item.indent - _INDENT:
            return item.depth
    return 0


def _texts(draft: _Draft) -> list[str]:
    if draft.items:
        return ["  " * item.depth + join_lines(item.lines) for item in draft.items]
    if draft.kind is BlockKind.CODE:
        return ["\n".join(_indented(draft.lines))]
    return [join_lines(line.text for line in draft.lines)]


def _indented(lines: list[Line]) -> list[str]:
    left = min(line.left for line in lines)
    return [" " * round((line.left - left) / (0.6 * line.size)) + line.text for line in lines]
