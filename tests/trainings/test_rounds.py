"""What time does by itself."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

import trainings.rounds
from core.mail.tables import MailRow
from core.people.own_data import delete
from core.people.person import Person
from core.people.tables import PersonRow
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.facts import TOO_FEW
from trainings.rounds import Rounds, make_rounds, make_rounds_regularly
from trainings.seats.booking import book, cancel, wait
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow

HOUR = timedelta(hours=1)


def do(made: Made, does: Any, date_id: int, person: Person, at: timedelta = timedelta(), **more: Any) -> None:
    with made.database.write.begin() as db:
        does(db, date_id, person, NOW + at, HOUSE, **more)


def rounds(made: Made, at: timedelta) -> Rounds:
    """The second round at the same moment finds nothing left to do."""
    done = make_rounds(made.database, NOW + at, HOUSE)
    assert make_rounds(made.database, NOW + at, HOUSE) == Rounds(0, 0, 0, 0)
    return done


def mails(made: Made, person: Person) -> list[str]:
    """The subjects of the person's mails, oldest first."""
    with made.database.read() as db:
        mine = select(MailRow.subject).where(MailRow.recipient == person.email).order_by(MailRow.id)
        return list(db.scalars(mine))


def test_an_offer_ends_and_the_seat_goes_on(anywhere: Made) -> None:
    first, second, third = (anywhere.person() for _ in range(3))
    date_id = anywhere.date(seats=1)
    do(anywhere, book, date_id, first)
    for person in (second, third):
        do(anywhere, wait, date_id, person)
    do(anywhere, cancel, date_id, first)
    assert rounds(anywhere, 26 * HOUR - timedelta(seconds=1)).settled == 0
    assert rounds(anywhere, 26 * HOUR).settled == 1
    assert anywhere.states(date_id)[third.id] == "offered"


def test_whoever_is_deleted_leaves_a_seat_for_the_next(made: Made) -> None:
    first, second = made.person(), made.person()
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    do(made, wait, date_id, second)
    with made.database.write.begin() as db:
        delete(db, first.id, first, NOW)
    assert rounds(made, HOUR).settled == 1
    assert made.states(date_id) == {second.id: "offered"}


def test_when_the_share_of_a_school_ends_its_people_come_in(made: Made) -> None:
    school = made.school()
    first, second = made.person(school), made.person(school)
    date_id = made.date(seats=2, school_cap=1, school_cap_days=5)
    do(made, book, date_id, first)
    do(made, wait, date_id, second)
    assert rounds(made, 15 * DAY - HOUR).settled == 0
    assert rounds(made, 15 * DAY).settled == 1
    assert made.states(date_id)[second.id] == "offered"


def test_once_it_has_begun_nobody_waits_any_more(made: Made) -> None:
    first, second = made.person(), made.person()
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    do(made, wait, date_id, second)
    rounds(made, 20 * DAY)
    assert made.states(date_id) == {first.id: "booked", second.id: "gone"}


def test_a_date_with_too_few_people_is_cancelled_and_all_are_told(anywhere: Made) -> None:
    person, date_id = anywhere.person(), anywhere.date(seats=5, minimum=2)
    do(anywhere, book, date_id, person)
    before = len(mails(anywhere, person))
    assert rounds(anywhere, 17 * DAY - HOUR).cancelled == 0
    assert rounds(anywhere, 17 * DAY).cancelled == 1
    assert anywhere.states(date_id) == {person.id: "gone"}
    with anywhere.database.read() as db:
        row = db.get_one(DateRow, date_id)
        assert (row.state, row.cancel_reason) == ("cancelled", TOO_FEW)
    assert len(mails(anywhere, person)) == before + 1


def test_a_date_with_enough_people_takes_place_whatever_comes_later(made: Made) -> None:
    people, date_id = [made.person(), made.person()], made.date(seats=5, minimum=2)
    for person in people:
        do(made, book, date_id, person)
    assert rounds(made, 17 * DAY).cancelled == 0
    do(made, cancel, date_id, people[0], at=18 * DAY, word="krank")
    assert rounds(made, 18 * DAY + HOUR).cancelled == 0


