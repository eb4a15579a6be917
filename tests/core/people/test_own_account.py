"""What people see of their own account, on each database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.audit import Action
from core.database import Database
from core.people import sessions
from core.people.own_account import OpenSession, own_account, sign_out_everywhere
from core.people.tables import PersonRow
from tests.core.people.register_made import NOW, audited, made


def test_open_sessions_are_told_with_the_one_here(any_database: Database) -> None:
    person = made(any_database).teacher
    with any_database.write.begin() as db:
        here = sessions.begin(db, person.id, lasting=False, now=NOW)
        sessions.begin(db, person.id, lasting=True, now=NOW - timedelta(days=13))
        sessions.begin(db, person.id, lasting=True, now=NOW - timedelta(days=15))
        sessions.begin(db, person.id, lasting=False, now=NOW - timedelta(hours=3))
    with any_database.read() as db:
        found = own_account(db, person, here, NOW).sessions
    assert found == (OpenSession(NOW - timedelta(days=13), False), OpenSession(NOW, True))


@pytest.mark.parametrize("kept", ["a hash", None])
def test_a_password_is_told_of_but_not_told(database: Database, kept: str | None) -> None:
    person = made(database).teacher
    with database.write.begin() as db:
        db.get_one(PersonRow, person.id).password = kept
    with database.read() as db:
        assert own_account(db, person, None, NOW).has_password is (kept is not None)


def test_signing_out_everywhere_ends_only_one_s_own_sessions(any_database: Database) -> None:
    register = made(any_database)
    with any_database.write.begin() as db:
        sessions.begin(db, register.teacher.id, lasting=False, now=NOW)
        sessions.begin(db, register.teacher.id, lasting=True, now=NOW)
        other = sessions.begin(db, register.admin.id, lasting=False, now=NOW)
        assert sign_out_everywhere(db, register.teacher, NOW) == 2
    assert sessions.recognise(any_database, other, NOW) is not None
    with any_database.read() as db:
        assert own_account(db, register.teacher, None, NOW).sessions == ()
    told = (register.teacher.id, Action.SIGNED_OUT_EVERYWHERE, f"person {register.teacher.id}")
    assert audited(any_database)[-1] == told
