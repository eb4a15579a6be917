"""Narrowing a school's lines, and what each choice would leave."""

from __future__ import annotations

from deliveries.facts import Device
from deliveries.pieces import Pieces
from deliveries.promises import Standing
from deliveries.stages import Stage
from deliveries.status.lines import Situation
from tests.ui.deliveries.made import status
from ui.deliveries.choice import (
    Choice,
    State,
    chosen,
    counted_kinds,
    counted_states,
    narrowed,
    parted,
    states_of,
)

TABLET = Device("Tablet", "Apple", "iPad")
LATE = status(Pieces(mounted=4, commissioned=8), Standing.LATE, days=9)
BLOCKED = status(stage=Stage.BLOCKED, device=TABLET)
COMING = status()
USABLE = status(Pieces(in_use=3), Standing.DONE, device=TABLET)
CANCELLED = status(Pieces(cancelled=5), Standing.STOPPED, stage=Stage.CANCELLED)
ALL = [LATE, BLOCKED, COMING, USABLE, CANCELLED]


def test_a_line_may_be_several_things_at_once() -> None:
    assert states_of(LATE) == {State.LATE, State.COMING, State.HERE}
    assert states_of(BLOCKED) == {State.BLOCKED, State.COMING}
    assert states_of(USABLE) == {State.HERE}
    assert states_of(CANCELLED) == set()


def test_a_blocked_line_that_was_cancelled_is_not_in_the_way_of_anybody() -> None:
    assert states_of(status(Pieces(cancelled=1), Standing.STOPPED, stage=Stage.BLOCKED)) == set()


def test_narrowing_by_state_and_kind() -> None:
    assert narrowed(ALL, Choice()) == ALL
    assert narrowed(ALL, Choice(State.COMING)) == [LATE, BLOCKED, COMING]
    assert narrowed(ALL, Choice(State.HERE, ("Tablet",))) == [USABLE]
    assert narrowed(ALL, Choice(kinds=("Tablet", "Display"))) == ALL
    assert narrowed(ALL, Choice(kinds=("Beamer",))) == []


def test_counts_are_those_beside_what_else_is_chosen() -> None:
    assert counted_states(ALL, Choice()) == {
        State.LATE: 1,
        State.BLOCKED: 1,
        State.COMING: 3,
        State.HERE: 2,
    }
    assert counted_states(ALL, Choice(kinds=("Tablet",))) == {
        State.BLOCKED: 1,
        State.COMING: 1,
        State.HERE: 1,
    }
    assert counted_kinds(ALL, Choice()) == {"Display": 3, "Tablet": 2}
    assert counted_kinds(ALL, Choice(State.BLOCKED)) == {"Tablet": 1}


def test_what_is_chosen_stays_in_sight_even_when_nothing_is_left() -> None:
    assert counted_states([USABLE], Choice(State.LATE)) == {State.LATE: 0, State.HERE: 1}
    assert counted_kinds([USABLE], Choice(kinds=("Beamer",))) == {"Tablet": 1, "Beamer": 0}


def test_words_of_an_address_that_mean_nothing_choose_nothing() -> None:
    assert chosen("kommt", ("Tablet",)) == Choice(State.COMING, ("Tablet",))
    assert not chosen("<script>", ())
    assert not chosen("", ())


def test_the_most_urgent_come_first_and_no_heading_is_empty() -> None:
    assert list(parted([USABLE, LATE, COMING])) == [Situation.LATE, Situation.COMING, Situation.USABLE]
    assert sum(map(len, parted(ALL).values())) == len(ALL)
