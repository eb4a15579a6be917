"""How many pieces are where, after all that lists may say."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliveries.kept import keep_pieces, kept_pieces
from deliveries.pieces import Pieces, reported
from deliveries.stages import ARRIVED, COMING, PROGRESS, USABLE, Stage

NUMBERS = st.integers(0, 50)
PIECES = st.builds(Pieces, **{field.name: NUMBERS for field in fields(Pieces)})
ARRIVED_AT_LEAST_ONCE = [stage for stage in Stage if stage in ARRIVED]


@pytest.mark.parametrize(
    ("stage", "delivered", "before", "now"),
    [
        (Stage.PLANNED, 0, None, "planned 20"),
        (Stage.PLANNED, None, "mounted 20", "planned 20"),
        (Stage.COMMISSIONED, None, None, "commissioned 20"),
        (Stage.COMMISSIONED, 0, "mounted 20", "commissioned 20"),
        (Stage.COMMISSIONED, 6, None, "commissioned 14 delivered 6"),
        (Stage.PART_DELIVERED, 6, None, "commissioned 14 delivered 6"),
        (Stage.PART_DELIVERED, None, None, "commissioned 20"),
        (Stage.PART_DELIVERED, None, "mounted 6 commissioned 14", "commissioned 14 mounted 6"),
        (Stage.PART_DELIVERED, 9, "mounted 6 commissioned 14", "commissioned 11 delivered 3 mounted 6"),
        (Stage.PART_DELIVERED, 4, "in_use 3 mounted 6 commissioned 11", "commissioned 16 mounted 1 in_use 3"),
        (Stage.DELIVERED, 20, "mounted 6 commissioned 14", "delivered 20"),
        (Stage.MOUNTED, 12, None, "commissioned 8 mounted 12"),
        (Stage.MOUNTED, None, None, "mounted 20"),
        (Stage.TESTED, 20, "mounted 20", "tested 20"),
        (Stage.IN_USE, None, "commissioned 20", "in_use 20"),
        (Stage.BLOCKED, None, None, "commissioned 20"),
        (Stage.BLOCKED, None, "planned 20", "planned 20"),
        (Stage.BLOCKED, None, "planned 8 commissioned 12", "commissioned 20"),
        (Stage.BLOCKED, 6, "mounted 6 commissioned 14", "commissioned 14 mounted 6"),
        (Stage.CANCELLED, 0, "commissioned 20", "cancelled 20"),
        (Stage.CANCELLED, None, "in_use 6 commissioned 14", "in_use 6 cancelled 14"),
    ],
)
def test_what_a_list_says_of_the_pieces(
    stage: Stage, delivered: int | None, before: str | None, now: str
) -> None:
    known = kept_pieces(before) if before else None
    assert reported(stage, 20, delivered, known) == kept_pieces(now)


def test_a_changed_order_keeps_what_is_here() -> None:
    before = kept_pieces("in_use 6 commissioned 14")
    assert reported(Stage.PART_DELIVERED, 10, None, before) == kept_pieces("in_use 6 commissioned 4")
    assert reported(Stage.BLOCKED, 4, None, before) == kept_pieces("in_use 4")


@given(
    stage=st.sampled_from(Stage),
    ordered=st.integers(1, 60),
    delivered=st.none() | st.integers(0, 60),
    before=st.none() | PIECES,
)
def test_no_piece_is_lost_or_made_up(
    stage: Stage, ordered: int, delivered: int | None, before: Pieces | None
) -> None:
    if delivered is not None and delivered > ordered:
        with pytest.raises(ValueError, match="fewer than none"):
            reported(stage, ordered, delivered, before)
        return
    now = reported(stage, ordered, delivered, before)
    assert now.total == ordered
    assert delivered is None or now.arrived == delivered
    assert now.coming + now.arrived + now.cancelled == ordered
    assert now.wanted == ordered - now.cancelled
    assert (now.cancelled > 0) <= (stage is Stage.CANCELLED)


@given(stage=st.sampled_from(ARRIVED_AT_LEAST_ONCE), ordered=st.integers(1, 60))
def test_the_same_list_again_changes_nothing(stage: Stage, ordered: int) -> None:
    once = reported(stage, ordered, None)
    assert reported(stage, ordered, None, once) == once


@given(PIECES)
def test_pieces_are_read_back_as_they_were_written(pieces: Pieces) -> None:
    assert kept_pieces(keep_pieces(pieces)) == pieces
    assert dict(pieces) == {stage: count for stage, count in pieces if count}
    assert sum(count for _stage, count in pieces) == pieces.total


@pytest.mark.parametrize("field", [field.name for field in fields(Pieces)])
def test_no_number_is_negative(field: str) -> None:
    with pytest.raises(ValueError, match="fewer than none"):
        Pieces(**{field: -1})


def test_every_stage_of_a_piece_is_coming_or_here() -> None:
    assert set(PROGRESS) == COMING | ARRIVED
    assert not COMING & ARRIVED
    assert USABLE < ARRIVED
    assert {field.name for field in fields(Pieces)} == {stage.value for stage in (*PROGRESS, Stage.CANCELLED)}


def test_sums_are_by_stage() -> None:
    both = kept_pieces("planned 1 in_use 2") + kept_pieces("planned 3 set_up 4 cancelled 5")
    assert both == Pieces(planned=4, set_up=4, in_use=2, cancelled=5)
    assert (both.coming, both.usable, both.arrived, both.wanted, both.total) == (4, 6, 6, 10, 15)
