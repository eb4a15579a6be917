"""The tokens of other systems: shown once, kept as hashes, made and revoked by the team alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, latest
from core.database import LARGEST, Database
from core.people.actor import OPERATOR, Actor
from core.people.person import NotAllowed
from core.people.roles import Role
from deliveries.push import Token, is_valid, make_token, revoke_token, token_of, tokens
from deliveries.refusals import NoSuchToken, WordMissing, WordTooLong
from deliveries.tables import PushTokenRow
from tests.trainings.made import NOW, Made

LATER = NOW + timedelta(hours=1)


def made_token(database: Database, name: str = "Ticketsystem") -> str:
    with database.write.begin() as db:
        return make_token(db, name, OPERATOR, NOW)


def revoked(database: Database, token_id: int) -> None:
    with database.write.begin() as db:
        revoke_token(db, token_id, OPERATOR, LATER)


def listed(database: Database) -> tuple[Token, ...]:
    with database.read() as db:
        return tokens(db, OPERATOR)


def valid(database: Database, secret: str) -> bool:
    with database.read() as db:
        return is_valid(db, secret)


def test_a_secret_is_long_random_and_kept_nowhere(database: Database) -> None:
    first, second = made_token(database), made_token(database)
    assert first != second
    assert first.startswith("lotse_")
    assert len(first) > 40
    with database.read() as db:
        kept = str([vars(row) for row in db.scalars(select(PushTokenRow))])
        told = str(latest(db))
    assert first.removeprefix("lotse_") not in kept + told


def test_its_use_is_noted(database: Database) -> None:
    secret = made_token(database)
    assert [token.used_at for token in listed(database)] == [None]
    with database.write.begin() as db:
        found = token_of(db, secret, LATER)
    assert found is not None
    assert found.name == "Ticketsystem"
    assert [token.used_at for token in listed(database)] == [LATER]


def test_looking_whether_it_is_valid_notes_nothing(database: Database) -> None:
    secret = made_token(database)
    assert valid(database, secret)
    assert listed(database)[0].used_at is None


@pytest.mark.parametrize(
    "change", [str.upper, lambda secret: secret[:-1], lambda secret: secret + " ", lambda secret: ""]
)
def test_only_the_very_secret_is_one(database: Database, change: Callable[[str], str]) -> None:
    secret = made_token(database)
    assert valid(database, secret)
    assert not valid(database, change(secret))
    with database.write.begin() as db:
        assert token_of(db, change(secret), LATER) is None
    assert listed(database)[0].used_at is None


@pytest.mark.parametrize("secret", ["\ud800", "lotse_\x00", "lotse_" + "9" * 9999, "' or 1=1 --", "ß"])
def test_odd_secrets_are_none(database: Database, secret: str) -> None:
    made_token(database)
    assert not valid(database, secret)


def test_the_kept_hash_is_no_secret(database: Database) -> None:
    made_token(database)
    with database.read() as db:
        kept = db.scalars(select(PushTokenRow.secret_hash)).one()
    assert not valid(database, kept)


def test_a_revoked_token_is_worth_nothing_and_stays_listed(database: Database) -> None:
    secret, other = made_token(database), made_token(database, "Lager")
    first = next(token for token in listed(database) if token.name == "Ticketsystem")
    revoked(database, first.id)
    revoked(database, first.id)
    assert not valid(database, secret)
    with database.write.begin() as db:
        assert token_of(db, secret, LATER) is None
    assert valid(database, other)
    assert [(token.name, token.valid) for token in listed(database)] == [
        ("Lager", True),
        ("Ticketsystem", False),
    ]
    with database.read() as db:
        assert [entry.action for entry in latest(db)] == [
            Action.PUSH_TOKEN_REVOKED,  # once: the second time changed nothing
            Action.PUSH_TOKEN_MADE,
            Action.PUSH_TOKEN_MADE,
        ]


@pytest.mark.parametrize("number", [0, -1, 4711, LARGEST + 1])
def test_a_token_that_is_not_there_cannot_be_revoked(database: Database, number: int) -> None:
    made_token(database)
    with pytest.raises(NoSuchToken):
        revoked(database, number)
    assert listed(database)[0].valid


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("", WordMissing("name")), (" – ", WordMissing("name")), ("x" * 201, WordTooLong("name", 200))],
)
def test_a_token_says_for_which_system_it_is(database: Database, name: str, refusal: Exception) -> None:
    with pytest.raises(type(refusal)) as raised:
        made_token(database, name)
    assert raised.value == refusal
    assert listed(database) == ()


USE_CASES: list[Callable[[Session, Actor], object]] = [
    lambda db, by: make_token(db, "Lager", by, NOW),
    lambda db, by: revoke_token(db, 1, by, NOW),
    lambda db, by: tokens(db, by),
]


@pytest.mark.parametrize("use", USE_CASES)
@pytest.mark.parametrize("role", [None, *Role])
def test_the_team_alone_looks_after_tokens(
    database: Database, role: Role | None, use: Callable[[Session, Actor], object]
) -> None:
    secret = made_token(database)
    by = Made(database).person(role=role)
    with database.write.begin() as db:
        if role in {Role.TEAM, Role.ADMIN}:
            use(db, by)
            return
        with pytest.raises(NotAllowed):
            use(db, by)
    assert valid(database, secret)
    assert len(listed(database)) == 1
