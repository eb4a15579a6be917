"""How long the register takes for a whole city: `python -m benchmarks.people [--people N] [--schools N]`.

Imports made-up lists into a new SQLite database: for the first time, again unchanged, and with another role
and other schools for everyone. Then a few searches, of which the median counts.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime

from core.database import Database, open_database
from core.migration import migrate
from core.people.actor import OPERATOR
from core.people.importing import Imported
from core.people.people import search_people
from core.people.people_import import import_people
from core.people.people_table import read_people
from core.people.school_import import import_schools, read_schools

NOW = datetime(2024, 5, 6, tzinfo=UTC)
SEARCHES = ("", "person 17", "müller", "schule 12", "kein treffer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--schools", type=int, default=70)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{folder}/lotse.sqlite")
        migrate(database)
        measure(database, given.schools, given.people)
        database.close()


def measure(database: Database, schools: int, people: int) -> None:
    tell("schools, first time", lambda: take_in_schools(database, schools))
    tell("schools, unchanged", lambda: take_in_schools(database, schools))
    tell("people, first time", lambda: take_in_people(database, people, schools, "Lehrkraft", 0))
    tell("people, unchanged", lambda: take_in_people(database, people, schools, "Lehrkraft", 0))
    tell("people, all changed", lambda: take_in_people(database, people, schools, "Trainer/in", 1))
    for text in SEARCHES:
        print(f"search for {text!r}: {1000 * statistics.median(search(database, text)):.0f} ms")


def tell(what: str, work: Callable[[], Imported]) -> None:
    begun = time.perf_counter()
    imported = work()
    print(f"{what}: {time.perf_counter() - begun:.2f} s ({imported})")


def take_in_schools(database: Database, count: int) -> Imported:
    rows = (f"GS Schule {number};Grundschule;S{number};Haus A|Haus B" for number in range(count))
    table = read_schools("\n".join(["Schule;Schulform;Kurzname;Standorte", *rows]).encode())
    with database.write.begin() as db:
        return import_schools(db, table, OPERATOR, NOW)


def take_in_people(database: Database, count: int, schools: int, role: str, moved: int) -> Imported:
    rows = (
        f"Person {number} Müller;person{number}@schule.example;{role};"
        f"GS Schule {(number + moved) % schools}|S{(number * 7 + moved) % schools}"
        for number in range(count)
    )
    table = read_people("\n".join(["Name;E-Mail;Rolle;Schulen", *rows]).encode())
    with database.write.begin() as db:
        return import_people(db, table, OPERATOR, NOW)


def search(database: Database, text: str) -> list[float]:
    seconds = []
    for _ in range(9):
        begun = time.perf_counter()
        with database.read() as db:
            search_people(db, OPERATOR, text, 50)
        seconds.append(time.perf_counter() - begun)
    return seconds


if __name__ == "__main__":
    main()
