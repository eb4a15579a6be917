"""A link for a password works once, for one hour, for one person."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select

from core.database import Database
from core.people import password_links, sessions
from core.people.actor import OPERATOR
from core.people.password_links import (
    LINKS_FOR_AN_EMAIL,
    REQUESTS_FROM_AN_ADDRESS,
    LinkRefused,
    NewLink,
    set_password,
)
from core.people.passwords import WeakPassword
from core.people.register import add_person, deactivate
from core.people.tables import AttemptRow, PasswordLinkRow
from tests.core.people.test_sign_in import EMAIL, NEW, NOW, PASSWORD, SIGNER, fails, somebody, tries

pytestmark = pytest.mark.usefixtures("cheap_hashes")


def requested(database: Database, email: str = EMAIL) -> NewLink | None:
    with database.write.begin() as db:
        return password_links.request(db, SIGNER, email, "10.0.0.1", NOW)


def link(database: Database) -> str:
    made = requested(database)
    assert made is not None
    return made.secret


def test_the_link_sets_the_password(any_database: Database) -> None:
    somebody(any_database)
    set_password(any_database, SIGNER, link(any_database), NEW, NOW)
    assert tries(any_database, password=NEW)


def test_a_second_use_is_refused(database: Database) -> None:
    somebody(database)
    secret = link(database)
    set_password(database, SIGNER, secret, NEW, NOW)
    with pytest.raises(LinkRefused):
        set_password(database, SIGNER, secret, PASSWORD, NOW)
    assert tries(database, password=NEW)


def test_after_an_hour_it_is_refused(database: Database) -> None:
    somebody(database)
    secret = link(database)
    with pytest.raises(LinkRefused):
        set_password(database, SIGNER, secret, NEW, NOW + timedelta(hours=1))
    set_password(database, SIGNER, secret, NEW, NOW + timedelta(minutes=59))


@pytest.mark.parametrize("guess", ["", "x", "%00", "' or '1'='1"])
def test_a_guess_is_refused(database: Database, guess: str) -> None:
    somebody(database)
    link(database)
    with pytest.raises(LinkRefused):
        set_password(database, SIGNER, guess, NEW, NOW)


def test_one_use_takes_the_other_links_of_the_person_with_it(database: Database) -> None:
    somebody(database)
    first, second = link(database), link(database)
    set_password(database, SIGNER, second, NEW, NOW)
    with pytest.raises(LinkRefused):
        set_password(database, SIGNER, first, NEW, NOW)


def test_two_uses_at_the_same_moment_are_one(any_database: Database) -> None:
    somebody(any_database)
    secret, barrier, done = link(any_database), Barrier(4), []

    def use(number: int) -> None:
        barrier.wait()
        try:
            set_password(any_database, SIGNER, secret, f"{NEW} {number}", NOW)
            done.append(number)
        except LinkRefused:
            pass

    threads = [Thread(target=use, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    assert tries(any_database, password=f"{NEW} {done[0]}")


def test_a_new_password_signs_out_everywhere_and_ends_a_block(database: Database) -> None:
    somebody(database)
    old = tries(database)
    fails(database, 5)
    set_password(database, SIGNER, link(database), NEW, NOW)
    assert sessions.recognise(database, old, NOW) is None
    assert tries(database, password=NEW)


def test_a_weak_password_leaves_the_link_as_it_is(database: Database) -> None:
    somebody(database)
    secret = link(database)
    with pytest.raises(WeakPassword):
        set_password(database, SIGNER, secret, "kurz", NOW)
    set_password(database, SIGNER, secret, NEW, NOW)


def test_only_its_hash_is_kept(database: Database) -> None:
    somebody(database)
    secret = link(database)
    with database.read() as db:
        assert secret not in str([vars(row) for row in db.scalars(select(PasswordLinkRow))])


def test_nobody_deactivated_unknown_or_made_up_gets_a_link(database: Database) -> None:
    gone = somebody(database, "weg@schule.example")
    with database.write.begin() as db:
        deactivate(db, gone.id, OPERATOR, NOW)
        add_person(db, "Demo", "demo@demo.example", None, [], OPERATOR, NOW, demo=True)
    for email in ("weg@schule.example", "niemand@schule.example", "demo@demo.example", ""):
        assert requested(database, email) is None


def test_who_is_deactivated_in_between_cannot_use_theirs(database: Database) -> None:
    person = somebody(database)
    secret = link(database)
    with database.write.begin() as db:
        deactivate(db, person.id, OPERATOR, NOW)
    with pytest.raises(LinkRefused):
        set_password(database, SIGNER, secret, NEW, NOW)


def test_a_mailbox_is_not_flooded(database: Database) -> None:
    somebody(database)
    made = [requested(database) for _ in range(10)]
    assert sum(one is not None for one in made) == LINKS_FOR_AN_EMAIL


def test_who_is_blocked_leaves_nothing_behind(database: Database) -> None:
    """Otherwise each request for yet another address would leave a row."""
    for number in range(REQUESTS_FROM_AN_ADDRESS + 10):
        requested(database, f"niemand{number}@schule.example")
    with database.read() as db:
        assert len(db.scalars(select(AttemptRow)).all()) == REQUESTS_FROM_AN_ADDRESS + 1
