"""A course with a trainer, and people who come to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core.people.person import Person
from core.people.roles import Role
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.courses.attendance import mark
from trainings.seats.booking import book, wait
from trainings.tables import ResourceRow

STARTS = NOW + 5 * DAY
ENDS = STARTS + timedelta(minutes=90)


@dataclass(frozen=True)
class Course:
    """`others_trainer` holds other dates, not this one."""

    made: Made
    date_id: int
    trainer: Person
    others_trainer: Person
    team: Person

    def seat(self, person: Person, date_id: int | None = None) -> int:
        """Books, and returns the booking's number."""
        with self.made.database.write.begin() as db:
            return book(db, date_id or self.date_id, person, NOW, HOUSE, despite_overlap=True)

    def place(self, person: Person) -> int:
        """Goes on the waiting list, and returns the booking's number."""
        with self.made.database.write.begin() as db:
            wait(db, self.date_id, person, NOW, HOUSE)
            return self.made.booking(db, self.date_id, person).id

    def noted(self, booking_id: int, attended: bool | None = True, at: datetime = STARTS) -> None:
        with self.made.database.write.begin() as db:
            mark(db, booking_id, attended, self.trainer, at)


def course(made: Made, seats: int = 2, **training: Any) -> Course:
    trainer = made.person(role=Role.TRAINER, name="Timo Turm")
    known = {"title": "Filme schneiden", "aim": "Sie schneiden Filme.", "certificate_minutes": 90}
    return Course(
        made,
        made.date(
            seats,
            starts_in=5 * DAY,
            trainer_id=trainer.id,
            training_id=made.training(**{**known, **training}),
        ),
        trainer,
        made.person(role=Role.TRAINER, name="Frieda Fremd"),
        made.person(role=Role.TEAM, name="Theo Teich"),
    )


def machine(made: Made, name: str = "3D-Drucker 1") -> int:
    with made.database.write.begin() as db:
        row = ResourceRow(name=name, kind="machine", place="FabLab")
        db.add(row)
        db.flush()
        return row.id
