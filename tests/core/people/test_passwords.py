"""Passwords: how they are kept, and which are too weak."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from core.database import Database
from core.people.passwords import Weakness, WeakPassword, demand_strength
from core.people.tables import PersonRow
from tests.core.people.test_sign_in import EMAIL, NEW, PASSWORD, somebody, tries


def test_a_password_is_kept_as_argon2id(database: Database) -> None:
    somebody(database)
    with database.read() as db:
        kept = db.scalar(select(PersonRow.password))
    assert kept is not None
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_hash_of_lower_cost_is_renewed_at_the_next_sign_in(database: Database) -> None:
    person = somebody(database)
    cheap = PasswordHasher(time_cost=1, memory_cost=8192).hash(PASSWORD)
    with database.write.begin() as db:
        db.get_one(PersonRow, person.id).password = cheap
    tries(database)
    with database.read() as db:
        assert "m=65536" in str(db.scalar(select(PersonRow.password)))


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("kurz", Weakness.TOO_SHORT),
        ("elf Zeichen", Weakness.TOO_SHORT),
        ("x" * 129, Weakness.TOO_LONG),
        ("passwortpasswort", Weakness.EASILY_GUESSED),
        ("123456789012", Weakness.EASILY_GUESSED),
        ("aaaaaaaaaaaaaaaa", Weakness.EASILY_GUESSED),
        ("annasommer2024", Weakness.EASILY_GUESSED),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(password: str, weakness: Weakness) -> None:
    with pytest.raises(WeakPassword) as refused:
        demand_strength(password, ("Anna Sommer", EMAIL))
    assert refused.value.weakness is weakness


@pytest.mark.parametrize(
    "password", [PASSWORD, NEW, "Übermut 7 Zäune ß€", "x9!kQ#vT2$mLwP", "🦊 und 🐔 im Hühnerstall"]
)
def test_a_good_password_is_taken_whatever_its_letters(password: str) -> None:
    demand_strength(password, ("Anna Sommer", EMAIL))
