"""A town with all that a date needs, and drafts of dates in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from core.audit import AuditRow
from core.database import Database
from core.people.actor import Actor
from core.people.person import Person
from core.people.roles import Role
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.facts import DateKind, ResourceKind, TrainingDate
from trainings.mails.letters import Letter
from trainings.planning.dates import DateDraft, add_date, change_date, draft_of, planned_date
from trainings.seats.tables import BookingRow
from trainings.tables import ResourceRow

START = NOW + 20 * DAY


@dataclass
class Plans:
    """`told` are the letters that were written since the start: which, to whom, and with what."""

    made: Made
    team: Person
    trainer: Person
    teacher: Person
    training_id: int
    told: list[tuple[Letter, int, dict[str, Any]]] = field(default_factory=list)

    @property
    def database(self) -> Database:
        return self.made.database

    def resource(self, name: str, kind: ResourceKind = ResourceKind.ROOM, **values: Any) -> int:
        with self.database.write.begin() as db:
            row = ResourceRow(name=name, kind=kind.value, **values)
            db.add(row)
            db.flush()
            return row.id

    def draft(self, starts_at: datetime = START, **values: Any) -> DateDraft:
        known = DateDraft(
            training_id=self.training_id,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            kind=DateKind.FABLAB,
            place="FabLab",
            link="",
            trainer_id=None,
            seats=8,
            minimum=0,
            opens_at=None,
            closes_at=starts_at - DAY,
            cancel_until=starts_at - 3 * DAY,
            decide_at=starts_at - 2 * DAY,
        )
        return replace(known, **values)

    def added(self, draft: DateDraft | None = None, by: Actor | None = None) -> int:
        with self.database.write.begin() as db:
            return add_date(db, draft or self.draft(), by or self.team, NOW)

    def changed(self, date_id: int, now: datetime = NOW, by: Actor | None = None, **values: Any) -> None:
        draft = replace(draft_of(self.date(date_id)), **values)
        with self.database.write.begin() as db:
            change_date(db, date_id, draft, by or self.team, now, HOUSE)

    def date(self, date_id: int) -> TrainingDate:
        with self.database.read() as db:
            return planned_date(db, date_id, self.team).date

    def booked(self, date_id: int, seat: int, person: Person | None = None, **values: Any) -> Person:
        """Puts somebody onto a seat."""
        return self.put(date_id, person, {"state": "booked", "seat": seat, **values})

    def offered(self, date_id: int, seat: int, until: datetime, person: Person | None = None) -> Person:
        known = {"state": "offered", "seat": seat, "offer_ends_at": until, "waiting_since": NOW}
        return self.put(date_id, person, known)

    def waits(self, date_id: int, person: Person | None = None) -> Person:
        return self.put(date_id, person, {"state": "waiting", "waiting_since": NOW})

    def put(self, date_id: int, person: Person | None, values: dict[str, Any]) -> Person:
        somebody = person or self.made.person()
        with self.database.write.begin() as db:
            known = {"date_id": date_id, "person_id": somebody.id, "created_at": NOW}
            db.add(BookingRow(**{**known, **values}))
        return somebody

    def letters(self, letter: Letter) -> list[int]:
        """Who got it."""
        return sorted(person_id for each, person_id, _ in self.told if each is letter)

    def audited(self) -> list[tuple[int | None, str, str]]:
        with self.database.read() as db:
            rows = db.scalars(select(AuditRow).order_by(AuditRow.id)).all()
        kinds = ("training", "date", "resource", "holiday")
        return [(row.person_id, row.action, row.about) for row in rows if row.about.startswith(kinds)]


def plans_made(made: Made, monkeypatch: pytest.MonkeyPatch) -> Plans:
    team = made.person(role=Role.TEAM, name="Tina Team")
    trainer = made.person(role=Role.TRAINER, name="Toni Trainer")
    plans = Plans(made, team, trainer, made.person(), made.training(title="3D-Druck"))

    def remember(db: Any, letter: Letter, booking: BookingRow, date: Any, *_: Any, **values: Any) -> None:
        plans.told.append((letter, booking.person_id, {"date": date, **values}))

    for module in ("planning.dates", "planning.cancelling", "seats.holding"):
        monkeypatch.setattr(f"trainings.{module}.write_letter", remember)
    return plans
