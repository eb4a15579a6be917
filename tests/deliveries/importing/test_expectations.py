"""Each export in tests/deliveries/exports does what its expectations say, all the way into the database."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import Database
from core.people.actor import OPERATOR
from core.people.school_import import import_schools, read_schools
from core.people.tables import SchoolRow
from deliveries.importing.missing import settle_missing
from deliveries.importing.plan import Outcome, Plan
from deliveries.importing.report import as_json
from deliveries.invariants import faults
from deliveries.kept import kept_period
from deliveries.reading.export import read_export
from deliveries.refusals import DeliveryRefusal
from deliveries.stages import STAGES, Stage
from deliveries.tables import LineChangeRow, OrderLineRow
from tests.deliveries.importing.lists import NOW, City

EXPORTS = Path(__file__).resolve().parents[1] / "exports"
EXPECTED: Sequence[dict[str, Any]] = json.loads((EXPORTS / "expectations.json").read_text("utf-8"))["files"]
HOSTILE = ("13-formeltext.csv", "14-nur-kopfzeile.csv", "15-html-tabelle.xls", "10-doppelte-positionen.csv")
MANY = 1_000  # lines, whose history is looked through elsewhere
COLUMNS = {"order": "order_number", "line": "position", "planned_date": "promised_last"}


def data_of(name: str) -> bytes:
    packed = EXPORTS / f"{name}.gz"
    return gzip.decompress(packed.read_bytes()) if packed.exists() else (EXPORTS / name).read_bytes()


@pytest.fixture
def magdeburg(database: Database) -> City:
    return with_schools(City(database))


def with_schools(city: City) -> City:
    with city.database.write.begin() as db:
        import_schools(db, read_schools(data_of("schulen.csv")), OPERATOR, NOW)
    return city


def handed_in(city: City, name: str) -> Plan | DeliveryRefusal:
    try:
        return city.takes_list(read_export(data_of(name), name)).plan
    except DeliveryRefusal as refusal:
        return refusal


@pytest.mark.parametrize("expected", EXPECTED, ids=[each["file"] for each in EXPECTED])
def test_a_file_does_what_is_expected(magdeburg: City, expected: dict[str, Any]) -> None:
    for before in expected.get("after", ()):
        handed_in(magdeburg, before)
    known = magdeburg.everything()
    told = handed_in(magdeburg, expected["file"])
    if isinstance(told, DeliveryRefusal):
        assert not expected["accepted"]
        assert as_json(told)["refusal"]
        assert magdeburg.everything() == known
        return
    taken_too = either(told, expected)
    wanted = expected if expected["accepted"] else expected["also_ok"]
    assert told.rows_ok == wanted["rows_ok"] + len(taken_too)
    errors_as_expected(told, expected)
    if expected["accepted"]:
        per_school_as_expected(magdeburg, told, expected, taken_too)
    for check in expected["spot_checks"]:
        stored_as_expected(magdeburg, check, told)
    changes_as_expected(magdeburg, told, expected)
    if told.rows_ok <= MANY:
        with magdeburg.database.read() as db:
            assert faults(db) == []


def either(plan: Plan, expected: dict[str, Any]) -> list[Any]:
    """Lines of rows that may be taken or reported: which of them were taken."""
    may = {(each.get("sheet", ""), each["line"]): each["if_taken"] for each in expected.get("either", ())}
    reported = {(fault.sheet, fault.row) for fault in plan.faults}
    taken = [line for line in plan.lines if (line.line.sheet, line.line.row) in may]
    for line in taken:
        told = may[line.line.sheet, line.line.row]
        assert told.get("school", line.school.name) == line.school.name
        last = line.line.promise.last.isoformat() if line.line.promise else None
        assert told.get("planned_date", last) == last
    assert not reported & {(line.line.sheet, line.line.row) for line in taken}
    return taken


def errors_as_expected(plan: Plan, expected: dict[str, Any]) -> None:
    may = {(each.get("sheet", ""), each["line"]) for each in expected.get("either", ())}
    found = {
        (each.get("sheet", ""), each["line"], each["column"], each["value"], each["kind"])
        for each in as_json(plan)["row_errors"]
        if (each.get("sheet", ""), each["line"]) not in may
    }
    assert found == {
        (each.get("sheet", ""), each["line"], each["column"], each["value"], each["kind"])
        for each in expected["row_errors"]
    }


def per_school_as_expected(city: City, plan: Plan, expected: dict[str, Any], taken_too: list[Any]) -> None:
    counted = Counter(line.school.name for line in plan.lines)
    counted.subtract(line.school.name for line in taken_too)
    assert +counted == Counter(expected["per_school"])
    if not expected.get("after"):
        stored = select(SchoolRow.name).join(OrderLineRow, OrderLineRow.school_id == SchoolRow.id)
        with city.database.read() as db:
            assert Counter(db.scalars(stored)) == Counter(line.school.name for line in plan.lines)


def stored_as_expected(city: City, check: dict[str, Any], plan: Plan) -> None:
    row = city.line(check["order"], check["line"])
    assert value_of(city, row, check["field"]) == check["value"]
    if "from" in check:
        assert row.promised_first is not None
        assert (row.promised_first.isoformat(), row.promised_written) == (check["from"], check["written"])
    read = {(line.line.order, line.line.position): line.line.row for line in plan.lines}
    assert read[check["order"], check["line"]] == check["sheet_row"]


def value_of(city: City, row: OrderLineRow, field: str) -> Any:
    if field == "school":
        with city.database.read() as db:
            return db.get_one(SchoolRow, row.school_id).name
    value = getattr(row, COLUMNS.get(field, field))
    if field == "stage":
        return STAGES[Stage(value)].words["de"]
    return value.isoformat() if hasattr(value, "isoformat") else value


def changes_as_expected(city: City, plan: Plan, expected: dict[str, Any]) -> None:
    if "changes" not in expected:
        return
    fields = {"stage", "delivered", "ordered", "promise", "reason"}
    told = [move for move in moves(city) if move[2] in fields]
    assert sorted(told, key=str) == sorted(map(expected_move, expected["changes"]), key=str)
    new = {(line.line.order, line.line.position) for line in plan.lines if line.outcome is Outcome.CREATED}
    assert new == {(each["order"], each["line"]) for each in expected["new_lines"]}
    assert plan.count(Outcome.UNCHANGED) == expected["unchanged_lines"]
    assert as_json(plan)["no_longer_listed"] == expected["no_longer_listed"]


def moves(city: City) -> list[tuple[str, int, str, Any, Any]]:
    """All changes of lines after they were new."""
    line, change = OrderLineRow, LineChangeRow
    later = (
        select(line.order_number, line.position, change.field, change.old, change.new)
        .join(line, line.id == change.line_id)
        .where(change.at != line.created_at)
    )
    with city.database.read() as db:
        return [(order, at, field, kept(field, old), kept(field, new))
                for order, at, field, old, new in db.execute(later)]  # fmt: skip


def kept(field: str, text: str | None) -> Any:
    match field:
        case "stage":
            return STAGES[Stage(text)].words["de"] if text else None
        case "promise":
            period = kept_period(text)
            return period.last.isoformat() if period else None
        case "delivered" | "ordered":
            return int(text) if text else None
    return text


def expected_move(change: dict[str, Any]) -> tuple[str, int, str, Any, Any]:
    field = {"planned_date": "promise"}.get(change["field"], change["field"])
    return change["order"], change["line"], field, change["from"], change["to"]


@pytest.mark.parametrize("name", ["01-lieferstand-2024-02-05.csv", "03-semikolon-cp1252.csv"])
def test_the_same_file_twice(magdeburg: City, name: str) -> None:
    handed_in(magdeburg, name)
    before = magdeburg.everything()
    told = handed_in(magdeburg, name)
    assert isinstance(told, Plan)
    assert told.count(Outcome.UNCHANGED) == told.rows_ok
    assert magdeburg.everything() == before


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_change_nothing_that_is_known(magdeburg: City, name: str) -> None:
    handed_in(magdeburg, "01-lieferstand-2024-02-05.csv")
    lines, changes = magdeburg.everything()
    handed_in(magdeburg, name)
    after = magdeburg.everything()
    assert after[0][: len(lines)] == lines
    assert after[1][: len(changes)] == changes


def test_a_file_with_the_day_in_its_name_tells_of_that_day(magdeburg: City) -> None:
    handed_in(magdeburg, "02-lieferstand-2024-03-04.csv")
    before = magdeburg.everything()
    told = handed_in(magdeburg, "01-lieferstand-2024-02-05.csv")
    assert isinstance(told, Plan)
    assert told.count(Outcome.OUTDATED) > 0
    assert (told.count(Outcome.CREATED), told.count(Outcome.CHANGED)) == (1, 0)
    assert magdeburg.everything()[0][: len(before[0])] == before[0]


def test_postgresql_says_the_same(postgresql_city: City) -> None:
    city = with_schools(postgresql_city)
    second = next(each for each in EXPECTED if each.get("after") == ["01-lieferstand-2024-02-05.csv"])
    handed_in(city, "01-lieferstand-2024-02-05.csv")
    told = handed_in(city, second["file"])
    assert isinstance(told, Plan)
    changes_as_expected(city, told, second)
    before = city.everything()
    for name in ("01-lieferstand-2024-02-05.csv", second["file"], *HOSTILE):
        handed_in(city, name)
    assert city.everything()[0][: len(before[0])] == before[0]
    with city.database.write.begin() as db:
        settle_missing(db, ask_about_one(db), True, "Rahmenvertrag ausgelaufen", OPERATOR, city.now)
    with city.database.read() as db:
        assert faults(db) == []


def ask_about_one(db: Session) -> int:
    """As though a complete list had lacked the first line."""
    row = db.get_one(OrderLineRow, 1)
    row.missing_id = row.import_id
    db.flush()
    return row.id
