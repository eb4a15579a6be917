"""A process of its own that books for people: `race_process ADDRESS DATE PERSON…`; waits for a word to
start."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from core.database import open_database
from core.people.people import as_person
from core.people.person import Person
from core.people.tables import PersonRow
from tests.trainings.test_races import take_or_wait

AT_ONCE = 5  # a server has so many connections for all processes together


def main(address: str, date_id: int, numbers: list[int]) -> None:
    database = open_database(address)
    with database.read() as db:
        people: list[Person] = [as_person(db.get_one(PersonRow, number)) for number in numbers]
    print("ready", flush=True)
    sys.stdin.readline()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        print(*pool.map(lambda person: take_or_wait(database, date_id, person), people))
    database.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), [int(number) for number in sys.argv[3:]])
