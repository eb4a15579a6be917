"""Lists for the tests, as reading hands them over, and a city that takes them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from core.database import Database
from core.house import House
from core.people.actor import OPERATOR
from core.people.person import School
from core.people.schools import SchoolFacts, add_school
from deliveries.facts import Device, Period
from deliveries.importing.plan import Plan, make_plan
from deliveries.importing.taking import Taken, Way, import_export
from deliveries.reading.export import Export
from deliveries.reading.headings import Column, clean_heading
from deliveries.reading.lines import ReadLine
from deliveries.stages import Stage
from deliveries.tables import LineChangeRow, OrderLineRow

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
HOUSE = House("lotse@stadt.example", "https://lotse.stadt.example")
SERIES = "a" * 64
ALL: Mapping[Column, str] = {column: clean_heading(column) for column in Column}
WITHOUT_NAME = {column: heading for column, heading in ALL.items() if column is not Column.DEVICE}


def day(text: str) -> Period:
    return Period(date.fromisoformat(text), date.fromisoformat(text), text)


def read_line(**values: Any) -> ReadLine:
    known: dict[str, Any] = {
        "row": 2,
        "sheet": "",
        "order": "B-1",
        "position": 1,
        "school": "GS Diesdorf",
        "device": Device("Display", "Prowise", "Touchscreen"),
        "ordered": 10,
        "delivered": None,
        "stage": Stage.COMMISSIONED,
        "promise": None,
        "reason": "",
        "programme": "",
        "room": "",
        "measure": "",
        "earmarked_until": None,
        "headings": WITHOUT_NAME,
    }
    return ReadLine(**{**known, **values})


def export_of(
    *lines: ReadLine, as_of: str | None = None, name: str = "liste.csv", series: str = SERIES
) -> Export:
    """The same lines make the same list."""
    return Export(
        name=name,
        digest=hashlib.sha256(repr(lines).encode()).hexdigest(),
        series=series,
        headings=tuple(WITHOUT_NAME.values()),
        columns={heading: column for column, heading in WITHOUT_NAME.items()},
        lines=lines,
        faults=(),
        as_of=date.fromisoformat(as_of) if as_of else None,
        sheets=("",),
    )


@dataclass
class City:
    """Schools, and lists that come in one after the other."""

    database: Database
    schools: dict[str, School] = field(default_factory=dict)
    now: datetime = NOW

    def school(self, name: str, short_name: str = "") -> School:
        with self.database.write.begin() as db:
            self.schools[name] = add_school(db, SchoolFacts(name, short_name=short_name), OPERATOR, NOW)
        return self.schools[name]

    def takes(self, *lines: ReadLine, as_of: str | None = None, **wishes: Any) -> Taken:
        return self.takes_list(export_of(*lines, as_of=as_of), **wishes)

    def takes_list(self, export: Export, way: Way = Way.PAGE, **wishes: Any) -> Taken:
        self.now += timedelta(minutes=1)
        with self.database.write.begin() as db:
            return import_export(db, export, way, OPERATOR, self.now, HOUSE, **wishes)

    def plans(self, *lines: ReadLine, as_of: str | None = None, **wishes: Any) -> Plan:
        with self.database.read() as db:
            return make_plan(db, export_of(*lines, as_of=as_of), OPERATOR, self.now, **wishes)

    def line(self, order: str = "B-1", position: int = 1) -> OrderLineRow:
        row = OrderLineRow
        with self.database.read() as db:
            return db.scalars(select(row).where(row.order_number == order, row.position == position)).one()

    def history(self, order: str = "B-1", position: int = 1) -> Sequence[LineChangeRow]:
        number = self.line(order, position).id
        changes = select(LineChangeRow).where(LineChangeRow.line_id == number)
        with self.database.read() as db:
            return db.scalars(changes.order_by(LineChangeRow.id)).all()

    def moves(self, order: str = "B-1", position: int = 1) -> list[tuple[str, str | None, str | None]]:
        """What has changed since the line was new."""
        return [
            (change.field, change.old, change.new)
            for change in self.history(order, position)
            if change.at != self.line(order, position).created_at
        ]

    def everything(self) -> tuple[list[Any], list[Any]]:
        """All lines and all changes, as plain values."""
        with self.database.read() as db:
            tables = (OrderLineRow.__table__, LineChangeRow.__table__)
            lines, changes = (db.execute(select(table).order_by("id")).all() for table in tables)
        return [tuple(row) for row in lines], [tuple(row) for row in changes]
