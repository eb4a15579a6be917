"""Signing in with a password: who may, who must wait, and what a stranger can learn from it (nothing)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from core.database import Database
from core.people import passwords, sessions
from core.people.actor import OPERATOR
from core.people.attempts import LONGEST_WAIT, Blocked
from core.people.passwords import WeakPassword, hashed
from core.people.person import Person
from core.people.register import add_person, deactivate
from core.people.roles import Role
from core.people.sign_in import (
    TRIES_FOR_AN_EMAIL,
    TRIES_FROM_AN_ADDRESS,
    WrongPassword,
    change_password,
    sign_in,
)
from core.people.tables import AttemptRow, PersonRow, SignedInRow
from core.signing import Signer

NOW = datetime(2026, 11, 23, 7, 40, tzinfo=UTC)
EMAIL, PASSWORD = "anna@schule.example", "drei Hasen tanzen Walzer"
NEW = "blaue Kreide riecht nach Regen"
pytestmark = pytest.mark.usefixtures("cheap_hashes")
SIGNER = Signer("a secret of the tests, long enough for all of them")


def somebody(
    database: Database, email: str = EMAIL, role: Role | None = Role.TEACHER, password: str | None = PASSWORD
) -> Person:
    with database.write.begin() as db:
        person = add_person(db, "Anna Sommer", email, role, [], OPERATOR, NOW)
        if password is not None:
            db.get_one(PersonRow, person.id).password = hashed(password)
    return person


def tries(
    database: Database,
    email: str = EMAIL,
    password: str = PASSWORD,
    address: str = "10.0.0.1",
    now: datetime = NOW,
    lasting: bool = False,
) -> str:
    return sign_in(database, SIGNER, email, password, address, lasting, now).secret


def fails(database: Database, times: int, email: str = EMAIL, address: str = "10.0.0.1") -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            tries(database, email, "falsch geraten", address)


def test_who_knows_the_password_is_signed_in(any_database: Database) -> None:
    person = somebody(any_database)
    secret = tries(any_database)
    assert sessions.recognise(any_database, secret, NOW) == person


def test_the_address_may_be_written_in_capitals_and_with_blanks(database: Database) -> None:
    somebody(database)
    assert tries(database, f"  {EMAIL.upper()} ")


@pytest.mark.parametrize("password", ["", "falsch", PASSWORD.upper(), PASSWORD + " "])
def test_a_wrong_password_signs_nobody_in(database: Database, password: str) -> None:
    somebody(database)
    with pytest.raises(WrongPassword):
        tries(database, password=password)
    with database.read() as db:
        assert db.scalars(select(SignedInRow)).all() == []


def test_unknown_deactivated_and_passwordless_people_are_told_the_same(database: Database) -> None:
    somebody(database, "ohne@schule.example", password=None)
    gone = somebody(database, "weg@schule.example")
    with database.write.begin() as db:
        deactivate(db, gone.id, OPERATOR, NOW)
    refusals = set()
    for email in ("niemand@schule.example", "ohne@schule.example", "weg@schule.example"):
        with pytest.raises(WrongPassword) as refused:
            tries(database, email)
        refusals.add(repr(refused.value))
    assert len(refusals) == 1


def test_an_unknown_address_takes_as_long_as_a_wrong_password(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hash is what takes time; it is computed once in both cases."""
    somebody(database)
    counted: list[str] = []
    passwords._nobodys()  # is made once in a process

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            counted.append(str(hash))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "HASHER", Counting())
    for email in (EMAIL, "niemand@schule.example"):
        counted.clear()
        with pytest.raises(WrongPassword):
            tries(database, email, "falsch")
        assert len(counted) == 1


# brute force


def test_after_five_failures_the_next_try_must_wait_even_with_the_right_password(database: Database) -> None:
    somebody(database)
    fails(database, TRIES_FOR_AN_EMAIL)
    with pytest.raises(Blocked) as blocked:
        tries(database)
    assert blocked.value.until - NOW == timedelta(seconds=30)


def test_each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour(database: Database) -> None:
    somebody(database)
    fails(database, TRIES_FOR_AN_EMAIL)
    now, waits = NOW, []
    for _ in range(8):
        with pytest.raises(Blocked) as blocked:
            tries(database, now=now)
        waits.append(blocked.value.until - now)
        now = blocked.value.until
        with pytest.raises(WrongPassword):
            tries(database, password="falsch", now=now)
    assert [wait.total_seconds() for wait in waits[:5]] == [30, 60, 120, 240, 480]
    assert waits[-1] == LONGEST_WAIT


