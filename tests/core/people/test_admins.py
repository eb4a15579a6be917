from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from core.database import Database
from core.people import register as register_module
from core.people.actor import OPERATOR
from core.people.admins import Admin, LastAdmin, demand_admin_left, lock_admins
from core.people.own_data import delete
from core.people.person import Person
from core.people.register import add_person, deactivate, set_role
from core.people.roles import Role
from core.people.tables import PersonRow
from tests.core.people.register_made import NOW, made

LEAVING: dict[str, Callable[[Session, Person], object]] = {
    "deactivate": lambda db, admin: deactivate(db, admin.id, admin, NOW),
    "another role": lambda db, admin: set_role(db, admin.id, Role.TEAM, admin, NOW),
    "no role": lambda db, admin: set_role(db, admin.id, None, admin, NOW),
    "delete": lambda db, admin: delete(db, admin.id, admin, NOW),
}


def second(database: Database, demo: bool = False) -> Person:
    with database.write.begin() as db:
        return add_person(db, "Zwei", "zwei@stadt.example", Role.ADMIN, [], OPERATOR, NOW, demo=demo)


def admins(database: Database) -> int:
    active = (PersonRow.role == "admin", PersonRow.active)
    with database.read() as db:
        return db.scalar(select(func.count()).select_from(PersonRow).where(*active)) or 0


@pytest.mark.parametrize("way", LEAVING)
def test_the_last_administrator_cannot_leave(any_database: Database, way: str) -> None:
    admin = made(any_database).admin
    with pytest.raises(LastAdmin), any_database.write.begin() as db:
        LEAVING[way](db, admin)
    assert admins(any_database) == 1


@pytest.mark.parametrize("way", LEAVING)
def test_one_of_two_administrators_can_leave(any_database: Database, way: str) -> None:
    admin = made(any_database).admin
    second(any_database)
    with any_database.write.begin() as db:
        LEAVING[way](db, admin)
    assert admins(any_database) == 1


def test_an_administrator_who_is_not_active_is_no_other_one(any_database: Database) -> None:
    admin, other = made(any_database).admin, second(any_database)
    with any_database.write.begin() as db:
        deactivate(db, other.id, OPERATOR, NOW)
    with pytest.raises(LastAdmin), any_database.write.begin() as db:
        deactivate(db, admin.id, OPERATOR, NOW)
    with any_database.write.begin() as db:
        set_role(db, other.id, Role.TEAM, OPERATOR, NOW)


def test_a_made_up_administrator_does_not_stand_in_for_the_real_one(any_database: Database) -> None:
    admin, made_up = made(any_database).admin, second(any_database, demo=True)
    with pytest.raises(LastAdmin), any_database.write.begin() as db:
        deactivate(db, admin.id, OPERATOR, NOW)
    with any_database.write.begin() as db:
        deactivate(db, made_up.id, OPERATOR, NOW)


def test_two_made_up_administrators_stand_in_for_each_other() -> None:
    both = [Admin(1, True), Admin(2, True)]
    demand_admin_left(both, {1})
    with pytest.raises(LastAdmin):
        demand_admin_left(both, {1, 2})


def test_where_there_is_no_administrator_others_can_leave() -> None:
    demand_admin_left([], {1})


def remove_each_other(database: Database, sessions: sessionmaker[Session]) -> list[BaseException]:
    """Two administrators deactivate each other at the same time; returns what they were refused with."""
    first, other = made(database).admin, second(database)
    refused: list[BaseException] = []
    together = threading.Barrier(2)

    def deactivate_the(whom: Person, by: Person) -> None:
        together.wait()
        try:
            with sessions.begin() as db:
                deactivate(db, whom.id, by, NOW)
        except (LastAdmin, OperationalError) as error:
            refused.append(error)

    pairs = [(first, other), (other, first)]
    threads = [threading.Thread(target=deactivate_the, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


def slowly(look: Callable[[Session], Sequence[Admin]]) -> Callable[[Session], Sequence[Admin]]:
    """Gives the other one time to look before this one writes."""

    def looked(db: Session) -> Sequence[Admin]:
        found = look(db)
        time.sleep(0.5)
        return found

    return looked


def look_without_lock(db: Session) -> Sequence[Admin]:
    found = select(PersonRow.id, PersonRow.demo).where(PersonRow.role == "admin", PersonRow.active)
    return [Admin(number, demo) for number, demo in db.execute(found)]


def test_two_administrators_cannot_remove_each_other_at_the_same_time(
    any_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_module, "lock_admins", slowly(lock_admins))
    refused = remove_each_other(any_database, any_database.write)
    assert [type(error) for error in refused] == [LastAdmin]
    assert admins(any_database) == 1


def test_without_the_lock_they_can_or_the_database_gives_up(
    any_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shows that the test above can fail. SQLite notices by itself, but refuses with an error nobody can
    explain to an administrator."""
    monkeypatch.setattr(register_module, "lock_admins", slowly(look_without_lock))
    on_sqlite = any_database.engine.dialect.name == "sqlite"
    refused = remove_each_other(any_database, any_database.read if on_sqlite else any_database.write)
    assert [type(error) for error in refused] == ([OperationalError] if on_sqlite else [])
    assert admins(any_database) == (1 if on_sqlite else 0)
