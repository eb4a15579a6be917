"""The audit finds each way in which a line could differ from its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.orm import Session

from bootstrap import open_entrance
from core.settings import Settings
from deliveries.invariants import faults
from deliveries.stages import Stage
from deliveries.tables import LineChangeRow, OrderLineRow
from manage import main
from tests.deliveries.conftest import two_schools
from tests.deliveries.importing.lists import City, day, read_line


@pytest.fixture
def told(city: City) -> City:
    """Two lines with a history."""
    line = {"promise": day("2024-03-31"), "reason": "Verkabelung", "programme": "IKT 1", "room": "R 1",
            "measure": "M 1", "earmarked_until": date(2030, 1, 1)}  # fmt: skip
    city.takes(read_line(delivered=0, **line), read_line(order="B-2"), as_of="2024-02-05")
    city.takes(read_line(stage=Stage.SET_UP, delivered=10, **line), as_of="2024-03-04")
    return city


def found(city: City) -> list[str]:
    with city.database.read() as db:
        return faults(db)


def test_what_is_right_is_not_blamed(told: City) -> None:
    assert found(told) == []


WRONG: dict[str, Any] = {
    "school": {"school_id": 2},
    "device": {"make": "Sharp"},
    "room": {"room": "R 2"},
    "ordered": {"ordered": 11, "pieces_set_up": 11},
    "delivered": {"delivered": 9},
    "stage": {"stage": "in_use"},
    "pieces": {"pieces_set_up": 9, "pieces_in_use": 1},
    "promise": {"promised_last": date(2024, 4, 1)},
    "reason": {"reason": "anders"},
    "reason_kind": {"reason_kind": None},
    "programme": {"programme": ""},
    "measure": {"measure": "M 2"},
    "earmarked_until": {"earmarked_until": None},
}


@pytest.mark.parametrize("field", WRONG)
def test_a_fact_that_the_history_does_not_know(told: City, field: str) -> None:
    number = told.line().id
    with told.database.write.begin() as db:
        db.execute(update(OrderLineRow).where(OrderLineRow.id == number).values(WRONG[field]))
    assert f"order line {number}: the {field} is not what its history says" in found(told)


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"delivered_on": None}, "delivered_on does not fit the pieces"),
        ({"usable_on": None}, "usable_on does not fit the pieces"),
        ({"usable_on": date(2024, 5, 1)}, "usable_on is no day of its history"),
    ],
)
def test_days_that_nobody_told_of(told: City, values: dict[str, Any], what: str) -> None:
    number = told.line().id
    with told.database.write.begin() as db:
        db.execute(update(OrderLineRow).where(OrderLineRow.id == number).values(values))
    assert found(told) == [f"order line {number}: {what}"]


def _forget_all(db: Session, number: int) -> None:
    db.execute(delete(LineChangeRow).where(LineChangeRow.line_id == number))


def _forget_the_beginning(db: Session, number: int) -> None:
    first = (LineChangeRow.line_id == number) & (LineChangeRow.field == "created")
    db.execute(delete(LineChangeRow).where(first))


def _rewrite(db: Session, number: int) -> None:
    stage = (LineChangeRow.line_id == number) & (LineChangeRow.field == "stage")
    db.execute(update(LineChangeRow).where(stage).values(old="planned"))


@pytest.mark.parametrize(
    ("does", "what"),
    [
        (_forget_all, "its history does not begin"),
        (_forget_the_beginning, "its history does not begin"),
        (_rewrite, "the stage was not what change"),
    ],
)
def test_a_history_that_was_tampered_with(
    told: City, does: Callable[[Session, int], None], what: str
) -> None:
    number, other = told.line("B-1").id, told.line("B-2").id
    with told.database.write.begin() as db:
        does(db, number)
    blamed = found(told)
    assert any(what in fault for fault in blamed)
    assert not any(fault.startswith(f"order line {other}:") for fault in blamed)


def test_pieces_that_do_not_add_up_are_found_even_where_the_database_let_them_in(told: City) -> None:
    with told.database.engine.connect() as connection:
        connection.execute(text("pragma ignore_check_constraints = on"))
        connection.execute(text("update order_lines set pieces_planned = 3, delivered = 20 where id = 1"))
        connection.commit()
    blamed = found(told)
    assert "order line 1: the pieces do not add up" in blamed
    assert "order line 1: more is delivered than ordered" in blamed


def test_the_audit_of_the_command_line_looks_at_deliveries_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOTSE_HOME", str(tmp_path))
    database = open_entrance(Settings(home=tmp_path)).database
    two_schools(City(database)).takes(read_line())
    assert main(["audit"]) == 0
    with database.write.begin() as db:
        db.execute(update(OrderLineRow).values(room="anders"))
    assert main(["audit"]) == 1
    assert "order line 1: the room is not what its history says" in capsys.readouterr().out
    database.close()
