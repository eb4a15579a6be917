"""Many at once on few seats: none is sold twice, none is lost, the list stays in order."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import sessionmaker

import trainings.seats.booking
from core.database import Database
from core.people.people import as_person
from core.people.person import Person
from core.people.roles import Role
from core.people.tables import PersonRow
from tests.trainings.made import HOUSE, NOW, Made
from trainings.refusals import Full, Refusal
from trainings.seats.booking import accept, book, cancel, refuse, wait
from trainings.seats.holding import bookings_of, taken, waiting
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow

ROOT = Path(__file__).resolve().parents[2]
THREADS, PROCESSES, SEATS = 200, 8, 10


def many_people(database: Database, how_many: int) -> list[Person]:
    with database.write.begin() as db:
        rows = [
            PersonRow(
                name=f"Person {number}",
                email=f"p{number}@schule.example",
                role=Role.TEACHER.value,
                active=True,
                created_at=NOW,
            )
            for number in range(how_many)
        ]
        db.add_all(rows)
        db.flush()
        return [as_person(row) for row in rows]


def take_or_wait(database: Database, date_id: int, person: Person) -> str:
    """What a person does who finds the date full: the way of the page, in two clicks."""
    try:
        with database.write.begin() as db:
            book(db, date_id, person, NOW, HOUSE)
    except Full:
        with database.write.begin() as db:
            wait(db, date_id, person, NOW, HOUSE)
        return "waiting"
    return "booked"


def all_at_once(people: Sequence[Person], does: Callable[[Person], Any]) -> list[Any]:
    """Starts a thread for each and lets them go together; what each returned or raised."""
    start = threading.Barrier(len(people))

    def run(person: Person) -> Any:
        start.wait(60)
        try:
            return does(person)
        except Exception as error:
            return error

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(run, people))


def holds_together(database: Database, date_id: int, people: int) -> None:
    """Exactly as many as there are seats, everybody else in one list, nobody lost."""
    with database.read() as db:
        rows = bookings_of(db, date_id)
    assert sorted(row.seat or 0 for row in taken(rows)) == list(range(1, SEATS + 1))
    assert len(waiting(rows)) == people - SEATS
    assert len({row.person_id for row in rows}) == people


def test_two_hundred_threads_on_ten_seats(anywhere: Made) -> None:
    people, date_id = many_people(anywhere.database, THREADS), anywhere.date(SEATS)
    done = all_at_once(people, lambda person: take_or_wait(anywhere.database, date_id, person))
    assert Counter(map(str, done)) == {"booked": SEATS, "waiting": THREADS - SEATS}
    holds_together(anywhere.database, date_id, THREADS)


def test_eight_processes_on_ten_seats(anywhere: Made) -> None:
    people, date_id = many_people(anywhere.database, THREADS), anywhere.date(SEATS)
    address = anywhere.database.engine.url.render_as_string(hide_password=False)
    commands = [
        [sys.executable, "-m", "tests.trainings.race_process", address, str(date_id), *numbers]
        for numbers in ([str(person.id) for person in people[first::PROCESSES]] for first in range(PROCESSES))
    ]
    running = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for command in commands
    ]
    assert [each.stdout.readline() for each in running if each.stdout] == ["ready\n"] * PROCESSES
    told = Counter[str]()
    for each in running:  # all are ready: let them go
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in running:
        told.update(each.communicate(timeout=120)[0].split())
    assert told == {"booked": SEATS, "waiting": THREADS - SEATS}
    holds_together(anywhere.database, date_id, THREADS)


def test_while_people_come_and_go_no_seat_is_lost(anywhere: Made) -> None:
    people, date_id = many_people(anywhere.database, 60), anywhere.date(SEATS)
    all_at_once(people, lambda person: take_or_wait(anywhere.database, date_id, person))
    database = anywhere.database

    def comes_and_goes(person: Person) -> str:
        for does in (accept, refuse, cancel) if person.id % 2 else (cancel, accept):
            try:
                with database.write.begin() as db:
                    does(db, date_id, person, NOW, HOUSE)
            except Refusal:
                continue
        return "done"

    assert set(all_at_once(people, comes_and_goes)) == {"done"}
    with database.read() as db:
        rows = bookings_of(db, date_id)
    held = [row.seat for row in taken(rows)]
    assert len(held) == len(set(held)) <= SEATS
    assert len(held) == SEATS or not waiting(rows)


def in_order(rows: Sequence[BookingRow]) -> bool:
    offered = [row.waiting_since for row in rows if row.state == "offered" and row.waiting_since]
    left = [row.waiting_since for row in waiting(rows) if row.waiting_since]
    return not offered or not left or max(offered) <= min(left)


def test_offers_go_by_the_order_of_the_list(anywhere: Made) -> None:
    people, date_id = many_people(anywhere.database, 30), anywhere.date(SEATS)
    for number, person in enumerate(people):
        with anywhere.database.write.begin() as db:
            does = book if number < SEATS else wait
            does(db, date_id, person, NOW + timedelta(minutes=number), HOUSE)
    later = NOW + timedelta(hours=1)

    def goes(person: Person) -> None:
        with anywhere.database.write.begin() as db:
            cancel(db, date_id, person, later, HOUSE)

    assert all_at_once(people[:5], goes) == [None] * 5
    with anywhere.database.read() as db:
        rows = bookings_of(db, date_id)
    assert {row.person_id for row in rows if row.state == "offered"} == {p.id for p in people[10:15]}
    assert in_order(rows)


def test_without_the_lock_seats_are_sold_twice(anywhere: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tests above would find if nobody held the date: everybody looks, sees a seat, and takes it."""
    people, date_id = many_people(anywhere.database, 12), anywhere.date(3)
    looked = threading.Barrier(len(people))
    honest = trainings.seats.booking.why_not

    def looks(*arguments: Any, **more: Any) -> Refusal | None:
        found = honest(*arguments, **more)
        looked.wait(30)
        return found

    monkeypatch.setattr(
        trainings.seats.booking,
        "hold",
        lambda db, number: db.scalar(select(DateRow).where(DateRow.id == number)),
    )
    monkeypatch.setattr(trainings.seats.booking, "why_not", looks)
    monkeypatch.setattr(trainings.seats.booking, "take_seat", any_seat)
    naive = as_it_comes(anywhere.database)

    def books(person: Person) -> int:
        with naive.begin() as db:
            return book(db, date_id, person, NOW, HOUSE)

    all_at_once(people, books)
    assert len(anywhere.seated(date_id)) > 3


