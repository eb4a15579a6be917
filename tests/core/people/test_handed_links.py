from __future__ import annotations

from dataclasses import replace

import pytest

from core.database import Database
from core.people.actor import OPERATOR
from core.people.handed_links import Deactivated, MadeUp, hand_link
from core.people.password_links import owner
from core.people.people import NoSuchPerson
from core.people.person import NotAllowed
from core.people.register import add_person, deactivate
from core.people.roles import Role
from tests.core.people.register_made import NOW, audited, made


def test_a_link_for_somebody_is_recorded_without_its_secret(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        link = hand_link(db, register.teacher.id, register.admin, NOW)
    with any_database.read() as db:
        assert owner(db, link.secret, NOW).id == register.teacher.id
    assert audited(any_database)[-1] == (
        register.admin.id,
        "password_link_made",
        f"person {register.teacher.id}",
    )


def test_links_are_handed_on_by_the_administration_alone(any_database: Database) -> None:
    register = made(any_database)
    for role in (None, *(role for role in Role if role is not Role.ADMIN)):
        with pytest.raises(NotAllowed), any_database.write.begin() as db:
            hand_link(db, register.admin.id, replace(register.teacher, role=role), NOW)


def test_there_is_no_link_for_somebody_gone_or_switched_off(any_database: Database) -> None:
    register = made(any_database)
    with pytest.raises(NoSuchPerson), any_database.write.begin() as db:
        hand_link(db, 4711, OPERATOR, NOW)
    with any_database.write.begin() as db:
        deactivate(db, register.teacher.id, OPERATOR, NOW)
    with pytest.raises(Deactivated), any_database.write.begin() as db:
        hand_link(db, register.teacher.id, OPERATOR, NOW)


def test_there_is_no_link_for_somebody_made_up(any_database: Database) -> None:
    with any_database.write.begin() as db:
        made_up = add_person(db, "Ruth", "ruth@demo.example", Role.ADMIN, [], OPERATOR, NOW, demo=True)
    with pytest.raises(MadeUp), any_database.write.begin() as db:
        hand_link(db, made_up.id, OPERATOR, NOW)
