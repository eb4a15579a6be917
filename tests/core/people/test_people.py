from __future__ import annotations

from typing import Any

import pytest

from core.database import Database
from core.people.actor import OPERATOR
from core.people.people import (
    NoSuchPerson,
    as_person,
    locked,
    person,
    person_by_email,
    search_people,
    unassigned,
)
from core.people.person import NotAllowed, Person
from core.people.register import add_person, deactivate
from core.people.roles import Role
from core.people.tables import PersonRow, SchoolRow
from tests.core.people.register_made import NOW, Register, made


def found(database: Database, text: str, limit: int = 50) -> list[str]:
    with database.read() as db:
        return [listed.name for listed in search_people(db, OPERATOR, text, limit)]


def row_at(school_id: int | None, *schools: tuple[int, str]) -> PersonRow:
    rows = [SchoolRow(id=number, name=name, folded=name.lower(), short_name="") for number, name in schools]
    return PersonRow(id=1, name="Jana", email="j@x.de", role="assistant", school_id=school_id, schools=rows)


def test_a_person_works_for_the_school_chosen_last() -> None:
    jana = as_person(row_at(2, (1, "Adler"), (2, "Bode")))
    assert jana.school is not None
    assert jana.school.id == 2


def test_a_chosen_school_that_is_no_longer_the_persons_is_not_believed() -> None:
    jana = as_person(row_at(3, (2, "Bode"), (1, "Adler")))
    assert [school.name for school in jana.schools] == ["Adler", "Bode"]
    assert jana.school == jana.schools[0]


def test_a_person_without_schools_works_for_none() -> None:
    assert as_person(row_at(3)).school is None


def test_people_are_found_by_number_and_by_address(any_database: Database) -> None:
    register = made(any_database)
    with any_database.read() as db:
        assert person(db, register.teacher.id) == register.teacher
        assert person_by_email(db, " MUELLER@schule.example ") == register.teacher
        assert person(db, 999) is None
        assert person_by_email(db, "nobody@schule.example") is None
        assert person_by_email(db, "no address") is None


def test_nobody_can_be_locked_who_is_not_there(any_database: Database) -> None:
    with pytest.raises(NoSuchPerson), any_database.write.begin() as db:
        locked(db, 999)


@pytest.mark.parametrize(
    "text",
    ["änne", "AENNE", "müller", "mueller@", "westring", "Müller Westring", " gs  am  westring "],
)
def test_people_are_searched_by_name_address_and_school(any_database: Database, text: str) -> None:
    made(any_database)
    assert found(any_database, text) == ["Änne Müller"]


@pytest.mark.parametrize("text", ["%", "_", "Müller Hegel", "' or 1=1 --"])
def test_what_nobody_has_finds_nobody(any_database: Database, text: str) -> None:
    made(any_database)
    assert found(any_database, text) == []


def test_a_short_name_of_a_school_finds_its_people(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        add_person(db, "Ute Ort", "ort@schule.example", None, [register.hegel.id], OPERATOR, NOW)
    assert found(any_database, "hegel") == ["Ute Ort"]


def test_without_a_word_everyone_is_listed_by_name_up_to_the_limit(any_database: Database) -> None:
    made(any_database)
    assert found(any_database, " ") == ["Änne Müller", "Ruth Amt"]
    assert found(any_database, "", limit=1) == ["Änne Müller"]


def test_a_listed_person_shows_role_schools_and_whether_they_are_active(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        deactivate(db, register.teacher.id, OPERATOR, NOW)
    with any_database.read() as db:
        (listed,) = search_people(db, register.admin, "müller", 5)
    assert (listed.id, listed.email) == (register.teacher.id, "mueller@schule.example")
    assert (listed.role, listed.schools, listed.active) == (Role.TEACHER, (register.westring,), False)


def test_those_without_a_role_wait_the_newest_first(any_database: Database) -> None:
    made(any_database)
    with any_database.write.begin() as db:
        for name in ("Alt", "Neu", "Weg"):
            added = add_person(db, name, f"{name}@schule.example", None, [], OPERATOR, NOW)
        deactivate(db, added.id, OPERATOR, NOW)
    with any_database.read() as db:
        assert [listed.name for listed in unassigned(db, OPERATOR)] == ["Neu", "Alt"]


def test_only_those_who_manage_people_see_lists_of_them(any_database: Database) -> None:
    register: Register = made(any_database)
    nobody: Any = None
    team = Person(register.teacher.id, "Team", "team@stadt.example", Role.TEAM)
    with any_database.read() as db:
        for by in (register.teacher, team, nobody):
            with pytest.raises(NotAllowed):
                search_people(db, by, "", 5)
            with pytest.raises(NotAllowed):
                unassigned(db, by)
