"""Tables of HTML as rows of text; tables that only lay out a page are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bs4 import Tag

_MOST_COLUMNS = 60
_BLOCKS = ["table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ol"]

CellText = Callable[[Tag], str]


def is_layout(table: Tag) -> bool:
    """Whether the table holds no data but places the parts of a page."""
    if table.get("role") in ("presentation", "none") or table.find(["table", "h1", "h2", "h3"]):
        return True
    rows = list(_rows(table))
    widest = max((len(_cells(row)) for row in rows), default=0)
    if widest <= 1:
        return True
    return len(rows) == 1 and table.find("th") is None and table.find(_BLOCKS) is not None


def cells(table: Tag) -> Iterator[Tag]:
    for row in _rows(table):
        yield from _cells(row)


def rows(table: Tag, text: CellText) -> list[str]:
    """One line for each row, cells joined with " | ". A cell that spans rows is repeated in each of them."""
    lines: list[str] = []
    spanning: dict[int, tuple[int, str]] = {}
    for row in _rows(table):
        line, spanning = _row(row, spanning, text)
        if any(line):
            lines.append(" | ".join(line))
    return lines


def _row(
    row: Tag, above: dict[int, tuple[int, str]], text: CellText
) -> tuple[list[str], dict[int, tuple[int, str]]]:
    line: list[str] = []
    below: dict[int, tuple[int, str]] = {}
    own = iter(_cells(row))
    while len(line) < _MOST_COLUMNS:
        column = len(line)
        if column in above:
            left, value = above[column]
        elif (cell := next(own, None)) is not None:
            left, value = _span(cell), text(cell)
        elif any(later > column for later in above):
            left, value = 1, ""
        else:
            break
        line.append(value)
        if left > 1:
            below[column] = (left - 1, value)
    return line, below


def _span(cell: Tag) -> int:
    value = str(cell.get("rowspan") or "")
    return int(value) if value.isdecimal() and len(value) < 6 else 1


def _rows(table: Tag) -> Iterator[Tag]:
    for child in table.find_all(["tr", "thead", "tbody", "tfoot"], recursive=False):
        if child.name == "tr":
            yield child
        else:
            yield from child.find_all("tr", recursive=False)


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(["td", "th"], recursive=False))
