"""Schools, people and dates for the tests of trainings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from core.database import Database
from core.house import House
from core.people.actor import OPERATOR
from core.people.person import Person, School
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from trainings.seats.holding import bookings_of, taken, waiting
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow, TrainingRow

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, ten o'clock in the city
HOUSE = House("lotse@stadt.example", "https://lotse.stadt.example")
DAY = timedelta(days=1)


@dataclass
class Made:
    """Makes what a test needs, and says how things stand."""

    database: Database
    names: Any = field(default_factory=lambda: count(1))

    def school(self, name: str = "") -> School:
        with self.database.write.begin() as db:
            return add_school(db, SchoolFacts(name or f"GS Nummer {next(self.names)}"), OPERATOR, NOW)

    def person(self, *schools: School, role: Role | None = Role.TEACHER, name: str = "") -> Person:
        number = next(self.names)
        with self.database.write.begin() as db:
            return add_person(
                db,
                name or f"Person {number}",
                f"person{number}@schule.example",
                role,
                [school.id for school in schools],
                OPERATOR,
                NOW,
            )

    def training(self, **values: Any) -> int:
        title = values.pop("title", f"Training {next(self.names)}")
        with self.database.write.begin() as db:
            row = TrainingRow(**{"title": title, "minutes": 90, "created_at": NOW, **values})
            db.add(row)
            db.flush()
            return row.id

    def date(self, seats: int = 2, *, starts_in: timedelta = 20 * DAY, **values: Any) -> int:
        training_id = values.pop("training_id", None) or self.training()
        starts_at = NOW + starts_in
        known: dict[str, Any] = {
            "training_id": training_id,
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(minutes=90),
            "kind": "fablab",
            "place": "FabLab",
            "seats": seats,
            "closes_at": starts_at,
            "cancel_until": starts_at - 3 * DAY,
            "decide_at": starts_at - 3 * DAY,
            "created_at": NOW,
        }
        with self.database.write.begin() as db:
            row = DateRow(**{**known, **values})
            db.add(row)
            db.flush()
            return row.id

    def states(self, date_id: int) -> dict[int, str]:
        """What became of each person's booking, by the person's number."""
        with self.database.read() as db:
            return {row.person_id: row.state for row in bookings_of(db, date_id)}

    def seated(self, date_id: int) -> list[int]:
        """Whoever holds a seat, by their seats."""
        with self.database.read() as db:
            held = sorted(taken(bookings_of(db, date_id)), key=lambda row: row.seat or 0)
            return [row.person_id for row in held]

    def queue(self, date_id: int) -> list[int]:
        with self.database.read() as db:
            return [row.person_id for row in waiting(bookings_of(db, date_id))]

    def booking(self, db: Session, date_id: int, person: Person) -> BookingRow:
        return next(row for row in bookings_of(db, date_id) if row.person_id == person.id)
