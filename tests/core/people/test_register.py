from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.database import Database
from core.mail.tables import MailRow
from core.people import register as register_module
from core.people.actor import OPERATOR
from core.people.emails import BadEmail
from core.people.names import NameMissing
from core.people.people import NoSuchPerson, person, search_people
from core.people.person import NotAllowed, Person
from core.people.register import (
    EmailTaken,
    add_person,
    change_person,
    deactivate,
    reactivate,
    set_role,
)
from core.people.roles import Role
from core.people.schools import NoSuchSchool
from core.people.tables import PasswordLinkRow, PersonRow, SignedInRow
from core.people.workplaces import set_schools
from tests.core.people.register_made import NOW, audited, made


def is_active(database: Database, person_id: int) -> bool:
    with database.read() as db:
        return db.get_one(PersonRow, person_id).active


def sign_in(db: Session, person_id: int, secret: str) -> None:
    later = NOW + timedelta(hours=1)
    db.add(
        SignedInRow(
            secret_hash=secret, person_id=person_id, lasting=False, started_at=NOW, seen_at=NOW, ends_at=later
        )
    )
    db.add(PasswordLinkRow(secret_hash=secret, person_id=person_id, ends_at=later))


def mail(db: Session, to: str) -> None:
    db.add(MailRow(recipient=to, subject="Willkommen", message="…", created_at=NOW, next_try_at=NOW))


def entrances(database: Database) -> tuple[list[str], list[str]]:
    with database.read() as db:
        return (
            sorted(db.scalars(select(SignedInRow.secret_hash))),
            sorted(db.scalars(select(PasswordLinkRow.secret_hash))),
        )


def test_a_person_is_added_with_role_and_schools(any_database: Database) -> None:
    register = made(any_database)
    at = [register.hegel.id, register.westring.id]
    with any_database.write.begin() as db:
        added = add_person(
            db, " Jana  Krüger", " J.Krueger@Schule.Example", Role.ASSISTANT, at, OPERATOR, NOW
        )
    assert added == Person(
        added.id,
        "Jana Krüger",
        "j.krueger@schule.example",
        Role.ASSISTANT,
        (register.westring, register.hegel),
        register.westring,
    )
    with any_database.read() as db:
        assert person(db, added.id) == added
        row = db.get_one(PersonRow, added.id)
        assert (row.active, row.demo, row.password, row.created_at, row.seen_at) == (
            True,
            False,
            None,
            NOW,
            None,
        )


@pytest.mark.parametrize(
    ("name", "email", "error"),
    [
        ("", "neu@schule.example", NameMissing),
        ("Neu", "neu", BadEmail),
        ("Neu", "MUELLER@schule.example", EmailTaken),
    ],
)
def test_a_person_who_cannot_be_kept_is_refused(
    any_database: Database, name: str, email: str, error: type[Exception]
) -> None:
    made(any_database)
    with pytest.raises(error), any_database.write.begin() as db:
        add_person(db, name, email, None, [], OPERATOR, NOW)


def test_schools_that_do_not_exist_are_named_and_nothing_is_kept(any_database: Database) -> None:
    register = made(any_database)
    changes: list[Callable[[Session], object]] = [
        lambda db: add_person(
            db, "Neu", "neu@schule.example", None, [register.hegel.id, 77, 78], OPERATOR, NOW
        ),
        lambda db: set_schools(db, register.teacher.id, [register.hegel.id, 77, 78], OPERATOR, NOW),
    ]
    for change in changes:
        with pytest.raises(NoSuchSchool) as error, any_database.write.begin() as db:
            change(db)
        assert error.value.school_ids == (77, 78)
    with any_database.read() as db:
        assert len(search_people(db, OPERATOR, "", 9)) == 2
        assert person(db, register.teacher.id) == register.teacher


