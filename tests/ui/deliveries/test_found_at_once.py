"""Two people of the team say the same in the same moment: one of them is told, and nothing breaks."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import ui.city.acting
from core.database import Database
from core.people.roles import Role
from deliveries.refusals import ChangedMeanwhile
from deliveries.tables import SchoolSpellingRow
from tests.trainings.made import NOW, Made


def test_who_comes_second_is_told_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made(database)
    school, team = made.school(), made.person(role=Role.TEAM)
    said: list[str] = []
    monkeypatch.setattr(ui.city.acting, "visitor", lambda: team)
    monkeypatch.setattr(ui.city.acting, "language", lambda: "de")
    monkeypatch.setattr(ui.city.acting, "entrance", lambda: SimpleNamespace(database=database))
    monkeypatch.setattr(ui.city.acting, "tell", lambda place, text, good: said.append(text))

    def use_case(db: object, by: object, now: object) -> None:
        with database.write() as db:
            for _ in range(2):  # as PostgreSQL has it where both have looked before one has written
                row = SchoolSpellingRow(folded="x", written="x", school_id=school.id, at=NOW)
                db.add(row)
                db.flush()
                db.expunge(row)

    refusal = ui.city.acting.attempt("place", use_case, lambda _: None)
    assert isinstance(refusal, ChangedMeanwhile)
    assert len(said) == 1
