"""Trainings and dates in the portal's own database, counted from now on, for the tests of their pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import parse_qs

import pytest
from sqlalchemy import select, update
from streamlit.testing.v1 import AppTest

from core.house import House as Portal
from core.people.actor import OPERATOR
from core.people.person import Person, SchoolKind
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.people.workplaces import set_schools
from tests.pages.signed_in import House
from trainings.seats import booking
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow, TrainingRow

DAY = timedelta(days=1)
PORTAL = Portal("lotse@example.org", "http://localhost:8501")


@dataclass
class Dates:
    house: House
    numbers: Any = field(default_factory=lambda: count(1))

    @property
    def now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)

    def teacher(self, name: str = "Anna Sommer", kind: SchoolKind = SchoolKind.GS) -> Person:
        """Signed in, at a school of that kind."""
        self.house.visit()
        person = self.house.signed_in_as(Role.TEACHER, name)
        with self.house.database.write.begin() as db:
            school = add_school(db, SchoolFacts(f"Schule {next(self.numbers)}", kind), OPERATOR, self.now)
            return set_schools(db, person.id, [school.id], OPERATOR, self.now)

    def other(self) -> Person:
        return self.house.person(f"Person {next(self.numbers)}", Role.TEACHER)

    def training(self, title: str = "", **values: Any) -> int:
        known = {"title": title or f"Training {next(self.numbers)}", "minutes": 90, "created_at": self.now}
        with self.house.database.write.begin() as db:
            row = TrainingRow(**{**known, **values})
            db.add(row)
            db.flush()
            return row.id

    def date(self, title: str = "", *, starts_in: timedelta = 20 * DAY, **values: Any) -> int:
        """Of a training of its own, unless a `training_id` is given."""
        starts_at = self.now + starts_in
        facts = {name: values.pop(name) for name in list(values) if hasattr(TrainingRow, name)}
        facts = {name: value for name, value in facts.items() if name not in {"id"}}
        training_id = values.pop("training_id", None) or self.training(title, **facts)
        known: dict[str, Any] = {
            "training_id": training_id,
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(minutes=90),
            "kind": "fablab",
            "place": "Werkraum 2",
            "seats": 10,
            "closes_at": starts_at,
            "cancel_until": starts_at - 3 * DAY,
            "decide_at": starts_at - 3 * DAY,
            "created_at": self.now,
        }
        with self.house.database.write.begin() as db:
            row = DateRow(**{**known, **values})
            db.add(row)
            db.flush()
            return row.id

    def book(self, date_id: int, *people: Person) -> None:
        for person in people:
            with self.house.database.write.begin() as db:
                booking.book(db, date_id, person, self.now, PORTAL)

    def fill(self, date_id: int) -> list[Person]:
        """Others take all seats that are left."""
        with self.house.database.read() as db:
            row = db.get_one(DateRow, date_id)
            held = db.scalars(select(BookingRow).where(BookingRow.date_id == date_id, BookingRow.seat > 0))
            others = [self.other() for _ in range(row.seats - len(held.all()))]
        self.book(date_id, *others)
        return others

    def wait(self, date_id: int, person: Person) -> None:
        with self.house.database.write.begin() as db:
            booking.wait(db, date_id, person, self.now, PORTAL)

    def cancel(self, date_id: int, person: Person) -> None:
        with self.house.database.write.begin() as db:
            booking.cancel(db, date_id, person, self.now, PORTAL)

    def over(self, date_id: int, *, attended: bool | None = True) -> None:
        """The date was yesterday."""
        begun = self.now - DAY
        moments = {"closes_at": begun, "cancel_until": begun, "decide_at": begun, "starts_at": begun}
        with self.house.database.write.begin() as db:
            ended = {**moments, "ends_at": begun + timedelta(minutes=90)}
            db.execute(update(DateRow).where(DateRow.id == date_id).values(**ended))
            db.execute(update(BookingRow).where(BookingRow.date_id == date_id).values(attended=attended))

    def change(self, date_id: int, **values: Any) -> None:
        with self.house.database.write.begin() as db:
            db.execute(update(DateRow).where(DateRow.id == date_id).values(**values))

    def booking(self, date_id: int, person: Person) -> BookingRow | None:
        own = (BookingRow.date_id == date_id) & (BookingRow.person_id == person.id)
        with self.house.database.read() as db:
            return db.scalar(select(BookingRow).where(own))


@pytest.fixture
def dates(house: House) -> Dates:
    return Dates(house)


def press(at: AppTest, key: str) -> AppTest:
    """A button by its key."""
    return next(button for button in at.button if button.key == key).click().run()


def keys(at: AppTest) -> set[str]:
    return {str(button.key) for button in at.button}


def listed(at: AppTest) -> list[int]:
    """The dates that the page's cards lead to, in order."""
    links = [element.proto for element in at.get("page_link")]
    queries = [parse_qs(link.query_string) for link in links if link.page == "fortbildung"]
    return [int(query["termin"][0]) for query in queries]
