"""Order lines for the tests of the pages about deliveries: as rows of a database, and without one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from core.database import Database
from core.local_time import local_day
from core.people.actor import OPERATOR
from core.people.person import Person, School
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from deliveries.facts import Device, Field, Line, Period, Subproject
from deliveries.kept import keep_period
from deliveries.pieces import Pieces
from deliveries.promises import Judgement, Standing
from deliveries.stages import Stage
from deliveries.status.lines import LineStatus
from deliveries.tables import ImportRow, LineChangeRow, OrderLineRow

SCHOOL = School(1, "GS Am Westring", "", None)
DISPLAY = Device("Display", "ViewSonic", "86 Zoll")
DAY = timedelta(days=1)
MARCH = Period(date(2027, 3, 31), date(2027, 3, 1), "März 2027")


def day(when: date) -> Period:
    return Period(when, when, f"{when:%d.%m.%Y}")


def status(
    pieces: Pieces | None = None,
    standing: Standing = Standing.ON_TIME,
    *,
    days: int = 0,
    period: Period | None = MARCH,
    before: Period | None = None,
    **line: Any,
) -> LineStatus:
    """Of twelve displays that are ordered, where nothing else is said."""
    held = pieces or Pieces(commissioned=12)
    known: dict[str, Any] = {
        "id": 1,
        "order": "B-1",
        "position": 1,
        "school": SCHOOL,
        "device": DISPLAY,
        "subproject": Subproject.DISPLAYS,
        "room": "",
        "ordered": held.total,
        "delivered": held.arrived,
        "stage": Stage.COMMISSIONED,
        "pieces": held,
        "promise": period,
        "reason": "",
        "reason_kind": None,
        "as_of": date(2026, 11, 20),
        "source": "liste.csv",
        "funding": None,
        "delivered_on": None,
        "usable_on": None,
    }
    judgement = Judgement(standing, days, period, before, "", date(2026, 11, 23))
    return LineStatus(Line(**{**known, **line}), judgement, None)


@dataclass
class Ordered:
    """Makes schools, people and order lines in a database, known as of today."""

    database: Database
    numbers: Any = field(default_factory=lambda: count(1))

    @property
    def now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)

    @property
    def today(self) -> date:
        return local_day(self.now)

    def school(self, name: str = "") -> School:
        facts = SchoolFacts(name or f"GS Nummer {next(self.numbers)}")
        with self.database.write.begin() as db:
            return add_school(db, facts, OPERATOR, self.now)

    def person(self, role: Role, *schools: School) -> Person:
        number = next(self.numbers)
        own = [school.id for school in schools]
        with self.database.write.begin() as db:
            name, email = f"Person {number}", f"person{number}@schule.example"
            return add_person(db, name, email, role, own, OPERATOR, self.now)

    def line(self, school: School, pieces: Pieces | None = None, **values: Any) -> int:
        """Twelve displays on their way, where nothing else is said; a `promise` stands in its history."""
        held, promise = pieces or Pieces(commissioned=12), values.pop("promise", None)
        known: dict[str, Any] = {
            "order_number": f"B-{next(self.numbers)}",
            "position": 1,
            "school_id": school.id,
            "category": "Display",
            "make": "ViewSonic",
            "model": "86 Zoll",
            "subproject": "displays",
            "ordered": held.total,
            "stage": "commissioned",
            **{f"pieces_{stage.value}": number for stage, number in held},
            "promised_first": promise.first if promise else None,
            "promised_last": promise.last if promise else None,
            "promised_written": promise.written if promise else "",
            "as_of": self.today,
            "created_at": self.now,
            "changed_at": self.now,
        }
        with self.database.write.begin() as db:
            row = OrderLineRow(**{**known, **values})
            db.add(row)
            db.flush()
            number = row.id
        self.change(number, Field.CREATED, None, str(known["stage"]))
        if promise:
            self.change(number, Field.PROMISE, None, keep_period(promise))
        return number

    def change(self, line_id: int, what: Field, old: str | None, new: str | None, **values: Any) -> int:
        known = {"at": self.now, "as_of": self.today, "field": what.value, "old": old, "new": new}
        with self.database.write.begin() as db:
            row = LineChangeRow(line_id=line_id, **{**known, **values})
            db.add(row)
            db.flush()
            return row.id

    def imported(self, name: str) -> int:
        known = {"series": "x", "digest": name, "as_of": self.today, "report": {}}
        with self.database.write.begin() as db:
            row = ImportRow(name=name, way="page", accepted=True, at=self.now, **known)
            db.add(row)
            db.flush()
            return row.id

    def row(self, line_id: int) -> OrderLineRow:
        with self.database.read() as db:
            return db.get_one(OrderLineRow, line_id)
