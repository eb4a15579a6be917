"""Order lines, promises and changes as the rest of the house sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.people.person import School
from deliveries.pieces import Pieces
from deliveries.stages import Stage


class Subproject(StrEnum):
    """The parts into which the city divides the work at a school."""

    NETWORK = "network"  # Netz: fibre, cabling
    WIFI = "wifi"  # WLAN
    SERVER = "server"
    DISPLAYS = "displays"
    DEVICES = "devices"  # Endgeräte
    SPECIAL = "special"  # Sondertechnik


class ReasonKind(StrEnum):
    """What holds a line up."""

    CABLING = "cabling"  # Verkabelung
    BUDGET = "budget"  # Budgetfreigabe
    TENDER = "tender"  # Neue Ausschreibung
    BUILDING = "building"  # Baustelle
    SCHOOL = "school"  # Entscheidung der Schule
    SUPPLIER = "supplier"  # Lieferant
    OTHER = "other"


class Field(StrEnum):
    """What of a line can change; each change is kept."""

    CREATED = "created"  # the line is new: from nothing to its stage
    SCHOOL = "school"
    DEVICE = "device"  # category, make, model or the one text for all three
    ROOM = "room"
    ORDERED = "ordered"
    DELIVERED = "delivered"
    STAGE = "stage"
    PIECES = "pieces"
    PROMISE = "promise"
    REASON = "reason"
    REASON_KIND = "reason_kind"
    PROGRAMME = "programme"
    MEASURE = "measure"
    EARMARKED_UNTIL = "earmarked_until"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A promised time, from its first to its last day (one day: both the same), and as it was written. It
    counts to its last day: a promise for May is broken in June."""

    last: date
    first: date
    written: str

    @property
    def is_day(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Device:
    """What was ordered; `name` is the one text of lists that do not tell the three apart."""

    category: str = ""
    make: str = ""
    model: str = ""
    name: str = ""

    def __str__(self) -> str:
        told = " ".join(part for part in (self.make, self.model) if part)
        return self.name or told or self.category


@dataclass(frozen=True, slots=True)
class Funding:
    """Where the money comes from: shown to heads and the city's team only."""

    programme: str
    measure: str = ""
    earmarked_until: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An order line. `delivered` is None where no list has said how many; `stage` is what was said last of
    the whole line, `pieces` how many are where. `as_of` is the day of which this is known and `source` who
    said it (a file's name, or nothing where a person did). `funding` is None for whoever may not see it."""

    id: int
    order: str
    position: int
    school: School
    device: Device
    subproject: Subproject
    room: str
    ordered: int
    delivered: int | None
    stage: Stage
    pieces: Pieces
    promise: Period | None
    reason: str
    reason_kind: ReasonKind | None
    as_of: date
    source: str
    funding: Funding | None
    delivered_on: date | None
    usable_on: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a line, never overwritten: `old` and `new` are canonical texts (`deliveries.kept`),
    `as_of` the day of which the source speaks, `source` the import's name, or "" where `by` (a person's name)
    changed it by hand. `backwards` marks what went back."""

    id: int
    line_id: int
    at: datetime
    as_of: date
    field: Field
    old: str | None
    new: str | None
    why: str
    source: str
    by: str
    backwards: bool
