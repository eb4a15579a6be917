from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from core.audit import Action, record
from core.database import Database
from core.mail.tables import MailRow
from core.people.actor import OPERATOR
from core.people.register import add_person
from core.people.roles import Role
from core.people.tables import AttemptRow, PasswordLinkRow, PersonRow, SignedInRow
from core.people.tidying import Tidied, months_before, tidy
from tests.core.people.register_made import NOW, audited

SECOND = timedelta(seconds=1)
BEFORE = NOW - timedelta(days=2 * 366)
NOTHING = Tidied(people=0, sessions=0, password_links=0, attempts=0, audit_lines=0)


def tidied(database: Database) -> Tidied:
    with database.write.begin() as db:
        return tidy(db, NOW, keep_people=24, keep_audit=24)


def add(
    database: Database,
    name: str,
    created_at: datetime,
    seen_at: datetime | None = None,
    role: Role | None = Role.TEACHER,
    active: bool = True,
) -> None:
    with database.write.begin() as db:
        added = add_person(db, name, f"{name}@schule.example", role, [], OPERATOR, created_at)
        row = db.get_one(PersonRow, added.id)
        row.seen_at, row.active = seen_at, active


def names(database: Database) -> list[str]:
    with database.read() as db:
        return sorted(db.scalars(select(PersonRow.name)))


def test_people_who_have_long_not_been_there_are_deleted(any_database: Database) -> None:
    limit = months_before(NOW, 24)
    add(any_database, "never-came", BEFORE)
    add(any_database, "came-long-ago", BEFORE, limit - SECOND)
    add(any_database, "no-role", BEFORE, role=None)
    add(any_database, "just-in-time", BEFORE, limit)
    add(any_database, "new", limit)
    assert tidied(any_database).people == 3
    assert names(any_database) == ["just-in-time", "new"]


def test_administrators_stay_unless_they_are_deactivated(any_database: Database) -> None:
    add(any_database, "admin", BEFORE, role=Role.ADMIN)
    add(any_database, "old-admin", BEFORE, role=Role.ADMIN, active=False)
    assert tidied(any_database).people == 1
    assert names(any_database) == ["admin"]


def test_who_is_tidied_away_is_gone_like_everyone_who_is_deleted(any_database: Database) -> None:
    add(any_database, "never-came", BEFORE)
    with any_database.write.begin() as db:
        db.add(MailRow(recipient="never-came@schule.example", subject="x", message="x", created_at=BEFORE))
    tidied(any_database)
    with any_database.read() as db:
        assert db.scalars(select(MailRow.id)).all() == []
    assert "person_deleted" in [action for _, action, _ in audited(any_database)]


def test_sessions_links_and_tries_go_when_they_have_ended(any_database: Database) -> None:
    add(any_database, "anna", NOW)
    with any_database.write.begin() as db:
        number = db.scalars(select(PersonRow.id)).one()
        for name, ends_at in (("ended", NOW), ("open", NOW + SECOND)):
            db.add(
                SignedInRow(
                    secret_hash=name,
                    person_id=number,
                    lasting=False,
                    started_at=BEFORE,
                    seen_at=BEFORE,
                    ends_at=ends_at,
                )
            )
            db.add(PasswordLinkRow(secret_hash=name, person_id=number, ends_at=ends_at))
        day = timedelta(hours=24)
        db.add(AttemptRow(key="ended", failures=3, last_at=NOW - day))
        db.add(AttemptRow(key="open", failures=3, last_at=NOW - day + SECOND))
    assert tidied(any_database) == Tidied(people=0, sessions=1, password_links=1, attempts=1, audit_lines=0)
    with any_database.read() as db:
        for key in (SignedInRow.secret_hash, PasswordLinkRow.secret_hash, AttemptRow.key):
            assert db.scalars(select(key)).all() == ["open"]


def test_old_lines_of_the_audit_log_go(any_database: Database) -> None:
    limit = months_before(NOW, 24)
    with any_database.write.begin() as db:
        record(db, None, Action.TIDIED, "old", limit - SECOND)
        record(db, None, Action.TIDIED, "young", limit)
    assert tidied(any_database).audit_lines == 1
    assert audited(any_database)[0][2] == "young"


def test_tidying_is_recorded_with_its_counts_and_only_when_something_went(any_database: Database) -> None:
    add(any_database, "never-came", BEFORE)
    tidied(any_database)
    recorded = audited(any_database)
    assert recorded[-1] == (
        None,
        "tidied",
        "1 people, 0 sessions, 0 password links, 0 attempts, 1 audit lines",
    )
    assert tidied(any_database) == NOTHING
    assert audited(any_database) == recorded


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        ((2024, 5, 31), 3, (2024, 2, 29)),
        ((2024, 2, 29), 12, (2023, 2, 28)),
        ((2024, 1, 15), 1, (2023, 12, 15)),
        ((2024, 12, 1), 12, (2023, 12, 1)),
    ],
)
def test_months_are_those_of_the_calendar(
    day: tuple[int, int, int], months: int, earlier: tuple[int, int, int]
) -> None:
    assert months_before(datetime(*day, 8, tzinfo=UTC), months) == datetime(*earlier, 8, tzinfo=UTC)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), st.integers(1, 600))  # noqa: DTZ001
def test_some_months_ago_is_always_a_day_of_that_month(naive: datetime, months: int) -> None:
    moment = naive.replace(tzinfo=UTC)
    earlier = months_before(moment, months)
    assert (moment.year - earlier.year) * 12 + moment.month - earlier.month == months
    assert earlier.day <= moment.day
