from __future__ import annotations

from sqlalchemy import select

from core.database import Database
from core.people.actor import OPERATOR
from core.people.demo import demo_people, make_demo_people
from core.people.own_data import delete
from core.people.people_import import import_people
from core.people.people_table import read_people
from core.people.person import Person
from core.people.register import add_person, change_person, deactivate, set_role
from core.people.roles import Role
from core.people.schools import all_schools
from core.people.tables import PersonRow
from core.people.workplaces import set_schools
from tests.core.people.register_made import NOW, audited, made


def make(database: Database) -> list[Person]:
    with database.write.begin() as db:
        make_demo_people(db, NOW)
    with database.read() as db:
        return list(demo_people(db))


def test_there_is_one_made_up_person_for_each_role(any_database: Database) -> None:
    people = make(any_database)
    assert [person.role for person in people] == list(Role)
    assert all(person.email.endswith("@demo.example") for person in people)
    with any_database.read() as db:
        for row in db.scalars(select(PersonRow)):
            assert (row.demo, row.password) == (True, None)


def test_they_work_where_people_of_their_role_do(any_database: Database) -> None:
    schools = {person.role: len(person.schools) for person in make(any_database)}
    assert (schools[Role.TEACHER], schools[Role.HEAD], schools[Role.ASSISTANT]) == (1, 1, 3)
    assert (schools[Role.TEAM], schools[Role.ADMIN]) == (0, 0)


def test_making_them_again_changes_nothing(any_database: Database) -> None:
    people, recorded = make(any_database), audited(any_database)
    assert make(any_database) == people
    assert audited(any_database) == recorded


def test_schools_that_are_known_are_theirs(any_database: Database) -> None:
    register = made(any_database)
    head = next(person for person in make(any_database) if person.role is Role.HEAD)
    assert head.school == register.hegel
    with any_database.read() as db:
        assert len(all_schools(db)) == 4


def test_what_visitors_have_changed_is_put_right(any_database: Database) -> None:
    people = make(any_database)
    by_role = {person.role: person for person in people}
    with any_database.write.begin() as db:
        set_role(db, by_role[Role.TEACHER].id, Role.ADMIN, OPERATOR, NOW)
        set_role(db, by_role[Role.ADMIN].id, None, OPERATOR, NOW)
        set_schools(db, by_role[Role.ASSISTANT].id, [], OPERATOR, NOW)
        deactivate(db, by_role[Role.HEAD].id, OPERATOR, NOW)
        change_person(db, by_role[Role.TEAM].id, "Quatsch", by_role[Role.TEAM].email, OPERATOR, NOW)
        delete(db, by_role[Role.TRAINER].id, OPERATOR, NOW)
    again = make(any_database)
    assert [(p.name, p.email, p.role, p.schools) for p in again] == [
        (p.name, p.email, p.role, p.schools) for p in people
    ]


def test_real_people_are_none_of_them(any_database: Database) -> None:
    register = made(any_database)
    people = make(any_database)
    assert {register.admin.id, register.teacher.id}.isdisjoint(person.id for person in people)


def test_who_was_deactivated_is_not_offered(any_database: Database) -> None:
    first, *others = make(any_database)
    with any_database.write.begin() as db:
        deactivate(db, first.id, OPERATOR, NOW)
    with any_database.read() as db:
        assert list(demo_people(db)) == others


def test_whom_visitors_add_is_made_up_too_and_ends_no_demonstration(any_database: Database) -> None:
    people = make(any_database)
    admin = next(person for person in people if person.role is Role.ADMIN)
    table = read_people(b"Name;E-Mail;Rolle;Schulen\nNora;nora@x.example;Lehrkraft;\n")
    with any_database.write.begin() as db:
        add_person(db, "Bernd", "bernd@x.example", Role.ADMIN, [], admin, NOW)
        import_people(db, table, admin, NOW)
    with any_database.read() as db:
        assert db.scalars(select(PersonRow.email).where(PersonRow.demo.is_(False))).all() == []
        assert demo_people(db) == people, "nobody can put words onto the page where people are chosen"


def test_whom_a_real_administrator_adds_is_real(any_database: Database) -> None:
    make(any_database)
    with any_database.write.begin() as db:
        real = add_person(db, "Ruth", "ruth@x.example", Role.ADMIN, [], OPERATOR, NOW)
        added = add_person(db, "Anna", "anna@x.example", Role.TEACHER, [], real, NOW)
        assert not db.get_one(PersonRow, added.id).demo
