"""What there is to tell of a line, in no language yet."""

from __future__ import annotations

from dataclasses import dataclass

from core.people.names import clean
from deliveries.facts import ReasonKind
from deliveries.promises import Judgement, Standing
from deliveries.reading.reasons import reason_kind
from deliveries.stages import ARRIVED, COMING, Stage
from deliveries.status.found import LineStatus
from deliveries.words.devices import Noun, noun_of

LONGEST_QUOTE = 140
Parts = tuple[tuple[Stage, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """`arrived` and `waiting` are the pieces in their stages, those furthest on first, `cancelled` those that
    will not come. Of the reason there is a kind that has words of its own, or what the list says. `missing`
    are the pieces that the school has looked for and not found, until somebody has seen to it."""

    noun: Noun
    wanted: int
    cancelled: int
    arrived: Parts
    waiting: Parts
    blocked: bool
    usable: bool
    judgement: Judgement
    kind: ReasonKind | None
    quote: str
    missing: int

    @property
    def here(self) -> int:
        return sum(count for _stage, count in self.arrived)

    @property
    def coming(self) -> int:
        return sum(count for _stage, count in self.waiting)


def told_of(status: LineStatus) -> Told:
    line, pieces, receipt = status.line, status.line.pieces, status.receipt
    parts = tuple(reversed(tuple(pieces)))
    moved = status.judgement.standing is Standing.MOVED
    why = status.judgement.why if moved and not line.reason and not line.reason_kind else ""
    kind = reason_kind(why) if why else line.reason_kind
    if kind is ReasonKind.OTHER or _comes_earlier(status) or (line.reason and not pieces.wanted):
        kind = None  # then the reason holds nothing up
    return Told(
        noun=noun_of(line.device),
        wanted=pieces.wanted,
        cancelled=pieces.cancelled,
        arrived=tuple(part for part in parts if part[0] in ARRIVED),
        waiting=tuple(part for part in parts if part[0] in COMING),
        blocked=line.stage is Stage.BLOCKED,
        usable=pieces.usable == pieces.wanted,
        judgement=status.judgement,
        kind=kind,
        quote="" if kind else quotable(line.reason or why),
        missing=receipt.missing if receipt and receipt.settled_at is None else 0,
    )


def _comes_earlier(status: LineStatus) -> bool:
    on_time = status.judgement.standing is Standing.ON_TIME and status.line.stage is not Stage.BLOCKED
    return on_time and status.judgement.before is not None


def number_words(count: int, language: str) -> str:
    """ "1.200", in English "1,200"."""
    return f"{count:,}".replace(",", ".") if language == "de" else f"{count:,}"


def quotable(text: str, longest: int = LONGEST_QUOTE) -> str:
    """The text in one line, not too long, without quotation marks that would end it."""
    line = clean(text).strip(" .-–").translate({ord(mark): "'" for mark in '„“”"»«'})
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
