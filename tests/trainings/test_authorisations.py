"""Attending authorises to use a machine, until a date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from core.people.person import NotAllowed, Person
from tests.trainings.course_made import ENDS, STARTS, Course, course, machine
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.courses.attendance import EARLY, participants
from trainings.courses.authorisations import Authorisation, authorisations_of, months_later
from trainings.seats.booking import cancel
from trainings.seats.tables import AuthorisationRow, BookingRow

LATER = ENDS + DAY


@pytest.fixture
def printing(made: Made) -> Course:
    return course(made, authorises_id=machine(made), authorises_months=12)


def of(printing: Course, person: Person, at: datetime = LATER) -> list[Authorisation]:
    with printing.made.database.read() as db:
        return authorisations_of(db, person, at)


def test_attending_authorises_from_the_end_until_a_year_later(printing: Course) -> None:
    person = printing.made.person()
    booking = printing.seat(person)
    assert of(printing, person) == []
    printing.noted(booking)
    (own,) = of(printing, person)
    assert (own.resource.name, own.since, own.until) == ("3D-Drucker 1", ENDS, months_later(ENDS, 12))
    assert of(printing, person, STARTS) == []
    assert of(printing, person, own.until) == []


def test_taken_back_with_the_attendance(printing: Course) -> None:
    person = printing.made.person()
    booking = printing.seat(person)
    for attended in (True, None, True, False):
        printing.noted(booking, attended)
        assert bool(of(printing, person)) is (attended is True)


def test_each_machine_once_with_its_latest_end(printing: Course) -> None:
    made, person = printing.made, printing.made.person()
    training_id = made.training(authorises_id=1, authorises_months=6)
    again = made.date(starts_in=2 * DAY, trainer_id=printing.trainer.id, training_id=training_id)
    for date_id in (again, printing.date_id):
        printing.noted(printing.seat(person, date_id))
    (own,) = of(printing, person)
    assert own.until == months_later(ENDS, 12)
    with made.database.read() as db:
        assert len(db.scalars(select(AuthorisationRow)).all()) == 2


def test_other_people_get_nothing(printing: Course) -> None:
    person, other = printing.made.person(), printing.made.person()
    printing.noted(printing.seat(person))
    printing.seat(other)
    assert of(printing, other) == []
    with printing.made.database.read() as db:
        rows = participants(db, printing.date_id, printing.trainer, LATER).rows
    told = {row.person_id: row.authorised_until for row in rows}
    assert told == {person.id: months_later(ENDS, 12), other.id: None}


def test_whoever_steps_back_after_check_in_is_not_authorised(printing: Course) -> None:
    person = printing.made.person()
    booking = printing.seat(person)
    printing.noted(booking, at=STARTS - EARLY)
    with printing.made.database.write.begin() as db:
        cancel(db, printing.date_id, person, STARTS - EARLY, HOUSE, word="Doch krank")
    assert of(printing, person) == []


def test_without_the_attendance_nothing_is_worth_anything(printing: Course) -> None:
    person = printing.made.person()
    booking = printing.seat(person)
    printing.noted(booking)
    with printing.made.database.write.begin() as db:
        db.get_one(BookingRow, booking).attended = None  # as where a seat was given back and booked anew
    assert of(printing, person) == []


def test_a_training_without_a_machine_authorises_to_nothing(made: Made) -> None:
    person, plain = made.person(), course(made)
    plain.noted(plain.seat(person))
    assert of(plain, person) == []


def test_who_waits_for_a_role_asks_in_vain(printing: Course) -> None:
    with pytest.raises(NotAllowed):
        of(printing, printing.made.person(role=None))


@pytest.mark.parametrize(
    ("months", "until"),
    [
        (1, datetime(2027, 2, 28, 15, 0, tzinfo=UTC)),
        (2, datetime(2027, 3, 31, 14, 0, tzinfo=UTC)),  # summer time: still 16:00 in the city
        (12, datetime(2028, 1, 31, 15, 0, tzinfo=UTC)),
        (13, datetime(2028, 2, 29, 15, 0, tzinfo=UTC)),
    ],
)
def test_months_are_counted_in_the_city(months: int, until: datetime) -> None:
    assert months_later(datetime(2027, 1, 31, 15, 0, tzinfo=UTC), months) == until


def test_on_both_databases(anywhere: Made) -> None:
    both = course(anywhere, authorises_id=machine(anywhere), authorises_months=1)
    person = anywhere.person()
    both.noted(both.seat(person))
    assert [each.resource.name for each in of(both, person)] == ["3D-Drucker 1"]
    assert of(both, person, NOW + timedelta(days=400)) == []