def test_after_the_wait_the_right_password_signs_in_and_all_is_forgiven(database: Database) -> None:
    somebody(database)
    fails(database, TRIES_FOR_AN_EMAIL)
    later = NOW + timedelta(seconds=31)
    assert tries(database, now=later)
    for _ in range(TRIES_FOR_AN_EMAIL - 1):
        with pytest.raises(WrongPassword):
            tries(database, password="falsch", now=later)
    assert tries(database, now=later)


def test_an_unknown_address_is_blocked_just_the_same(database: Database) -> None:
    fails(database, TRIES_FOR_AN_EMAIL, "niemand@schule.example")
    with pytest.raises(Blocked):
        tries(database, "niemand@schule.example")


def test_other_people_are_not_blocked_by_it(database: Database) -> None:
    somebody(database)
    fails(database, TRIES_FOR_AN_EMAIL, "niemand@schule.example")
    assert tries(database)


def test_many_addresses_tried_from_one_place_block_the_place(database: Database) -> None:
    for number in range(TRIES_FROM_AN_ADDRESS):
        fails(database, 1, f"person{number}@schule.example")
    with pytest.raises(Blocked):
        tries(database, "noch@eine.example")
    with pytest.raises(WrongPassword):
        tries(database, "noch@eine.example", address="10.0.0.2")


def test_all_addresses_of_an_ipv6_network_count_as_one(database: Database) -> None:
    for number in range(TRIES_FROM_AN_ADDRESS):
        fails(database, 1, f"person{number}@schule.example", f"2001:db8:1:2::{number:x}")
    with pytest.raises(Blocked):
        tries(database, "noch@eine.example", address="2001:db8:1:2:ffff::1")
    with pytest.raises(WrongPassword):
        tries(database, "noch@eine.example", address="2001:db8:1:3::1")


def test_a_school_behind_one_address_is_never_blocked_by_people_who_know_their_password(
    database: Database,
) -> None:
    somebody(database)
    for _ in range(TRIES_FROM_AN_ADDRESS + 5):
        tries(database)


def test_tries_at_the_same_moment_count_as_many_as_they_are(any_database: Database) -> None:
    """Without counting before looking, all of them would find the counter at nought."""
    somebody(any_database)
    outcomes: list[type[BaseException]] = []

    def attack() -> None:
        try:
            tries(any_database, password="falsch")
        except (WrongPassword, Blocked) as refusal:
            outcomes.append(type(refusal))

    threads = [Thread(target=attack) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(WrongPassword) == TRIES_FOR_AN_EMAIL
    assert outcomes.count(Blocked) == 16 - TRIES_FOR_AN_EMAIL


def test_nobody_can_be_read_from_what_is_kept_of_failures(database: Database) -> None:
    fails(database, 1, "niemand@schule.example", "10.9.8.7")
    with database.read() as db:
        kept = " ".join(db.scalars(select(AttemptRow.key)))
    assert "niemand" not in kept
    assert "10.9" not in kept


# changing the password


def test_changing_the_password_ends_all_other_sessions(database: Database) -> None:
    person = somebody(database)
    here, elsewhere = tries(database), tries(database)
    change_password(database, SIGNER, person, PASSWORD, NEW, here, NOW)
    assert sessions.recognise(database, here, NOW) == person
    assert sessions.recognise(database, elsewhere, NOW) is None
    assert tries(database, password=NEW)
    with pytest.raises(WrongPassword):
        tries(database, password=PASSWORD)


def test_the_old_password_cannot_be_guessed_through_the_change_either(database: Database) -> None:
    person = somebody(database)
    for _ in range(TRIES_FOR_AN_EMAIL):
        with pytest.raises(WrongPassword):
            change_password(database, SIGNER, person, "geraten", NEW, "", NOW)
    with pytest.raises(Blocked):
        change_password(database, SIGNER, person, PASSWORD, NEW, "", NOW)


def test_a_weak_new_password_changes_nothing(database: Database) -> None:
    person = somebody(database)
    with pytest.raises(WeakPassword):
        change_password(database, SIGNER, person, PASSWORD, "kurz", "", NOW)
    assert tries(database)


def test_a_password_given_to_somebody_made_up_signs_nobody_in(database: Database) -> None:
    """Visitors of a demonstration are its administration, too: what they leave opens nothing afterwards."""
    with database.write.begin() as db:
        made_up = add_person(db, "Ruth", EMAIL, Role.ADMIN, [], OPERATOR, NOW, demo=True)
        db.get_one(PersonRow, made_up.id).password = hashed(PASSWORD)
    with pytest.raises(WrongPassword):
        tries(database)
