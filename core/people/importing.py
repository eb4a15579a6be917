"""What imports of schools and of people have in common: what they come to, and how cells are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.people.csv_reading import Fault, Line, RowError
from core.people.emails import BadEmail
from core.people.names import NameMissing, NameTooLong


@dataclass(frozen=True, slots=True)
class Imported:
    """How many of the list's schools or people were new, were changed, and were like that already."""

    created: int
    changed: int
    unchanged: int

    def __str__(self) -> str:
        return f"{self.created} created, {self.changed} changed, {self.unchanged} unchanged"


class ImportRefused(Exception):
    """The list has faults, all of them in `errors` by line; nothing was written."""

    def __init__(self, errors: Iterable[RowError]) -> None:
        self.errors = by_line(errors)
        super().__init__(f"{len(self.errors)} faults")


def by_line(errors: Iterable[RowError]) -> tuple[RowError, ...]:
    return tuple(sorted(errors, key=lambda error: error.line))


def judged(line: Line, column: str, check: Callable[[str], object]) -> list[RowError]:
    """The fault of the cell where the check refuses what stands in it."""
    try:
        check(line[column])
    except NameMissing:
        return [line.error(column, Fault.CELL_EMPTY)]
    except NameTooLong:
        return [line.error(column, Fault.TOO_LONG)]
    except BadEmail:
        return [line.error(column, Fault.BAD_EMAIL if line[column] else Fault.CELL_EMPTY)]
    return []
