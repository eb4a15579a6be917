"""A database in which everything is right has no faults; each fault that is planted is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from core.people.roles import Role
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.invariants import Fault, faults
from trainings.seats.booking import book, cancel, wait
from trainings.seats.tables import AuthorisationRow, BookingRow, CertificateRow
from trainings.tables import DateResourceRow, ResourceRow

HOUR = timedelta(hours=1)
Plants = Callable[[Session], object]


@pytest.fixture
def town(made: Made) -> Made:
    """Date 1 is full: person 1 and 2 are booked, 3 has an offer, 4 and 5 wait. Date 2 has free seats. Person
    6 holds date 3."""
    people = [made.person() for _ in range(5)]
    trainer = made.person(role=Role.TRAINER)
    full, _, third = made.date(3), made.date(5, starts_in=30 * DAY), made.date(5, starts_in=40 * DAY)
    leaves = made.person()
    with made.database.write.begin() as db:
        for number, person in enumerate([people[0], people[1], leaves]):
            book(db, full, person, NOW + timedelta(minutes=number), HOUSE)
        for number, person in enumerate(people[2:]):
            wait(db, full, person, NOW + timedelta(minutes=10 + number), HOUSE)
        cancel(db, full, leaves, NOW + HOUR, HOUSE)
        db.execute(text(f"update training_dates set trainer_id = {trainer.id} where id = {third}"))
        db.add(ResourceRow(name="Drucker", kind="machine", place="", active=True))
    return made


def found(made: Made, plants: Plants | None = None, at: timedelta = HOUR) -> list[Fault]:
    with made.database.write.begin() as db:
        db.execute(text("PRAGMA ignore_check_constraints = ON"))
        if plants:
            plants(db)
        db.flush()
        return faults(db, NOW + at)


def test_where_all_is_right_there_is_nothing(town: Made) -> None:
    assert found(town) == []


def sql(statement: str) -> Plants:
    return lambda db: db.execute(text(statement))


PLANTED = {
    "fewer seats than people": (sql("update training_dates set seats = 2 where id = 1"), "date 1"),
    "a seat beyond the last": (sql("update bookings set seat = 9 where person_id = 1"), "seats that there"),
    "free while somebody waits": (sql("update training_dates set seats = 4 where id = 1"), "waits"),
    "out of order": (
        sql("update bookings set waiting_since = '2026-11-01 00:00:00' where person_id = 5"),
        "before booking",
    ),
    "an offer beyond the start": (
        sql("update bookings set offer_ends_at = '2027-11-01 00:00:00' where state = 'offered'"),
        "after the start",
    ),
    "cancelled with people": (
        sql("update training_dates set state = 'cancelled' where id = 1"),
        "cancelled, and booking",
    ),
    "a seat without a booking": (
        sql("update bookings set state = 'waiting' where person_id = 1"),
        "is waiting with seat",
    ),
    "gone for no reason": (
        sql("update bookings set state = 'gone', seat = null where person_id = 1"),
        "gone as None",
    ),
    "gone for a reason that there is not": (
        sql("update bookings set gone_as = 'abducted' where state = 'gone'"),
        "abducted",
    ),
    "attended without a seat": (
        sql("update bookings set attended = 1 where person_id = 5"),
        "attended without a seat",
    ),
    "the trainer has a seat": (
        sql("update training_dates set trainer_id = 1 where id = 1"),
        "the trainer has a seat",
    ),
    "a trainer at two places": (
        sql(
            "update training_dates set trainer_id = 6, starts_at = '2026-12-20 09:00:00', "
            "ends_at = '2026-12-20 18:00:00', closes_at = '2026-12-01', cancel_until = '2026-12-01', "
            "decide_at = '2026-12-01' where id in (2, 3)"
        ),
        "trainer 6 is taken",
    ),
}


@pytest.mark.parametrize(("plants", "word"), PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_found(town: Made, plants: Plants, word: str) -> None:
    assert any(word in str(fault) for fault in found(town, plants)), found(town)


def test_an_offer_that_nobody_ended_is_found(town: Made) -> None:
    assert any("still keeps a seat" in str(fault) for fault in found(town, at=15 * DAY))


def test_after_the_start_nobody_waits(town: Made) -> None:
    assert any("begun" in str(fault) for fault in found(town, at=25 * DAY))


def test_a_machine_taken_twice_is_found_even_behind_a_short_date(town: Made) -> None:
    long = town.date(starts_in=50 * DAY, ends_at=NOW + 52 * DAY)
    short, last = town.date(starts_in=50 * DAY + HOUR), town.date(starts_in=51 * DAY)

    def plants(db: Session) -> None:
        db.add_all(DateResourceRow(date_id=number, resource_id=1) for number in (long, short, last))

    told = [str(fault) for fault in found(town, plants)]
    assert told == [
        f"date {short}: resource 1 is taken by date {long} as well",
        f"date {last}: resource 1 is taken by date {long} as well",
    ]


def test_papers_of_people_who_were_not_there_are_found(town: Made) -> None:
    def plants(db: Session) -> None:
        booking = db.query(BookingRow).filter_by(person_id=1).one()
        db.add(
            CertificateRow(
                code="x",
                booking_id=booking.id,
                person_id=1,
                name="",
                title="",
                minutes=1,
                starts_at=NOW,
                ends_at=NOW,
                issued_at=NOW,
            )
        )
        db.add(AuthorisationRow(person_id=1, resource_id=1, booking_id=booking.id, since=NOW, until=NOW))

    told = [str(fault) for fault in found(town, plants)]
    assert told == [
        "certificate 1: issued to somebody who was not there",
        "authorisation 1: given to somebody who was not there",
    ]


def test_a_person_or_a_seat_twice_is_found_where_a_copy_has_lost_its_rules(town: Made) -> None:
    def plants(db: Session) -> None:
        db.execute(text("create table copy as select * from bookings"))
        db.execute(text("drop table bookings"))
        db.execute(text("alter table copy rename to bookings"))
        db.execute(text("update bookings set seat = 1, person_id = 1 where person_id = 2"))

    told = " ".join(str(fault) for fault in found(town, plants))
    assert "a seat is held twice" in told
    assert "a person is there twice" in told
