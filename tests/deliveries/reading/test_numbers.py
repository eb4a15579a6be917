from __future__ import annotations

import contextlib
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliveries.reading.cells import Cell
from deliveries.reading.lines import Fault
from deliveries.reading.numbers import BadNumber, read_count


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12", 12), ("12,0", 12), ("12.0", 12), ("12,00", 12), ("12,", 12), (" 12 ", 12), ("007", 7),
        ("1.200", 1200), ("1.200,0", 1200), ("12.000", 12_000), ("1.000.000", 1_000_000), ("0", 0),
        ("0,0", 0), ("-0", 0), (12, 12), (12.0, 12), (0, 0),
    ],
)  # fmt: skip
def test_whole_numbers_are_read_as_they_are_written(cell: Cell, number: int) -> None:
    assert read_count(cell) == number


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("1,5", Fault.FRACTION), ("1.5", Fault.FRACTION), ("1,200", Fault.FRACTION),
        ("1.20", Fault.FRACTION), ("0.200", Fault.FRACTION), (2.5, Fault.FRACTION),
        ("-2", Fault.NEGATIVE), ("\u22122", Fault.NEGATIVE), ("– 2", Fault.NEGATIVE), (-2, Fault.NEGATIVE),
        (-0.5, Fault.NEGATIVE), ("-2,5", Fault.NEGATIVE), ("-" + "9" * 40, Fault.NEGATIVE),
        ("zwei", Fault.NOT_A_NUMBER), ("=1+2", Fault.NOT_A_NUMBER), ("12 Stück", Fault.NOT_A_NUMBER),
        ("1 200", Fault.NOT_A_NUMBER), ("1e3", Fault.NOT_A_NUMBER), ("+5", Fault.NOT_A_NUMBER),
        ("1.2000", Fault.FRACTION), ("1.200.00", Fault.NOT_A_NUMBER), ("-", Fault.NOT_A_NUMBER),
        ("12,0,0", Fault.NOT_A_NUMBER), ("１２", Fault.NOT_A_NUMBER), ("", Fault.NOT_A_NUMBER),
        (True, Fault.NOT_A_NUMBER), (datetime(2024, 1, 1), Fault.NOT_A_NUMBER),  # noqa: DTZ001
        (float("nan"), Fault.NOT_A_NUMBER), (float("inf"), Fault.TOO_LARGE),
        ("1.000.001", Fault.TOO_LARGE), ("9" * 5000, Fault.TOO_LARGE), (10**400, Fault.TOO_LARGE),
    ],
)  # fmt: skip
def test_everything_else_is_a_fault(cell: Cell, fault: Fault) -> None:
    with pytest.raises(BadNumber) as raised:
        read_count(cell)
    assert raised.value.fault is fault


@given(st.one_of(st.text(), st.integers(), st.floats(), st.text("0123456789.,-", max_size=12)))
def test_a_number_is_within_its_bounds_or_refused(cell: str | int | float) -> None:
    with contextlib.suppress(BadNumber):
        assert 0 <= read_count(cell) <= 1_000_000


@given(st.integers(0, 1_000_000))
def test_german_thousands_are_the_number_that_they_mean(number: int) -> None:
    assert read_count(f"{number:,}".replace(",", ".")) == number
