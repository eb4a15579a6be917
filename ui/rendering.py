"""Blocks of a document as HTML: steps as a numbered list, tables as tables, what matters marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.reading.section import Block, BlockKind
from ui.escaping import as_html

CELLS = " | "
INDENT = "  "


def blocks_html(blocks: Iterable[Block], marked: Sequence[str] = (), table_label: str = "") -> str:
    """The blocks as HTML; every word of the document is escaped, and each text of `marked` is marked."""
    marker = _Marker(marked)
    return "".join(_block(block, marker, table_label) for block in blocks)


class _Marker:
    """Escapes a text and marks the passages that matter in it."""

    def __init__(self, marked: Sequence[str]) -> None:
        longest_first = sorted({text for text in marked if text.strip()}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __call__(self, text: str) -> str:
        if self._pattern is None:
            return as_html(text)
        parts: list[str] = []
        end = 0
        for match in self._pattern.finditer(text):
            parts += [as_html(text[end : match.start()]), f"<mark>{as_html(match.group())}</mark>"]
            end = match.end()
        return "".join([*parts, as_html(text[end:])])

    def whole(self, text: str) -> bool:
        return self._pattern is not None and self._pattern.fullmatch(text) is not None


def _block(block: Block, marker: _Marker, table_label: str) -> str:
    match block.kind:
        case BlockKind.STEPS:
            return _list(_depths(block.items), "ol", marker)
        case BlockKind.BULLETS:
            return _list(_depths(block.items), "ul", marker)
        case BlockKind.TABLE:
            return _table(block.items, marker, table_label)
        case BlockKind.CODE:
            return "".join(f"<pre><code>{marker(item)}</code></pre>" for item in block.items)
        case BlockKind.NOTE:
            return "".join(f'<p class="note">{_lines(marker(item))}</p>' for item in block.items)
        case BlockKind.PARAGRAPH:
            return "".join(f"<p>{_lines(marker(item))}</p>" for item in block.items)


def _lines(escaped: str) -> str:
    return escaped.replace("\n", "<br>")


def _depths(items: Sequence[str]) -> list[tuple[int, str]]:
    return [((len(item) - len(item.lstrip(" "))) // len(INDENT), item.strip()) for item in items]


def _list(items: list[tuple[int, str]], tag: str, marker: _Marker) -> str:
    """A list whose deeper items form a list inside the item above them."""
    if not items:
        return ""
    level = min(depth for depth, _ in items)
    starts = [index for index, (depth, _) in enumerate(items) if depth == level]
    orphans = _list(items[: starts[0]], "ul", marker)
    entries = (
        f"<li>{_lines(marker(items[start][1]))}{_list(items[start + 1 : stop], 'ul', marker)}</li>"
        for start, stop in zip(starts, [*starts[1:], len(items)], strict=True)
    )
    return f"{orphans}<{tag}>{''.join(entries)}</{tag}>"


def _table(rows: Sequence[str], marker: _Marker, label: str) -> str:
    """A table that scrolls inside itself where it is wider than the screen, with the keyboard too."""
    head, *body = [row.split(CELLS) for row in rows] or [[]]
    width = max((len(row) for row in [head, *body]), default=0)
    heading = "".join(f'<th scope="col">{marker(cell)}</th>' for cell in _filled(head, width))
    lines = "".join(_row(cells, width, marker) for cells in body)
    table = f"<table><thead><tr>{heading}</tr></thead><tbody>{lines}</tbody></table>"
    return f'<div class="table" role="region" tabindex="0" aria-label="{as_html(label)}">{table}</div>'


def _row(cells: list[str], width: int, marker: _Marker) -> str:
    whole = marker.whole(CELLS.join(cells))
    shown = [f"<mark>{as_html(cell)}</mark>" if whole and cell else marker(cell) for cell in cells]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in _filled(shown, width)) + "</tr>"


def _filled(cells: list[str], width: int) -> list[str]:
    return cells + [""] * (width - len(cells))
