from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from core.database import Database
from core.people import schools
from core.people.actor import OPERATOR
from core.people.names import NameMissing, NameTooLong
from core.people.person import NotAllowed, Person, School, SchoolKind
from core.people.roles import Role
from core.people.schools import (
    NoSuchSchool,
    SchoolFacts,
    SchoolTaken,
    add_school,
    all_schools,
    change_school,
    find_school,
)
from tests.core.people.register_made import NOW, audited, made


def add(database: Database, *facts: SchoolFacts) -> list[School]:
    with database.write.begin() as db:
        return [add_school(db, fact, OPERATOR, NOW) for fact in facts]


def names(database: Database) -> list[str]:
    with database.read() as db:
        return [school.name for school in all_schools(db)]


def test_a_school_is_kept_with_all_its_facts(any_database: Database) -> None:
    facts = SchoolFacts(
        "BBS  Beims", SchoolKind.BBS, " Beims ", ("Bodestraße", "Salzmannstraße", "Bodestraße")
    )
    (added,) = add(any_database, facts)
    assert added == School(added.id, "BBS Beims", "Beims", SchoolKind.BBS, ("Bodestraße", "Salzmannstraße"))
    with any_database.read() as db:
        assert all_schools(db) == [added]


def test_schools_stand_in_the_order_that_readers_expect(any_database: Database) -> None:
    add(
        any_database, SchoolFacts("Zoo"), SchoolFacts("Ökoschule"), SchoolFacts("albert"), SchoolFacts("Otto")
    )
    assert names(any_database) == ["albert", "Ökoschule", "Otto", "Zoo"]


def test_a_school_is_found_by_its_name_however_it_is_written(any_database: Database) -> None:
    (added,) = add(any_database, SchoolFacts("FÖS Erich Kästner", SchoolKind.FOES, "Kästner"))
    with any_database.read() as db:
        for word in ("foes  erich kaestner", "FÖS\u00a0ERICH KÄSTNER", "KÄSTNER"):
            assert find_school(db, word) == added
        for word in ("", "Erich", "FÖS Erich Kästner 2"):
            assert find_school(db, word) is None


def test_a_short_name_that_two_schools_share_finds_neither(any_database: Database) -> None:
    first, _ = add(any_database, SchoolFacts("Goethe", None, "GmS"), SchoolFacts("Weitling", None, "GmS"))
    with any_database.read() as db:
        assert find_school(db, "GmS") is None
        assert find_school(db, "Goethe") == first


def test_a_name_comes_before_a_short_name(any_database: Database) -> None:
    _, named = add(any_database, SchoolFacts("Hegel-Gymnasium", None, "Hegel"), SchoolFacts("Hegel"))
    with any_database.read() as db:
        assert find_school(db, "hegel") == named


def test_two_schools_never_have_the_same_name(any_database: Database) -> None:
    add(any_database, SchoolFacts("GS Diesdorf"))
    with pytest.raises(SchoolTaken):
        add(any_database, SchoolFacts("gs  diesdorf"))
    (other,) = add(any_database, SchoolFacts("GS Salbke"))
    with pytest.raises(SchoolTaken), any_database.write.begin() as db:
        change_school(db, other.id, SchoolFacts("GS DIESDORF"), OPERATOR, NOW)
    assert names(any_database) == ["GS Diesdorf", "GS Salbke"]


def test_a_name_that_is_taken_in_the_same_moment_is_refused_alike(
    any_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sees_nobody(db: Session, name: str, but: int | None) -> None: ...

    add(any_database, SchoolFacts("GS Diesdorf"))
    monkeypatch.setattr(schools, "_demand_free", sees_nobody)
    with pytest.raises(SchoolTaken):
        add(any_database, SchoolFacts("GS Diesdorf"))


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        (SchoolFacts(" "), NameMissing),
        (SchoolFacts("x" * 201), NameTooLong),
        (SchoolFacts("Schule", None, "x" * 41), NameTooLong),
        (SchoolFacts("Schule", None, "", ("x" * 201,)), NameTooLong),
        (SchoolFacts("Schule", None, "", (" ",)), NameMissing),
    ],
)
def test_facts_that_cannot_be_kept_are_refused(
    any_database: Database, facts: SchoolFacts, error: type[Exception]
) -> None:
    with pytest.raises(error):
        add(any_database, facts)
    assert names(any_database) == []


def test_a_change_keeps_buildings_that_stay(any_database: Database) -> None:
    (added,) = add(any_database, SchoolFacts("BBS Beims", SchoolKind.BBS, "", ("Bodestraße", "Hof")))
    facts = SchoolFacts("BBS Hermann Beims", None, "Beims", ("Salzmannstraße", "Bodestraße"))
    with any_database.write.begin() as db:
        change_school(db, added.id, facts, OPERATOR, NOW)
    with any_database.read() as db:
        (school,) = all_schools(db)
        assert find_school(db, "bbs hermann beims") == school
    assert (school.kind, set(school.sites)) == (None, {"Bodestraße", "Salzmannstraße"})


def test_changes_are_recorded_and_what_changes_nothing_is_not(any_database: Database) -> None:
    (added,) = add(any_database, SchoolFacts("GS Salbke"))
    for facts in (SchoolFacts("GS Salbke"), SchoolFacts("GS Salbke", SchoolKind.GS)):
        with any_database.write.begin() as db:
            change_school(db, added.id, facts, OPERATOR, NOW)
    about = f"school {added.id}"
    assert audited(any_database) == [(None, "school_added", about), (None, "school_changed", about)]


def test_a_school_that_is_not_there_cannot_be_changed(any_database: Database) -> None:
    with pytest.raises(NoSuchSchool) as error, any_database.write.begin() as db:
        change_school(db, 77, SchoolFacts("GS Salbke"), OPERATOR, NOW)
    assert error.value.school_ids == (77,)


def test_the_team_manages_schools_and_teachers_do_not(any_database: Database) -> None:
    register = made(any_database)
    nobody: Any = None
    for by in (register.teacher, nobody):
        with pytest.raises(NotAllowed), any_database.write.begin() as db:
            add_school(db, SchoolFacts("GS Neu"), by, NOW)
        with pytest.raises(NotAllowed), any_database.write.begin() as db:
            change_school(db, register.hegel.id, SchoolFacts("GS Neu"), by, NOW)
    with any_database.write.begin() as db:
        team = Person(register.admin.id, "Team", "team@stadt.example", Role.TEAM)
        add_school(db, SchoolFacts("GS Neu"), team, NOW)
    assert "GS Neu" in names(any_database)
