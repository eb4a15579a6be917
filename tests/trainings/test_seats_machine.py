"""Whatever people do in whatever order: the rules of seats and list hold, and the portal does what a simple
model on paper says."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.database import open_database
from core.people.person import Person
from tests.empty import empty_sqlite
from tests.trainings.made import DAY, HOUSE, NOW, Made
from tests.trainings.test_races import many_people
from trainings.refusals import Refusal
from trainings.seats.booking import accept, book, cancel, leave, refuse, wait
from trainings.seats.holding import bookings_of, hold, move_up, settle, taken
from trainings.seats.office_hours import offer_ends_at, school_days

PEOPLE = 7
START = NOW + 20 * DAY


class Seats(RuleBasedStateMachine):
    """The model: who is booked, who has an offer until when, and the list in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.database = open_database(empty_sqlite(Path(self.folder.name)))
        self.made = Made(self.database)
        self.people = many_people(self.database, PEOPLE)
        self.date_id = self.made.date(2, starts_in=START - NOW)
        with self.database.read() as db:
            self.days = school_days(db, HOUSE.state)
        self.now, self.seats = NOW, 2
        self.booked: set[int] = set()
        self.offered: dict[int, datetime] = {}
        self.queue: list[int] = []

    who = st.integers(0, PEOPLE - 1)

    @rule(who=who)
    def comes(self, who: int) -> None:
        """As on the page: a seat where there is one, else a place in the list."""
        person = self._settled(self.people[who].id)
        free, has = self._taken() < self.seats, self._has(person)
        assert self._does(book, person) == (free and not has)
        assert self._does(wait, person) == (not free and not has)
        if free and not has:
            self.booked.add(person.id)
        elif not has:
            self.queue.append(person.id)

    @precondition(lambda self: self.booked)
    @rule(who=who)
    def cancels(self, who: int) -> None:
        person = self._settled(_one_of(self.booked, who))
        assert self._does(cancel, person)
        self.booked.discard(person.id)
        self._go_on()

    @precondition(lambda self: self.queue)
    @rule(who=who)
    def leaves(self, who: int) -> None:
        person = self._settled(_one_of(self.queue, who))
        assert self._does(leave, person) == (person.id in self.queue)
        self.queue = [number for number in self.queue if number != person.id]

    @precondition(lambda self: self.offered)
    @rule(who=who)
    def accepts(self, who: int) -> None:
        person = self._settled(_one_of(self.offered, who))
        assert self._does(accept, person) == (person.id in self.offered)
        if self.offered.pop(person.id, None):
            self.booked.add(person.id)

    @precondition(lambda self: self.offered)
    @rule(who=who)
    def refuses(self, who: int) -> None:
        person = self._settled(_one_of(self.offered, who))
        assert self._does(refuse, person) == (person.id in self.offered)
        self.offered.pop(person.id, None)
        self._go_on()

    @rule(who=who)
    def tries_what_is_not_theirs(self, who: int) -> None:
        person = self._settled(self.people[who].id)
        for does, holds in (
            (cancel, self.booked),
            (leave, self.queue),
            (accept, self.offered),
            (refuse, self.offered),
        ):
            if person.id not in holds:
                assert not self._does(does, person)

    @precondition(lambda self: self.now < START - 10 * DAY)
    @rule(hours=st.integers(1, 40))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(seats=st.integers(1, 4))
    def seats_change(self, seats: int) -> None:
        self._settled(self.people[0].id)
        if seats < self._taken():
            return  # the planning refuses it
        with self.database.write.begin() as db:
            row = hold(db, self.date_id)
            move_up(db, bookings_of(db, self.date_id))
            row.seats = self.seats = seats
            db.flush()
            settle(db, row, self.now, HOUSE)
        self._go_on()

    @invariant()
    def portal_and_model_agree(self) -> None:
        with self.database.read() as db:
            rows = bookings_of(db, self.date_id)
        assert {row.person_id for row in rows if row.state == "booked"} == self.booked
        offers = {row.person_id: row.offer_ends_at for row in rows if row.state == "offered"}
        assert offers == self.offered
        assert [row.person_id for row in rows if row.state == "waiting"] == self.queue
        held = [row.seat or 0 for row in taken(rows)]
        assert len(held) == len(set(held))
        assert all(1 <= seat <= self.seats for seat in held)

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    def _settled(self, number: int) -> Person:
        """Time has done its work before this person acts, here and there. Nobody acts in the same instant as
        somebody else: then the list would go by the numbers of the rows."""
        self.now += timedelta(seconds=1)
        with self.database.write.begin() as db:
            settle(db, hold(db, self.date_id), self.now, HOUSE)
        self.offered = {number: until for number, until in self.offered.items() if until > self.now}
        self._go_on()
        return next(person for person in self.people if person.id == number)

    def _go_on(self) -> None:
        while self.queue and self._taken() < self.seats:
            self.offered[self.queue.pop(0)] = offer_ends_at(self.now, START, self.days)

    def _taken(self) -> int:
        return len(self.booked) + len(self.offered)

    def _has(self, person: Person) -> bool:
        return person.id in self.booked | set(self.offered) | set(self.queue)

    def _does(self, does: Any, person: Person) -> bool:
        """Whether it was done; where it was refused nothing has changed."""
        try:
            with self.database.write.begin() as db:
                does(db, self.date_id, person, self.now, HOUSE)
        except Refusal:
            return False
        return True


def _one_of(numbers: Iterable[int], which: int) -> int:
    found = sorted(numbers)
    return found[which % len(found)]


Seats.TestCase.settings = settings(
    max_examples=30,
    stateful_step_count=40,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # making a failure smaller takes too long
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestSeats = pytest.mark.slow(Seats.TestCase)
