"""A small register for tests: two schools, and an administrator who may do everything in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from core.audit import AuditRow
from core.database import Database
from core.people.actor import OPERATOR
from core.people.person import Person, School, SchoolKind
from core.people.register import add_person
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school

NOW = datetime(2024, 5, 6, 7, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Register:
    westring: School
    hegel: School
    admin: Person
    teacher: Person  # at the first school


def made(database: Database) -> Register:
    with database.write.begin() as db:
        westring = add_school(db, SchoolFacts("GS Am Westring", SchoolKind.GS), OPERATOR, NOW)
        hegel = add_school(db, SchoolFacts("Hegel-Gymnasium", SchoolKind.GYM, "Hegel"), OPERATOR, NOW)
        admin = add_person(db, "Ruth Amt", "amt@stadt.example", Role.ADMIN, [], OPERATOR, NOW)
        teacher = add_person(
            db, "Änne Müller", "mueller@schule.example", Role.TEACHER, [westring.id], OPERATOR, NOW
        )
    return Register(westring, hegel, admin, teacher)


def audited(database: Database) -> list[tuple[int | None, str, str]]:
    """Who, what and about whom, oldest first."""
    with database.read() as db:
        return [
            (row.person_id, row.action, row.about)
            for row in db.scalars(select(AuditRow).order_by(AuditRow.id))
        ]