def test_an_address_that_is_taken_in_the_same_moment_is_refused_alike(
    any_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sees_nobody(db: Session, email: str, but: int | None) -> None: ...

    made(any_database)
    monkeypatch.setattr(register_module, "_demand_free", sees_nobody)
    with pytest.raises(EmailTaken), any_database.write.begin() as db:
        add_person(db, "Neu", "mueller@schule.example", None, [], OPERATOR, NOW)


def test_name_and_address_can_be_changed(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        changed = change_person(db, register.teacher.id, "Änne Vogt", "Vogt@Schule.Example", OPERATOR, NOW)
    assert (changed.name, changed.email) == ("Änne Vogt", "vogt@schule.example")
    with any_database.read() as db:
        assert person(db, register.teacher.id) == changed


def test_an_address_of_another_person_cannot_be_taken(any_database: Database) -> None:
    register = made(any_database)
    with pytest.raises(EmailTaken), any_database.write.begin() as db:
        change_person(db, register.teacher.id, "Änne", register.admin.email, OPERATOR, NOW)
    with any_database.read() as db:
        assert person(db, register.teacher.id) == register.teacher


def test_what_went_to_an_old_address_opens_nothing_and_is_forgotten(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        sign_in(db, register.teacher.id, "teacher")
        sign_in(db, register.admin.id, "admin")
        mail(db, register.teacher.email)
        mail(db, register.admin.email)
    with any_database.write.begin() as db:
        change_person(db, register.teacher.id, "Änne Vogt", register.teacher.email, OPERATOR, NOW)
    assert entrances(any_database) == (["admin", "teacher"], ["admin", "teacher"])
    with any_database.write.begin() as db:
        change_person(db, register.teacher.id, "Änne Vogt", "vogt@schule.example", OPERATOR, NOW)
    assert entrances(any_database) == (["admin", "teacher"], ["admin"])
    with any_database.read() as db:
        assert db.scalars(select(MailRow.recipient)).all() == [register.admin.email]


def test_a_role_is_given_and_taken(any_database: Database) -> None:
    register = made(any_database)
    for role in (Role.HEAD, None):
        with any_database.write.begin() as db:
            assert set_role(db, register.teacher.id, role, OPERATOR, NOW).role is role
        with any_database.read() as db:
            assert db.get_one(PersonRow, register.teacher.id).role == role


def test_who_is_deactivated_is_out_everywhere_and_nobody_else(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        sign_in(db, register.teacher.id, "teacher")
        sign_in(db, register.admin.id, "admin")
    with any_database.write.begin() as db:
        deactivate(db, register.teacher.id, OPERATOR, NOW)
    assert not is_active(any_database, register.teacher.id)
    assert is_active(any_database, register.admin.id)
    assert entrances(any_database) == (["admin"], ["admin"])


def test_who_is_reactivated_has_to_sign_in_again(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        sign_in(db, register.teacher.id, "teacher")
        deactivate(db, register.teacher.id, OPERATOR, NOW)
        reactivate(db, register.teacher.id, OPERATOR, NOW)
    assert is_active(any_database, register.teacher.id)
    assert entrances(any_database) == ([], [])


CHANGES: dict[str, Callable[[Session, int, Any], object]] = {
    "add_person": lambda db, _, by: add_person(db, "Neu", "neu@schule.example", Role.ADMIN, [], by, NOW),
    "change_person": lambda db, number, by: change_person(db, number, "Neu", "neu@schule.example", by, NOW),
    "set_role": lambda db, number, by: set_role(db, number, Role.ADMIN, by, NOW),
    "set_schools": lambda db, number, by: set_schools(db, number, [], by, NOW),
    "deactivate": lambda db, number, by: deactivate(db, number, by, NOW),
    "reactivate": lambda db, number, by: reactivate(db, number, by, NOW),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_those_who_manage_people_change_them(any_database: Database, name: str) -> None:
    register = made(any_database)
    team = Person(register.teacher.id, "Team", "team@stadt.example", Role.TEAM)
    for by in (register.teacher, team, None):
        with pytest.raises(NotAllowed), any_database.write.begin() as db:
            CHANGES[name](db, register.teacher.id, by)
    with any_database.read() as db:
        assert person(db, register.teacher.id) == register.teacher
        assert db.scalar(select(func.count()).select_from(PersonRow)) == 2


@pytest.mark.parametrize("name", [name for name in CHANGES if name != "add_person"])
def test_nobody_is_changed_who_is_not_there(any_database: Database, name: str) -> None:
    made(any_database)
    with pytest.raises(NoSuchPerson) as error, any_database.write.begin() as db:
        CHANGES[name](db, 999, OPERATOR)
    assert error.value.person_id == 999


def test_the_audit_log_tells_each_change_once_without_names(any_database: Database) -> None:
    register = made(any_database)
    begun = len(audited(any_database))
    admin, number = register.admin, register.teacher.id
    for _ in range(2):  # the second time nothing changes any more
        with any_database.write.begin() as db:
            change_person(db, number, "Änne Vogt", "vogt@schule.example", admin, NOW)
            set_role(db, number, Role.HEAD, admin, NOW)
            set_schools(db, number, [register.hegel.id], admin, NOW)
    for change in (deactivate, reactivate):
        for _ in range(2):
            with any_database.write.begin() as db:
                change(db, number, admin, NOW)
    assert audited(any_database)[begun:] == [
        (admin.id, "person_changed", f"person {number}"),
        (admin.id, "role_set", f"person {number}: head"),
        (admin.id, "schools_set", f"person {number}: schools {register.hegel.id}"),
        (admin.id, "deactivated", f"person {number}"),
        (admin.id, "reactivated", f"person {number}"),
    ]


def test_a_change_that_fails_leaves_no_line_in_the_audit_log(any_database: Database) -> None:
    register = made(any_database)
    before = audited(any_database)

    def change(db: Session) -> None:
        set_role(db, register.teacher.id, Role.HEAD, OPERATOR, NOW)
        set_schools(db, register.teacher.id, [77], OPERATOR, NOW)

    with pytest.raises(NoSuchSchool), any_database.write.begin() as db:
        change(db)
    assert audited(any_database) == before
