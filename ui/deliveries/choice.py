"""By what a school's lines are narrowed, and how many are left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from deliveries.promises import Standing
from deliveries.stages import Stage
from deliveries.status.lines import LineStatus, Situation
from deliveries.words.devices import category_of

STATE, KIND = "was", "art"  # as in addresses


class State(StrEnum):
    """What can be asked for, as in addresses. A line may be several of it: late, and still to come."""

    LATE = "verspaetet"
    BLOCKED = "blockiert"
    COMING = "kommt"
    HERE = "da"


@dataclass(frozen=True, slots=True)
class Choice:
    """`kinds` are categories of devices: one of them is wanted, or any where there are none."""

    state: State | None = None
    kinds: Collection[str] = ()

    def __bool__(self) -> bool:
        return self.state is not None or bool(self.kinds)


def chosen(state: str, kinds: Collection[str]) -> Choice:
    """What the words of an address choose; a word that means nothing chooses nothing."""
    return Choice(State(state) if state in list(State) else None, tuple(kinds))


def states_of(status: LineStatus) -> frozenset[State]:
    """All that can be asked for and is true of the line."""
    line, standing = status.line, status.judgement.standing
    true = {
        State.LATE: standing is Standing.LATE,
        State.BLOCKED: line.stage is Stage.BLOCKED and standing is not Standing.STOPPED,
        State.COMING: line.pieces.coming > 0 and standing is not Standing.STOPPED,
        State.HERE: line.pieces.arrived > 0,
    }
    return frozenset(state for state, holds in true.items() if holds)


def narrowed(lines: Iterable[LineStatus], choice: Choice) -> list[LineStatus]:
    """What fits all of the choice, in order."""
    return [status for status in lines if _is(status, choice.state) and _is_kind(status, choice.kinds)]


def parted(lines: Iterable[LineStatus]) -> dict[Situation, list[LineStatus]]:
    """The lines by what they mean to the school, the most urgent first."""
    under: dict[Situation, list[LineStatus]] = {situation: [] for situation in Situation}
    for status in lines:
        under[status.situation].append(status)
    return {situation: within for situation, within in under.items() if within}


def counted_states(lines: Iterable[LineStatus], choice: Choice) -> Mapping[State, int]:
    """How many lines each state would show beside the kinds that are chosen; what is chosen is named."""
    found = Counter(
        state for status in lines if _is_kind(status, choice.kinds) for state in states_of(status)
    )
    return {state: found[state] for state in State if found[state] or state is choice.state}


def counted_kinds(lines: Iterable[LineStatus], choice: Choice) -> Mapping[str, int]:
    """How many lines each kind would show beside the state that is chosen: the most frequent first."""
    found = Counter(kind_of(status) for status in lines if _is(status, choice.state))
    everything = {**{kind: found[kind] for kind in choice.kinds}, **found}
    named = {kind: count for kind, count in everything.items() if kind}
    return dict(sorted(named.items(), key=lambda item: (-item[1], item[0].casefold())))


def kind_of(status: LineStatus) -> str:
    """The kind of device; empty where no list has said it."""
    return category_of(status.line.device)


def _is(status: LineStatus, state: State | None) -> bool:
    return state is None or state in states_of(status)


def _is_kind(status: LineStatus, kinds: Collection[str]) -> bool:
    return not kinds or kind_of(status) in kinds
