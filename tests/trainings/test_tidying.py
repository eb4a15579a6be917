"""What was kept long enough is deleted, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from core.people.person import Person
from core.people.tidying import months_before
from tests.trainings.made import DAY, NOW, Made
from trainings.facts import GoneAs
from trainings.invariants import faults
from trainings.seats.tables import AuthorisationRow, BookingEventRow, BookingRow, CertificateRow
from trainings.tables import ResourceRow
from trainings.tidying import KEEP, Keep, Tidied, tidy
from trainings.wishes.tables import WishRow


@pytest.fixture
def teacher(anywhere: Made) -> Person:
    return anywhere.person()


def ended(made: Made, at: datetime) -> int:
    """A date that ended then."""
    starts_at = at - timedelta(minutes=90)
    return made.date(
        starts_at=starts_at, ends_at=at, closes_at=starts_at, cancel_until=starts_at, decide_at=starts_at
    )


def booking(made: Made, date_id: int, person: Person, gone: GoneAs | None = None) -> int:
    with made.database.write.begin() as db:
        state = {"state": "gone", "gone_as": gone.value} if gone else {"state": "booked", "seat": 1}
        row = BookingRow(
            date_id=date_id, person_id=person.id, created_at=NOW, attended=not gone or None, **state
        )
        db.add(row)
        db.flush()
        db.add(BookingEventRow(booking_id=row.id, at=NOW, what="booked", reason="Weshalb"))
        return row.id


def prove(made: Made, booking_id: int, person: Person, *, machine: bool) -> None:
    known = {"booking_id": booking_id, "person_id": person.id}
    with made.database.write.begin() as db:
        if machine:
            drucker = ResourceRow(name="Drucker", kind="machine")
            db.add(drucker)
            db.flush()
            db.add(AuthorisationRow(resource_id=drucker.id, since=NOW, until=NOW, **known))
        else:
            times = dict.fromkeys(("starts_at", "ends_at", "issued_at"), NOW)
            db.add(CertificateRow(code="0" * 12, name="Lia", title="3D", minutes=90, **times, **known))


def wish(made: Made, person: Person, state: str, at: datetime, date_id: int | None = None) -> int:
    with made.database.write.begin() as db:
        row = WishRow(
            person_id=person.id, topic="Robotik", people=1, state=state, created_at=at, date_id=date_id
        )
        db.add(row)
        db.flush()
        return row.id


def tidied(made: Made, keep: Keep = KEEP) -> Tidied:
    with made.database.write.begin() as db:
        return tidy(db, NOW, keep)


def left(made: Made, table: type[BookingRow] | type[BookingEventRow] | type[WishRow]) -> list[int]:
    with made.database.read() as db:
        return list(db.scalars(select(table.id).order_by(table.id)))


def test_seats_are_kept_for_two_years(anywhere: Made, teacher: Person) -> None:
    limit = months_before(NOW, 24)
    old = booking(anywhere, ended(anywhere, limit - DAY), teacher)
    kept = booking(anywhere, ended(anywhere, limit + DAY), teacher)
    assert tidied(anywhere) == Tidied(bookings=1, wishes=0)
    assert old not in left(anywhere, BookingRow)
    assert left(anywhere, BookingRow) == [kept]
    assert len(left(anywhere, BookingEventRow)) == 1


@pytest.mark.parametrize("gone", GoneAs)
def test_who_had_no_seat_is_forgotten_after_half_a_year(
    anywhere: Made, teacher: Person, gone: GoneAs
) -> None:
    limit = months_before(NOW, 6)
    booking(anywhere, ended(anywhere, limit - DAY), teacher, gone)
    kept = [
        booking(anywhere, ended(anywhere, limit + DAY), teacher, gone),
        booking(anywhere, ended(anywhere, limit - DAY), teacher),  # had a seat
        booking(anywhere, anywhere.date(), teacher, gone),  # is still to come
    ]
    assert tidied(anywhere).bookings == 1
    assert left(anywhere, BookingRow) == kept


@pytest.mark.parametrize("machine", [True, False])
def test_what_proves_something_stays_without_its_story(
    anywhere: Made, teacher: Person, machine: bool
) -> None:
    number = booking(anywhere, ended(anywhere, months_before(NOW, 50)), teacher)
    prove(anywhere, number, teacher, machine=machine)
    assert tidied(anywhere).bookings == 0
    assert left(anywhere, BookingRow) == [number]
    assert left(anywhere, BookingEventRow) == []


def test_wishes_that_are_closed_go_after_a_year(anywhere: Made, teacher: Person) -> None:
    limit = months_before(NOW, 12)
    lately, long_ago = ended(anywhere, limit + DAY), ended(anywhere, limit - DAY)
    for state in ("declined", "withdrawn", "planned"):
        wish(anywhere, teacher, state, limit - DAY)
    wish(anywhere, teacher, "planned", limit - 99 * DAY, long_ago)
    kept = [
        wish(anywhere, teacher, "declined", limit + DAY),
        wish(anywhere, teacher, "open", limit - 99 * DAY),
        wish(anywhere, teacher, "planned", limit - DAY, lately),
    ]
    assert tidied(anywhere) == Tidied(bookings=0, wishes=4)
    assert left(anywhere, WishRow) == kept


def test_afterwards_all_is_still_in_order(anywhere: Made, teacher: Person) -> None:
    for months in (1, 7, 25, 60):
        date_id = ended(anywhere, months_before(NOW, months))
        booking(anywhere, date_id, teacher)
        booking(anywhere, date_id, anywhere.person(), GoneAs.OVER)
    assert tidied(anywhere) == Tidied(bookings=5, wishes=0)
    assert tidied(anywhere) == Tidied(bookings=0, wishes=0)
    with anywhere.database.read() as db:
        assert faults(db, NOW) == []


def test_how_long_can_be_said(anywhere: Made, teacher: Person) -> None:
    booking(anywhere, ended(anywhere, NOW - 40 * DAY), teacher)
    assert tidied(anywhere, Keep(seats=1)).bookings == 1
    assert str(Tidied(2, 3)) == "2 bookings, 3 wishes"
