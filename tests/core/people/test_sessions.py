"""A session is recognised while it lasts, and by nobody else's secret."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from core.database import Database
from core.people import sessions
from core.people.actor import OPERATOR
from core.people.register import deactivate, set_role
from core.people.roles import Role
from core.people.sessions import LASTING, SEEN_AGAIN_AFTER, SHORT
from core.people.tables import PersonRow, SignedInRow
from tests.core.people.test_sign_in import NOW, somebody

pytestmark = pytest.mark.usefixtures("cheap_hashes")


def begun(database: Database, person_id: int, lasting: bool = False) -> str:
    with database.write.begin() as db:
        return sessions.begin(db, person_id, lasting, NOW)


def test_only_the_hash_of_the_secret_is_kept(database: Database) -> None:
    secret = begun(database, somebody(database).id)
    with database.read() as db:
        assert secret not in str([vars(row) for row in db.scalars(select(SignedInRow))])


def test_every_session_has_a_secret_of_its_own(database: Database) -> None:
    person = somebody(database)
    secrets = {begun(database, person.id) for _ in range(50)}
    assert len(secrets) == 50
    assert min(len(secret) for secret in secrets) >= 43  # 256 bits


@pytest.mark.parametrize("guess", ["", "x", "' or 1=1 --", "\x00", "a" * 10_000])
def test_a_guess_is_nobodys_secret(any_database: Database, guess: str) -> None:
    begun(any_database, somebody(any_database).id)
    assert sessions.recognise(any_database, guess, NOW) is None


@pytest.mark.parametrize(("lasting", "length"), [(False, SHORT), (True, LASTING)])
def test_a_session_ends_when_it_lies_idle(database: Database, lasting: bool, length: sessions.Length) -> None:
    secret = begun(database, somebody(database).id, lasting)
    assert sessions.recognise(database, secret, NOW + length.idle) is not None
    assert sessions.recognise(database, secret, NOW + 2 * length.idle + timedelta(seconds=1)) is None


@pytest.mark.parametrize(("lasting", "length"), [(False, SHORT), (True, LASTING)])
def test_a_session_ends_in_the_end_however_busy(
    database: Database, lasting: bool, length: sessions.Length
) -> None:
    secret, now = begun(database, somebody(database).id, lasting), NOW
    while now < NOW + length.whole:
        assert sessions.recognise(database, secret, now) is not None
        now += length.idle - timedelta(seconds=1)
    assert sessions.recognise(database, secret, NOW + length.whole) is None


@pytest.mark.parametrize("role", [Role.TEAM, Role.ADMIN])
def test_who_looks_after_others_is_never_signed_in_for_long(database: Database, role: Role) -> None:
    secret = begun(database, somebody(database, role=role).id, lasting=True)
    assert sessions.recognise(database, secret, NOW + SHORT.idle + timedelta(seconds=1)) is None


def test_a_role_taken_away_is_gone_in_a_session_that_goes_on(database: Database) -> None:
    somebody(database, "erste@schule.example", Role.ADMIN)
    person = somebody(database, role=Role.ADMIN)
    secret = begun(database, person.id)
    with database.write.begin() as db:
        set_role(db, person.id, Role.TEACHER, OPERATOR, NOW)
    found = sessions.recognise(database, secret, NOW)
    assert found is not None
    assert found.role is Role.TEACHER


def test_who_is_deactivated_is_out_at_once(any_database: Database) -> None:
    person = somebody(any_database)
    secret = begun(any_database, person.id)
    with any_database.write.begin() as db:
        deactivate(db, person.id, OPERATOR, NOW)
    assert sessions.recognise(any_database, secret, NOW) is None


def test_a_row_of_a_deactivated_person_would_not_let_them_in_either(database: Database) -> None:
    person = somebody(database)
    secret = begun(database, person.id)
    with database.write.begin() as db:
        db.get_one(PersonRow, person.id).active = False
    assert sessions.recognise(database, secret, NOW) is None


def test_signing_out_everywhere_ends_all_but_the_one_named(any_database: Database) -> None:
    person = somebody(any_database)
    here, there, elsewhere = (begun(any_database, person.id) for _ in range(3))
    with any_database.write.begin() as db:
        assert sessions.end_all(db, person.id, but=here) == 2
    assert [sessions.recognise(any_database, s, NOW) is None for s in (here, there, elsewhere)] == [
        False,
        True,
        True,
    ]


def test_being_there_is_noted_at_most_every_few_minutes(database: Database) -> None:
    secret = begun(database, somebody(database).id)

    def seen() -> object:
        with database.read() as db:
            return db.scalar(select(SignedInRow.seen_at))

    sessions.recognise(database, secret, NOW + SEEN_AGAIN_AFTER)
    assert seen() == NOW
    later = NOW + SEEN_AGAIN_AFTER + timedelta(seconds=1)
    sessions.recognise(database, secret, later)
    assert seen() == later


def test_who_becomes_an_administrator_is_not_signed_in_for_long_any_more(database: Database) -> None:
    person = somebody(database)
    secret, now = begun(database, person.id, lasting=True), NOW
    with database.write.begin() as db:
        set_role(db, person.id, Role.ADMIN, OPERATOR, NOW)
    while now < NOW + SHORT.whole:
        assert sessions.recognise(database, secret, now) is not None
        now += SHORT.idle - timedelta(seconds=1)
    assert sessions.recognise(database, secret, NOW + SHORT.whole) is None