def any_seat(db: Any, booking: BookingRow, row: DateRow, bookings: Sequence[BookingRow]) -> None:
    """As though the database did not watch over the seats either."""
    booking.seat = booking.person_id + 1000


def as_it_comes(database: Database) -> sessionmaker[Any]:
    """Sessions as SQLAlchemy makes them when nobody thinks of writers."""
    if database.engine.dialect.name == "sqlite":
        return sessionmaker(create_engine(database.engine.url, connect_args={"timeout": 30}))
    return database.write


def test_without_the_lock_the_database_still_gives_no_seat_twice(
    anywhere: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second promise: without the lock people are turned away by an error, but never seated twice."""
    people, date_id = many_people(anywhere.database, 12), anywhere.date(3)
    looked = threading.Barrier(len(people))
    honest = trainings.seats.booking.why_not

    def looks(*arguments: Any, **more: Any) -> Refusal | None:
        found = honest(*arguments, **more)
        looked.wait(30)
        return found

    monkeypatch.setattr(
        trainings.seats.booking,
        "hold",
        lambda db, number: db.scalar(select(DateRow).where(DateRow.id == number)),
    )
    monkeypatch.setattr(trainings.seats.booking, "why_not", looks)
    naive = as_it_comes(anywhere.database)

    def books(person: Person) -> int:
        with naive.begin() as db:
            return book(db, date_id, person, NOW, HOUSE)

    done = all_at_once(people, books)
    assert any(isinstance(each, Exception) for each in done)
    assert len(anywhere.seated(date_id)) <= 3


def test_the_same_person_with_two_windows_gets_one_seat(anywhere: Made) -> None:
    person, date_id = anywhere.person(), anywhere.date(SEATS)

    def books(who: Person) -> str:
        with anywhere.database.write.begin() as db:
            book(db, date_id, who, NOW, HOUSE)
        return "booked"

    done = all_at_once([person] * 10, books)
    assert done.count("booked") == 1
    assert anywhere.seated(date_id) == [person.id]
