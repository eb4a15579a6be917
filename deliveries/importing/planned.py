"""What a list would do, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.people.person import School
from deliveries.importing.changes import PlannedChange
from deliveries.reading.export import Export, ReadLine, RowFault


class Outcome(StrEnum):
    """What becomes of a line of the list."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OUTDATED = "outdated"  # the list is older than the one that spoke last of this line, which stays as it is


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """`line_id` is None for a line that is new; its changes then go from nothing to what is known."""

    line: ReadLine
    school: School
    outcome: Outcome
    changes: tuple[PlannedChange, ...]
    line_id: int | None

    @property
    def backwards(self) -> bool:
        return any(change.backwards for change in self.changes)


@dataclass(frozen=True, slots=True)
class Missing:
    """A line that is known and that a list of the same make does not name any more."""

    line_id: int
    order: str
    position: int
    school_name: str


@dataclass(frozen=True, slots=True)
class Plan:
    """`as_of` is the day of which the list tells, `dated` whether that was said (by the list or by a person).
    `faults` are the reading's and the unknown schools, by sheet and row. `unlisted` are all known lines of
    lists of the same make that this one lacks; `missing` those of them to ask about, because the list is a
    complete one (`full`) and more was to come."""

    export: Export
    as_of: date
    dated: bool
    full: bool
    lines: tuple[PlannedLine, ...]
    faults: tuple[RowFault, ...]
    missing: tuple[Missing, ...]
    unlisted: tuple[Missing, ...] = ()

    def count(self, outcome: Outcome) -> int:
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def rows_ok(self) -> int:
        return len(self.lines)
