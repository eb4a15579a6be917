"""People and schools for tests of who may read what."""

from __future__ import annotations

from sqlalchemy.orm import Session

from core.people.names import fold
from core.people.person import Person, School
from core.people.roles import Role
from core.people.tables import SchoolRow

WESTRING, DIESDORF = "GS Am Westring", "GS Diesdorf"


def person(role: Role | None, *schools: int) -> Person:
    at = tuple(School(number, f"Schule {number}", "", None) for number in schools)
    return Person(1, "Erika Beispiel", "erika@schule.example", role, at)


def add_schools(db: Session, *names: str) -> list[int]:
    """Their numbers."""
    rows = [SchoolRow(name=name, folded=fold(name)) for name in names]
    db.add_all(rows)
    db.flush()
    return [row.id for row in rows]
