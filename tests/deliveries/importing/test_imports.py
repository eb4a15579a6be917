"""What came in is kept with what was said of it: taken or refused, and who may see and do it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

import deliveries.importing.report
import deliveries.importing.taking
from core.audit import Action, latest
from core.people.actor import OPERATOR
from core.people.person import NotAllowed, Person
from core.people.register import add_person
from core.people.roles import Role
from deliveries.facts import Field
from deliveries.importing.imports import imports, past_import
from deliveries.importing.missing import missing_lines, settle_missing
from deliveries.importing.plan import make_plan
from deliveries.importing.profiles import profile_of, profiles, remove_profile, save_profile
from deliveries.importing.report import as_json
from deliveries.importing.spellings import confirm_spelling, remove_spelling, spellings
from deliveries.importing.taking import Way, import_export, keep_refused
from deliveries.refusals import ColumnsMissing, NoSuchImport
from deliveries.stages import Stage
from deliveries.tables import LineChangeRow
from tests.deliveries.importing.lists import HOUSE, NOW, SERIES, City, day, export_of, read_line

STRANGE = read_line(order="B-9", school="GS Salbcke", row=7, sheet="Blatt 1")


def test_the_report_of_a_list(city: City) -> None:
    city.takes(read_line(stage=Stage.SET_UP), read_line(order="B-2"), as_of="2024-02-05")
    plan = city.takes(read_line(stage=Stage.TESTED), STRANGE, as_of="2024-03-04", full=True).plan
    report = as_json(plan)
    (fault,) = report.pop("row_errors")
    assert "GS Salbke" in fault.pop("why")
    assert fault == {
        "line": 7, "column": "Schule", "value": "GS Salbcke", "kind": "unknown_school", "sheet": "Blatt 1",
        "suggestion": "GS Salbke",
    }  # fmt: skip
    gone = [{"order": "B-2", "line": 1}]
    assert report == {
        "accepted": True, "rows_ok": 1, "created": 0, "changed": 1, "unchanged": 0, "outdated": 0,
        "as_of": "2024-03-04", "no_longer_listed": gone, "asked_about": gone,
        "backwards": [{"order": "B-1", "line": 1, "field": "stage", "old": "set_up", "new": "tested"}],
    }  # fmt: skip


def test_lists_are_kept_with_their_reports(city: City) -> None:
    taken = city.takes(read_line(), STRANGE, as_of="2024-03-04")
    with city.database.write.begin() as db:
        refusal = ColumnsMissing(("Schule", "Status"))
        number = keep_refused(db, "x" * 400, b"x", refusal, Way.FOLDER, OPERATOR, city.now)
    with city.database.read() as db:
        refused, kept = imports(db, OPERATOR)
        assert (kept, refused) == (
            past_import(db, taken.import_id, OPERATOR),
            past_import(db, number, OPERATOR),
        )
        assert imports(db, OPERATOR, limit=1) == (refused,)
        with pytest.raises(NoSuchImport):
            past_import(db, 99, OPERATOR)
        told = [entry.about for entry in latest(db, action=Action.DELIVERIES_IMPORTED)]
    assert (kept.name, kept.way, kept.as_of, kept.accepted) == ("liste.csv", Way.PAGE, date(2024, 3, 4), True)
    assert kept.report == {**as_json(taken.plan), "more": {}}
    assert (refused.way, refused.accepted, len(refused.name)) == (Way.FOLDER, False, 300)
    assert "Schule, Status" in refused.report["refusal"]
    assert told == [
        f"import {number}: refused",
        f"import {taken.import_id}: 1 created, 0 changed, 0 unchanged, 0 outdated, 1 faults",
    ]


def test_a_report_without_end_is_cut_and_says_so(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliveries.importing.report, "KEPT_AT_MOST", 3)
    strange = [read_line(order=f"B-{row}", school="Nirgendwo", row=row) for row in range(2, 10)]
    taken = city.takes(*strange)
    with city.database.read() as db:
        kept = past_import(db, taken.import_id, OPERATOR).report
    assert [entry["line"] for entry in kept["row_errors"]] == [2, 3, 4]
    assert kept["more"] == {"row_errors": 5}


def test_mails_at_once_are_told_what_has_moved_of_known_lines(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[list[int]] = []
    monkeypatch.setattr(
        deliveries.importing.taking, "tell", lambda db, changes, now, house: told.append(changes)
    )
    city.takes(read_line(promise=day("2024-03-01")))
    city.takes(
        read_line(promise=day("2024-06-01"), stage=Stage.DELIVERED, reason="x"), read_line(order="B-2")
    )
    with city.database.read() as db:
        fields = [db.get_one(LineChangeRow, number).field for number in told[1]]
    assert (told[0], fields) == ([], [Field.PIECES, Field.PROMISE])


Use = Callable[[Any, Person], object]
USES: dict[str, Use] = {
    "make_plan": lambda db, by: make_plan(db, export_of(read_line()), by, NOW),
    "import_export": lambda db, by: import_export(db, export_of(read_line()), Way.PAGE, by, NOW, HOUSE),
    "keep_refused": lambda db, by: keep_refused(db, "x", b"", ColumnsMissing(()), Way.PAGE, by, NOW),
    "imports": imports,
    "past_import": lambda db, by: past_import(db, 1, by),
    "missing_lines": missing_lines,
    "settle_missing": lambda db, by: settle_missing(db, 1, True, "x", by, NOW),
    "profiles": profiles,
    "profile_of": lambda db, by: profile_of(db, SERIES, by),
    "save_profile": lambda db, by: save_profile(db, SERIES, "x", {}, {}, False, by, NOW),
    "remove_profile": lambda db, by: remove_profile(db, 1, by, NOW),
    "spellings": spellings,
    "confirm_spelling": lambda db, by: confirm_spelling(db, "x", 1, by, NOW),
    "remove_spelling": lambda db, by: remove_spelling(db, "x", by, NOW),
}


@pytest.mark.parametrize("name", USES)
def test_lists_are_for_the_team_only(city: City, name: str) -> None:
    city.takes(read_line())
    before = city.everything()
    with city.database.write.begin() as db:
        for role in set(Role) - {Role.TEAM, Role.ADMIN}:
            school = city.schools["GS Diesdorf"]
            with pytest.raises(NotAllowed):
                USES[name](db, Person(1, "Jemand", "jemand@schule.example", role, (school,), school))
    assert city.everything() == before


def test_what_a_person_of_the_team_took_is_kept_under_their_number(city: City) -> None:
    with city.database.write.begin() as db:
        team = add_person(db, "Kim Team", "kim@stadt.example", Role.TEAM, [], OPERATOR, NOW)
        import_export(db, export_of(read_line()), Way.PAGE, team, NOW, HOUSE)
    with city.database.read() as db:
        assert imports(db, team)[0].by == "Kim Team"
        assert set(db.scalars(select(LineChangeRow.by_id))) == {team.id}
