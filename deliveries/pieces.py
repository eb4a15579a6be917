"""How many pieces of a line are in which stage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from deliveries.stages import ARRIVED, COMING, PROGRESS, USABLE, Stage


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces of a line, each in one stage; `cancelled` ones are still counted among the ordered.

    Raises ValueError where a number is negative.
    """

    planned: int = 0
    commissioned: int = 0
    delivered: int = 0
    mounted: int = 0
    tested: int = 0
    set_up: int = 0
    in_use: int = 0
    cancelled: int = 0

    def __post_init__(self) -> None:
        if min(self.counts()) < 0:
            raise ValueError("pieces cannot be fewer than none")

    def __iter__(self) -> Iterator[tuple[Stage, int]]:
        """The stages in which there are pieces, in their order."""
        return ((stage, self[stage]) for stage in (*PROGRESS, Stage.CANCELLED) if self[stage])

    def __getitem__(self, stage: Stage) -> int:
        return int(getattr(self, stage.value))

    def __add__(self, other: Pieces) -> Pieces:
        return Pieces(*(one + two for one, two in zip(self.counts(), other.counts(), strict=True)))

    @property
    def total(self) -> int:
        return sum(self.counts())

    @property
    def wanted(self) -> int:
        """All but the cancelled."""
        return self.total - self.cancelled

    @property
    def coming(self) -> int:
        return self.among(COMING)

    @property
    def arrived(self) -> int:
        """At the school, usable or not yet."""
        return self.among(ARRIVED)

    @property
    def usable(self) -> int:
        return self.among(USABLE)

    def among(self, stages: Collection[Stage]) -> int:
        return sum(self[stage] for stage in stages)

    def counts(self) -> tuple[int, ...]:
        """How many are in each stage, as the fields stand. Much faster than `dataclasses.astuple`, and called
        a dozen times for each line of a list."""
        here = (self.planned, self.commissioned, self.delivered, self.mounted)
        return (*here, self.tested, self.set_up, self.in_use, self.cancelled)

    def put(self, stages: Mapping[Stage, int]) -> Pieces:
        return replace(self, **{stage.value: count for stage, count in stages.items()})


def reported(stage: Stage, ordered: int, delivered: int | None, before: Pieces | None = None) -> Pieces:
    """What a list that tells one stage and how many have arrived says of the pieces. A stage after delivery
    is said of all that have arrived; where the list only says that some have arrived, or that the line is
    blocked or cancelled, pieces that were further on already stay there.

    Raises ValueError where more have arrived than were ordered.
    """
    arrived = _arrived(stage, ordered, delivered, before)
    here = Pieces().put({stage: arrived}) if stage in ARRIVED else _kept(before or Pieces(), arrived)
    rest = ordered - arrived
    return here + Pieces().put({_waiting(stage, before): rest})


def _arrived(stage: Stage, ordered: int, delivered: int | None, before: Pieces | None) -> int:
    if delivered is not None:
        return delivered
    known = min(before.arrived, ordered) if before else 0
    match stage:
        case Stage.PLANNED | Stage.COMMISSIONED:
            return 0
        case Stage.PART_DELIVERED | Stage.BLOCKED | Stage.CANCELLED:
            return known
    return ordered


def _kept(before: Pieces, arrived: int) -> Pieces:
    """So many pieces, as far on as they were: what is new has just been delivered, what is gone is taken from
    those least far on."""
    kept, left = Pieces(), arrived
    for stage in reversed(PROGRESS):
        if stage in ARRIVED:
            count = min(left, before[stage])
            kept, left = kept.put({stage: count}), left - count
    return kept.put({Stage.DELIVERED: kept.delivered + left})


def _waiting(stage: Stage, before: Pieces | None) -> Stage:
    """The stage of the pieces that have not arrived."""
    if stage in {Stage.PLANNED, Stage.CANCELLED}:
        return stage
    was_planned = before is not None and before.planned > 0 and before.commissioned == 0
    return Stage.PLANNED if stage is Stage.BLOCKED and was_planned else Stage.COMMISSIONED
