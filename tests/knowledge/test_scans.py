"""Scans are counted by code and day; nobody is in it, and none is lost."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import inspect, text

from core.database import Database
from core.people.actor import OPERATOR
from core.people.person import NotAllowed
from core.people.roles import Role
from knowledge import scans
from knowledge.label_tables import ScanRow
from tests.knowledge.people import person

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG_AGO = date(2000, 1, 1)


def count(database: Database, code: str, now: datetime = NOON) -> None:
    with database.write.begin() as db:
        scans.count(db, code, now)


def counted(database: Database, *codes: str, since: date = LONG_AGO) -> dict[str, int]:
    with database.read() as db:
        return dict(scans.counts(db, codes, OPERATOR, since))


def test_every_scan_adds_one(any_database: Database) -> None:
    for code in ("aaaaaaaaaa", "bbbbbbbbbb", "aaaaaaaaaa"):
        count(any_database, code)
    assert counted(any_database, "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc") == {
        "aaaaaaaaaa": 2,
        "bbbbbbbbbb": 1,
    }


def test_twenty_at_once_are_twenty(any_database: Database) -> None:
    def scan() -> None:
        for _ in range(5):
            count(any_database, "aaaaaaaaaa")

    threads = [threading.Thread(target=scan) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted(any_database, "aaaaaaaaaa") == {"aaaaaaaaaa": 100}


def test_looking_first_and_writing_later_would_lose_some(database: Database) -> None:
    """Shows that the test above can fail."""
    count(database, "aaaaaaaaaa")
    both_have_looked = threading.Barrier(2)

    def scan() -> None:
        with database.read() as db:
            before = db.get_one(ScanRow, ("aaaaaaaaaa", NOON.date())).count
        both_have_looked.wait()
        with database.write.begin() as db:
            db.execute(text("update scans set count = :n"), {"n": before + 1})

    threads = [threading.Thread(target=scan) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted(database, "aaaaaaaaaa") == {"aaaaaaaaaa": 2}


def test_a_day_is_one_of_the_city(any_database: Database) -> None:
    count(any_database, "aaaaaaaaaa", datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    assert counted(any_database, "aaaaaaaaaa", since=date(2026, 11, 23)) == {"aaaaaaaaaa": 1}
    assert counted(any_database, "aaaaaaaaaa", since=date(2026, 11, 24)) == {}


def test_what_is_old_is_forgotten(any_database: Database) -> None:
    for day in (1, 2, 3):
        count(any_database, "aaaaaaaaaa", NOON.replace(day=day))
    with any_database.write.begin() as db:
        assert scans.tidy(db, NOON.replace(day=3)) == 2
    assert counted(any_database, "aaaaaaaaaa") == {"aaaaaaaaaa": 1}


@pytest.mark.parametrize("role", [None, Role.TEACHER, Role.HEAD, Role.ASSISTANT, Role.TRAINER])
def test_only_who_looks_after_the_library_sees_how_often(database: Database, role: Role | None) -> None:
    with database.read() as db, pytest.raises(NotAllowed):
        scans.counts(db, ["aaaaaaaaaa"], person(role), LONG_AGO)


@pytest.mark.parametrize("role", [Role.TEAM, Role.ADMIN])
def test_team_and_administration_see_it(database: Database, role: Role) -> None:
    count(database, "aaaaaaaaaa")
    with database.read() as db:
        assert scans.counts(db, ["aaaaaaaaaa"], person(role), LONG_AGO) == {"aaaaaaaaaa": 1}


def test_there_is_no_room_for_a_person(database: Database) -> None:
    columns = {column["name"] for column in inspect(database.engine).get_columns("scans")}
    assert columns == {"code", "day", "count"}
