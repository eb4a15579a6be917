from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliveries.reading.export import read_records
from deliveries.reading.headings import Column
from deliveries.refusals import DeliveryRefusal, NoLines, NotATable
from tests.deliveries.reading.expected import faults

RECORD: Mapping[str, object] = {
    "order": "B-1", "position": 10, "school": "GS Salbke", "device": "iPad", "ordered": 4,
    "delivered": None, "stage": "Geliefert", "planned_date": "KW 14/2024", "unknown": [1],
}  # fmt: skip
DAY = date(2024, 2, 5)


def test_records_are_read_like_rows() -> None:
    export = read_records([RECORD], "GLPI", DAY)
    line = export.lines[0]
    assert (line.row, line.order, line.position, line.ordered, line.delivered) == (1, "B-1", 10, 4, None)
    assert line.promise
    assert (line.promise.last, line.promise.written) == (date(2024, 4, 7), "KW 14/2024")
    assert (export.name, export.as_of, export.faults, export.sheets) == ("GLPI", DAY, (), ())


def test_faults_name_the_record_and_its_key() -> None:
    records = [RECORD, {**RECORD, "position": 20, "ordered": 2.5, "school": ""}]
    export = read_records(records, "GLPI", None)
    assert faults(export) == [(2, "school", "", "missing"), (2, "ordered", "2.5", "fraction")]


def test_without_a_position_it_stands_behind_the_slash() -> None:
    line = read_records([{**RECORD, "order": "A-24/2", "position": ""}], "GLPI", None).lines[0]
    assert (line.order, line.position) == ("A-24", 2)


def test_records_that_contradict_each_other_are_reported() -> None:
    export = read_records([RECORD, {**RECORD, "ordered": 5}], "GLPI", None)
    assert faults(export) == [(1, "position", "10", "contradiction"), (2, "position", "10", "contradiction")]


def test_the_series_does_not_depend_on_what_is_left_open() -> None:
    fewer = {key: value for key, value in RECORD.items() if key != "planned_date"}
    assert read_records([RECORD], "a", None).series == read_records([fewer], "b", None).series


def test_no_records_are_refused() -> None:
    with pytest.raises(NoLines):
        read_records([], "GLPI", None)


@pytest.mark.parametrize("value", [{"a": 1}, [1], 10**40])
def test_values_that_no_cell_can_hold_are_refused(value: object) -> None:
    with pytest.raises(NotATable):
        read_records([{**RECORD, "reason": value}], "GLPI", None)


def test_keys_of_no_use_may_hold_anything() -> None:
    record = {**RECORD, "other": 10**5000}
    assert read_records([record], "GLPI", None).digest == read_records([RECORD], "GLPI", None).digest


VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20))


@given(st.lists(st.dictionaries(st.sampled_from([column.value for column in Column]), VALUES), max_size=5))
def test_any_records_are_read_or_refused(records: list[dict[str, object]]) -> None:
    try:
        export = read_records(records, "GLPI", None)
    except DeliveryRefusal:
        return
    assert {fault.row for fault in export.faults} | {line.row for line in export.lines}
    assert all(line.ordered > 0 and (line.delivered or 0) <= line.ordered for line in export.lines)
