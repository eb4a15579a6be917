"""Every list that other programs have handed over comes to what is expected of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from deliveries.reading.export import Export, ReadLine, read_export
from deliveries.refusals import NoLines
from deliveries.stages import STAGES
from tests.deliveries.reading.expected import EXPECTED, content, decided_by_reading, found, spot_checks

READ = [name for name, told in EXPECTED.items() if told["accepted"]]
# Schools are looked up later: their names need not be those of the list of schools.
ALIKE = {"08-schulnamen.csv"}


@pytest.fixture(params=READ)
def told(request: pytest.FixtureRequest) -> Mapping[str, Any]:
    return EXPECTED[request.param]


@cache
def read_file(name: str) -> Export:
    return read_export(content(name), name)


@pytest.fixture
def export(told: Mapping[str, Any]) -> Export:
    return read_file(told["file"])


def test_each_list_gives_its_lines_and_its_faults(told: Mapping[str, Any], export: Export) -> None:
    unknown = sum(error["kind"] == "unknown_school" for error in told["row_errors"])
    either = [(row.get("sheet", ""), row["line"]) for row in told.get("either", [])]
    taken = [line for line in export.lines if (line.sheet, line.row) not in either]
    assert len(taken) == told["rows_ok"] + unknown
    assert [found(fault) for fault in export.faults if (fault.sheet, fault.row) not in either] == list(
        decided_by_reading(told)
    )


def test_what_may_be_taken_or_reported_is_one_of_both(told: Mapping[str, Any], export: Export) -> None:
    reported = {(fault.sheet, fault.row) for fault in export.faults}
    rows = {(line.sheet, line.row) for line in export.lines}
    for row in told.get("either", []):
        place = (row.get("sheet", ""), row["line"])
        assert (place in reported) + (place in rows) <= 1


def value_of(line: ReadLine, field: str) -> object:
    match field:
        case "category" | "make" | "model":
            return getattr(line.device, field)
        case "device":
            return line.device.name
        case "stage":
            return STAGES[line.stage].words["de"]
        case "planned_date":
            return line.promise and line.promise.last.isoformat()
    return getattr(line, field)


def test_each_field_is_as_expected(told: Mapping[str, Any], export: Export) -> None:
    lines = {(line.order, line.position): line for line in export.lines}
    for check, known in spot_checks(told):
        line = lines[known]
        assert line.row == check["sheet_row"]
        assert line.sheet == check.get("sheet", "")
        if check["field"] != "school" or told["file"] not in ALIKE:
            assert value_of(line, check["field"]) == check["value"]
        if "from" in check and line.promise:
            assert line.promise.first.isoformat() == check["from"]
            assert line.promise.written == check["written"]


def test_a_list_with_headings_only_is_refused() -> None:
    with pytest.raises(NoLines):
        read_export(content("14-nur-kopfzeile.csv"), "14-nur-kopfzeile.csv")


def test_a_web_page_that_calls_itself_a_workbook_is_read() -> None:
    export = read_export(content("15-html-tabelle.xls"), "15-html-tabelle.xls")
    assert [line.order for line in export.lines] == ["B-2024-1501", "B-2024-1502"]
    assert [line.row for line in export.lines] == [2, 3]
    assert export.faults == ()


def test_twenty_thousand_lines_are_read_in_seconds() -> None:
    data = content("16-zwanzigtausend-zeilen.csv")
    begun = time.process_time()
    read_export(data, "16.csv")
    assert time.process_time() - begun < 8


def test_lists_of_the_same_make_are_one_series() -> None:
    names = ("01-lieferstand-2024-02-05.csv", "02-lieferstand-2024-03-04.csv", "05-liste-mit-titel.xlsx")
    others = ("06-mehrere-blaetter.xlsx", "07-andere-spaltennamen.csv", "04-utf16-tabulator.csv")
    series = [read_export(content(name), name).series for name in (*names, *others)]
    assert len(set(series[:4])) == 1  # the sequence of columns does not matter
    assert len(set(series)) == 3


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("01-lieferstand-2024-02-05.csv", "2024-02-05"),
        ("04-utf16-tabulator.csv", "2024-02-05"),
        ("05-liste-mit-titel.xlsx", "2024-03-04"),
        ("03-semikolon-cp1252.csv", "None"),
    ],
)
def test_a_list_says_of_which_day_it_tells(name: str, day: str) -> None:
    assert str(read_export(content(name), name).as_of) == day


def test_sheets_without_order_lines_are_passed_over() -> None:
    name = "06-mehrere-blaetter.xlsx"
    assert read_export(content(name), name).sheets == ("Grundschulen", "Weiterführende")