def test_reminders_come_three_days_and_one_day_before(made: Made) -> None:
    person, other, date_id = made.person(), made.person(), made.date(seats=5)
    do(made, book, date_id, person)
    do(made, book, date_id, other)
    do(made, cancel, date_id, other)
    counts = [rounds(made, at).reminded for at in (16 * DAY, 17 * DAY, 18 * DAY, 19 * DAY, 19 * DAY + HOUR)]
    assert counts == [0, 1, 0, 1, 0]
    assert len(mails(made, person)) == 3  # the confirmation and both reminders


def test_who_books_late_is_not_reminded_of_what_they_have_just_done(made: Made) -> None:
    person, date_id = made.person(), made.date(seats=5, starts_in=2 * DAY)
    do(made, book, date_id, person)
    assert rounds(made, HOUR).reminded == 0
    assert rounds(made, DAY).reminded == 1


def test_after_it_those_who_came_are_thanked_once(made: Made) -> None:
    came, missed, unnoted = (made.person() for _ in range(3))
    date_id = made.date(seats=5)
    for person, attended in ((came, True), (missed, False), (unnoted, None)):
        do(made, book, date_id, person)
        with made.database.write.begin() as db:
            made.booking(db, date_id, person).attended = attended
    rounds(made, 20 * DAY - HOUR)  # the reminders
    before = {person.id: len(mails(made, person)) for person in (came, missed, unnoted)}
    assert rounds(made, 20 * DAY + HOUR).thanked == 0
    assert rounds(made, 20 * DAY + 2 * HOUR).thanked == 1
    assert rounds(made, 23 * DAY).thanked == 1
    told = {person.id: len(mails(made, person)) - before[person.id] for person in (came, missed, unnoted)}
    assert told == {came.id: 1, missed.id: 0, unnoted.id: 1}


def test_a_cancelled_date_reminds_and_thanks_nobody(made: Made) -> None:
    date_id = made.date(state="cancelled")
    person = made.person()
    with made.database.write.begin() as db:
        db.add(BookingRow(date_id=date_id, person_id=person.id, state="booked", seat=1, created_at=NOW))
    for at in (17 * DAY, 19 * DAY, 25 * DAY):
        assert rounds(made, at) == Rounds(0, 0, 0, 0)


def test_two_processes_remind_nobody_twice(anywhere: Made) -> None:
    people, date_id = [anywhere.person() for _ in range(5)], anywhere.date(seats=5)
    for person in people:
        do(anywhere, book, date_id, person)
    start = threading.Barrier(4)
    done: list[int] = []

    def run() -> None:
        start.wait(30)
        done.append(make_rounds(anywhere.database, NOW + 17 * DAY, HOUSE).reminded)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(done) == 5
    assert all(len(mails(anywhere, person)) == 2 for person in people)


def test_the_rounds_go_on_after_a_fault(
    made: Made, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop, calls = threading.Event(), []

    def fails(*_: object) -> None:
        calls.append(1)
        if len(calls) == 2:
            stop.set()
        raise RuntimeError("person1@schule.example")

    monkeypatch.setattr(trainings.rounds, "make_rounds", fails)
    make_rounds_regularly(made.database, HOUSE, lambda: NOW, stop, seconds=0.001)
    assert len(calls) == 2
    assert "RuntimeError" in caplog.text
    assert "schule.example" not in caplog.text


def test_people_whose_account_is_off_keep_nobody_from_a_seat(made: Made) -> None:
    first, off, third = (made.person() for _ in range(3))
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    for person in (off, third):
        do(made, wait, date_id, person)
    with made.database.write.begin() as db:
        db.get_one(PersonRow, off.id).active = False
    do(made, cancel, date_id, first)
    assert made.states(date_id) == {first.id: "gone", off.id: "waiting", third.id: "offered"}
