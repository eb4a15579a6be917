"""What a sync did, for people and for programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """One document's outcome; `why` says the reason of a failure, or what was left out of a document that was
    read."""

    document: str
    outcome: Outcome
    passages: int = 0
    why: str = ""

    def __str__(self) -> str:
        passages = f" ({self.passages} passages)" if self.passages else ""
        return f"{self.outcome:9} {self.document}{passages}{': ' if self.why else ''}{self.why}"


@dataclass(slots=True)
class Report:
    """All outcomes of one run, in the order in which they were known. `interrupted` documents are met again
    by the next run."""

    lines: list[Line] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, outcome: Outcome) -> int:
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def nothing_readable(self) -> bool:
        """True when there were documents and not one of them could be read."""
        read = (Outcome.ADDED, Outcome.CHANGED, Outcome.UNCHANGED)
        return not any(self.count(outcome) for outcome in read)

    def as_json(self) -> dict[str, Any]:
        return {
            "counts": {outcome.value: self.count(outcome) for outcome in Outcome},
            "passages": sum(line.passages for line in self.lines),
            "seconds": round(self.seconds, 2),
            "documents": [
                {"document": line.document, "outcome": line.outcome.value, "passages": line.passages}
                | ({"why": line.why} if line.why else {})
                for line in self.lines
                if line.outcome is not Outcome.UNCHANGED
            ],
        }
