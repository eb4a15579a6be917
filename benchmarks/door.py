"""What it costs to know who asks: `python -m benchmarks.door [--people N] [--database ADDRESS]`.

Asks the door for the person of a session, as every run of a page and every file does, among N people with a
session each; beside it a plain question to the same database, and the password hash that signing in costs.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from sqlalchemy import text

from benchmarks.people import take_in_people, take_in_schools
from bootstrap import open_entrance
from core.people import passwords, sessions
from core.people.actor import OPERATOR
from core.people.entrance import Entrance
from core.people.people import search_people
from core.settings import Settings

SCHOOLS, ROUNDS, HASHES = 70, 2000, 15


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--database", help="an empty database; else SQLite in a new folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        door = open_entrance(Settings(home=Path(folder), database_url=given.database))
        secrets = everyone_signed_in(door, given.people)
        measure(door, secrets)
        door.database.close()


def everyone_signed_in(door: Entrance, people: int) -> list[str]:
    take_in_schools(door.database, SCHOOLS)
    take_in_people(door.database, people, SCHOOLS, "Lehrkraft", 0)
    with door.database.write.begin() as db:
        found = search_people(db, OPERATOR, "", people)
        return [sessions.begin(db, person.id, False, datetime.now(UTC)) for person in found]


def measure(door: Entrance, secrets: list[str]) -> None:
    def visit(number: int) -> None:
        assert door.visitor({door.cookie: secrets[number % len(secrets)]}, {}, datetime.now(UTC))

    def guess(number: int) -> None:
        assert door.visitor({door.cookie: str(number)}, {}, datetime.now(UTC)) is None

    def ask(_number: int) -> None:
        with door.database.read() as db:
            db.execute(text("select 1"))

    kept = passwords.hashed("drei Hasen tanzen Walzer")
    tell("who asks, by session", visit, ROUNDS)
    tell("nobody, by a made-up session", guess, ROUNDS)
    tell("beside it: select 1", ask, ROUNDS)
    tell("beside it: one password hash", lambda _: passwords.fits("drei Hasen", kept), HASHES)


def tell(what: str, work: Callable[[int], object], rounds: int) -> None:
    milliseconds = []
    for number in range(rounds):
        begun = time.perf_counter()
        work(number)
        milliseconds.append(1000 * (time.perf_counter() - begun))
    half, most = np.percentile(milliseconds, [50, 95])
    print(f"{what}: {half:.2f} ms, 95 % within {most:.2f} ms")


if __name__ == "__main__":
    main()
