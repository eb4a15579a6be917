from __future__ import annotations

import pytest

from core.database import Database
from core.people.actor import OPERATOR
from core.people.people import NoSuchPerson, person
from core.people.person import Person
from core.people.tables import PersonRow
from core.people.workplaces import NotYourSchool, set_schools, switch_school
from tests.core.people.register_made import NOW, made


def school_of(database: Database, person_id: int) -> str | None:
    with database.read() as db:
        found = person(db, person_id)
        assert found is not None
        return found.school.name if found.school else None


def test_a_person_switches_between_their_schools(any_database: Database) -> None:
    register = made(any_database)
    number = register.teacher.id
    with any_database.write.begin() as db:
        set_schools(db, number, [register.westring.id, register.hegel.id], OPERATOR, NOW)
    assert school_of(any_database, number) == "GS Am Westring"
    with any_database.write.begin() as db:
        assert switch_school(db, register.teacher, register.hegel.id).school == register.hegel
    assert school_of(any_database, number) == "Hegel-Gymnasium"


@pytest.mark.parametrize("school", ["hegel", "none"])
def test_nobody_works_for_a_school_that_is_not_theirs(any_database: Database, school: str) -> None:
    register = made(any_database)
    school_id = register.hegel.id if school == "hegel" else 77
    with pytest.raises(NotYourSchool) as error, any_database.write.begin() as db:
        switch_school(db, register.teacher, school_id)
    assert error.value.school_id == school_id
    assert school_of(any_database, register.teacher.id) == "GS Am Westring"


def test_what_the_page_still_believes_about_schools_does_not_count(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        set_schools(db, register.teacher.id, [register.hegel.id], OPERATOR, NOW)
    # The page's person is from before: at GS Am Westring.
    with pytest.raises(NotYourSchool), any_database.write.begin() as db:
        switch_school(db, register.teacher, register.westring.id)


def test_a_choice_does_not_outlive_the_work_at_the_school(any_database: Database) -> None:
    register = made(any_database)
    number = register.teacher.id
    both = [register.westring.id, register.hegel.id]
    with any_database.write.begin() as db:
        set_schools(db, number, both, OPERATOR, NOW)
        switch_school(db, register.teacher, register.hegel.id)
    with any_database.write.begin() as db:
        set_schools(db, number, [register.westring.id], OPERATOR, NOW)
    with any_database.write.begin() as db:
        assert db.get_one(PersonRow, number).school_id is None
        set_schools(db, number, both, OPERATOR, NOW)
    assert school_of(any_database, number) == "GS Am Westring"


def test_a_choice_that_is_still_right_stays(any_database: Database) -> None:
    register = made(any_database)
    number = register.teacher.id
    with any_database.write.begin() as db:
        set_schools(db, number, [register.westring.id, register.hegel.id], OPERATOR, NOW)
        switch_school(db, register.teacher, register.hegel.id)
        set_schools(db, number, [register.hegel.id], OPERATOR, NOW)
    assert school_of(any_database, number) == "Hegel-Gymnasium"


def test_who_is_gone_cannot_switch(any_database: Database) -> None:
    register = made(any_database)
    with pytest.raises(NoSuchPerson), any_database.write.begin() as db:
        switch_school(db, Person(999, "Weg", "weg@schule.example", None), register.hegel.id)
