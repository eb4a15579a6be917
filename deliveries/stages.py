"""The stages of a delivery: one table with their groups, order, words and colours.

What a list may say of an order line is one stage for the whole line. The pieces of a line are each in one of
the stages of `PROGRESS`: partial deliveries are normal. Blocked, partly delivered, cancelled are said beside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.people.names import fold


class Stage(StrEnum):
    """In the order in which a line goes through them; a line may go back, or be blocked at any time."""

    PLANNED = "planned"
    COMMISSIONED = "commissioned"
    PART_DELIVERED = "part_delivered"
    DELIVERED = "delivered"
    MOUNTED = "mounted"
    TESTED = "tested"
    SET_UP = "set_up"
    IN_USE = "in_use"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"


class Group(StrEnum):
    """What a stage means to a school."""

    COMING = "coming"
    HERE = "here"  # but not usable yet
    USABLE = "usable"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class StageFacts:
    """`words` are the names in German and English, `of_pieces` what is said of pieces in this stage ("12 von
    20 Displays montiert"); `spellings` are how lists may write it, folded. Colours are for a light and a dark
    page."""

    group: Group
    words: Mapping[str, str]
    of_pieces: Mapping[str, str]
    spellings: tuple[str, ...]
    colours: tuple[str, str]
    progress: bool = True


def _facts(
    group: Group,
    words: tuple[str, str],
    of_pieces: tuple[str, str],
    spellings: str,
    colours: tuple[str, str],
    progress: bool = True,
) -> StageFacts:
    written = tuple(fold(word) for word in (words[0], *spellings.split(",")) if word)
    pair = ("de", "en")
    return StageFacts(
        group,
        dict(zip(pair, words, strict=True)),
        dict(zip(pair, of_pieces, strict=True)),
        written,
        colours,
        progress,
    )


STAGES: Mapping[Stage, StageFacts] = {
    Stage.PLANNED: _facts(
        Group.COMING, ("Planung", "Planning"), ("in Planung", "being planned"), "in Planung,geplant",
        ("#8a8578", "#8f9a9c"),
    ),
    Stage.COMMISSIONED: _facts(
        Group.COMING, ("Beauftragt", "Ordered"), ("bestellt", "ordered"), "bestellt", ("#b98a2f", "#d0a24a")
    ),
    Stage.PART_DELIVERED: _facts(
        Group.HERE, ("Teilgeliefert", "Partly delivered"), ("geliefert", "delivered"),
        "Teillieferung,Teilversorgung", ("#4f8aa8", "#7fb3cf"), progress=False,
    ),
    Stage.DELIVERED: _facts(
        Group.HERE, ("Geliefert", "Delivered"), ("geliefert", "delivered"), "vollständig geliefert",
        ("#4f8aa8", "#7fb3cf"),
    ),
    Stage.MOUNTED: _facts(
        Group.HERE, ("Montiert", "Mounted"), ("montiert", "mounted"), "", ("#2f7390", "#5d9dbd")
    ),
    Stage.TESTED: _facts(
        Group.HERE, ("Funktionstest", "Being tested"), ("im Funktionstest", "being tested"), "",
        ("#1f6578", "#4c93a8"),
    ),
    Stage.SET_UP: _facts(
        Group.USABLE, ("Eingerichtet", "Set up"), ("eingerichtet", "set up"), "", ("#3f8a57", "#74c08c")
    ),
    Stage.IN_USE: _facts(
        Group.USABLE, ("In Betrieb", "In use"), ("in Betrieb", "in use"), "", ("#2e6b3e", "#5aa872")
    ),
    Stage.BLOCKED: _facts(
        Group.STOPPED, ("Blockiert", "Blocked"), ("blockiert", "blocked"), "", ("#a32a2a", "#e08a80"),
        progress=False,
    ),
    Stage.CANCELLED: _facts(
        Group.STOPPED, ("Storniert", "Cancelled"), ("storniert", "cancelled"), "Storno",
        ("#6f6a60", "#7d8789"), progress=False,
    ),
}  # fmt: skip

# The stages in which a piece can be, in their order.
PROGRESS: tuple[Stage, ...] = tuple(stage for stage in Stage if STAGES[stage].progress)
COMING = frozenset(stage for stage in PROGRESS if STAGES[stage].group is Group.COMING)
ARRIVED = frozenset(stage for stage in PROGRESS if STAGES[stage].group in {Group.HERE, Group.USABLE})
USABLE = frozenset(stage for stage in PROGRESS if STAGES[stage].group is Group.USABLE)

SPELLINGS: Mapping[str, Stage] = {word: stage for stage in Stage for word in STAGES[stage].spellings}


def stage_called(word: str) -> Stage | None:
    """The stage that the word means in a list; never a guess."""
    return SPELLINGS.get(fold(word))
