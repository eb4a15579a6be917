"""Two lists at the same time come one after the other, on both databases."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import func, select

import deliveries.importing.taking
from core.people.actor import OPERATOR
from deliveries.importing.planned import Outcome
from deliveries.importing.steps import planned
from deliveries.importing.taking import Taken, Way, import_export
from deliveries.invariants import faults
from deliveries.reading.export import Export
from deliveries.stages import Stage
from deliveries.tables import OrderLineRow
from tests.deliveries.importing.lists import HOUSE, City, export_of, read_line

ORDERS = [f"B-{number}" for number in range(40)]


def list_in(stage: Stage) -> Export:
    return export_of(*(read_line(order=order, stage=stage) for order in ORDERS))


def all_at_once(city: City, *lists: Export) -> list[Taken]:
    ready = threading.Barrier(len(lists))

    def takes(export: Export) -> Taken:
        ready.wait(30)
        with city.database.write.begin() as db:
            return import_export(db, export, Way.PAGE, OPERATOR, city.now, HOUSE)

    with ThreadPoolExecutor(len(lists)) as pool:
        return list(pool.map(takes, lists))


def test_the_same_list_from_all_sides_is_taken_once(city_anywhere: City) -> None:
    taken = all_at_once(city_anywhere, *[list_in(Stage.COMMISSIONED)] * 4)
    created = [each.plan.count(Outcome.CREATED) for each in taken]
    assert sorted(created) == [0, 0, 0, len(ORDERS)]
    holds_together(city_anywhere)


def test_different_lists_do_not_mix(city_anywhere: City) -> None:
    stages = (Stage.PLANNED, Stage.COMMISSIONED, Stage.DELIVERED, Stage.IN_USE)
    all_at_once(city_anywhere, *map(list_in, stages))
    with city_anywhere.database.read() as db:
        assert len(set(db.scalars(select(OrderLineRow.stage)))) == 1  # all as the last one says
    holds_together(city_anywhere)


def holds_together(city: City) -> None:
    with city.database.read() as db:
        assert db.scalar(select(func.count()).select_from(OrderLineRow)) == len(ORDERS)
        assert faults(db) == []


def test_without_the_lock_postgresql_would_take_a_line_twice(
    postgresql_city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the tests above would find: both look, both find nothing, and one fails in the middle."""
    looked = threading.Barrier(2)
    honest = planned

    def looks(*arguments: Any, **more: Any) -> Any:
        found = honest(*arguments, **more)
        looked.wait(30)
        return found

    monkeypatch.setattr(deliveries.importing.taking, "_one_at_a_time", lambda db: None)
    monkeypatch.setattr(deliveries.importing.taking, "planned", looks)
    with pytest.raises(Exception, match="order_lines"):
        all_at_once(postgresql_city, *[list_in(Stage.COMMISSIONED)] * 2)
