"""A sheet with its rows, as all readers of files give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from deliveries.reading.cells import Cell, as_text
from deliveries.refusals import TooLarge

LARGEST = 20  # megabytes of a file
HEADING_ROWS = 30  # the headings stand among the first so many rows that are not blank
MOST_CELLS = 3_000_000  # of a whole file
MOST_ACROSS = 16_384  # columns, as in Excel
MOST_DOWN = 1_048_576  # rows


class Budget:
    """How much one file may bring; what is hidden in a small file can be endless."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, count: int = 1) -> None:
        """Raises TooLarge."""
        self.left -= count
        if self.left < 0:
            raise TooLarge(LARGEST)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank, with the number that Excel shows. Cells behind the last may be missing."""

    number: int
    cells: Sequence[Cell]
    filled: frozenset[int] = frozenset()  # the places of cells whose value comes from a merged cell above

    def text(self, place: int | None) -> str:
        return as_text(self[place])

    def __getitem__(self, place: int | None) -> Cell:
        return None if place is None or place >= len(self.cells) else self.cells[place]

    def own(self) -> Iterator[int]:
        """The places of the cells that are filled in this row itself."""
        return (place for place, cell in enumerate(self.cells) if _told(cell) and place not in self.filled)


def _told(cell: Cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet whose rows can be gone through once."""

    name: str
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class Merge:
    """A cell over several rows: its place, and its first and last row."""

    place: int
    first: int
    last: int


def merged(rows: Iterable[Row], merges: Iterable[Merge]) -> Iterator[Row]:
    """The rows, with the value of a cell that goes over several of them in each; blank rows stay away."""
    waiting = sorted(merges, key=lambda merge: merge.first, reverse=True)
    valid: dict[int, tuple[int, Cell]] = {}  # by place: the last row, and the value
    for row in rows:
        valid = {place: kept for place, kept in valid.items() if kept[0] >= row.number}
        if valid:
            row = _with(row, {place: value for place, (_, value) in valid.items()})
        while waiting and waiting[-1].first <= row.number:
            merge = waiting.pop()
            if merge.first == row.number:
                valid[merge.place] = merge.last, row[merge.place]
        yield row


def _with(row: Row, above: Mapping[int, Cell]) -> Row:
    width = max(len(row.cells), max(above) + 1)
    cells = [*row.cells, *[None] * (width - len(row.cells))]
    for place, value in above.items():
        cells[place] = value
    return Row(row.number, cells, frozenset(above))
