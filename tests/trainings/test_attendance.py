"""Who comes and who waits; noting it, moving people, removing them, writing to all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.audit import Action, latest
from core.mail.tables import MailRow
from core.people.actor import OPERATOR, Actor
from core.people.person import NotAllowed
from core.people.roles import Role
from core.people.tables import PersonRow
from tests.rights.kept import dump
from tests.trainings.course_made import ENDS, STARTS, Course, course
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.courses.attendance import (
    EARLY,
    LONGEST_REASON,
    Participants,
    arrival,
    check_in,
    mark,
    message_all,
    own_seat,
    participants,
    remove_participant,
    set_priority,
)
from trainings.facts import BookingState
from trainings.refusals import (
    HasBegun,
    NoSuchBooking,
    NoSuchDate,
    NotOverYet,
    NumberWrong,
    TextMissing,
    TextTooLong,
)
from trainings.seats.booking import cancel
from trainings.seats.tables import BookingEventRow, BookingRow

HUGE = 10**30
Does = Callable[[Session, Course, int, Actor], object]
# Each use case on a booking, as somebody calls it.
ON_A_BOOKING: dict[str, Does] = {
    "mark": lambda db, _course, booking, by: mark(db, booking, True, by, STARTS),
    "check in": lambda db, _course, booking, by: check_in(db, booking, by, STARTS),
    "arrival": lambda db, _course, booking, by: arrival(db, booking, by, STARTS),
    "priority": lambda db, _course, booking, by: set_priority(db, booking, 1, "Grund", by, NOW, HOUSE),
    "remove": lambda db, _course, booking, by: remove_participant(db, booking, "Grund", by, NOW, HOUSE),
}
ON_A_DATE: dict[str, Does] = {
    "participants": lambda db, course, _booking, by: participants(db, course.date_id, by, NOW),
    "message": lambda db, course, _booking, by: message_all(
        db, course.date_id, "Treffpunkt", "Wir sind oben.", by, NOW, HOUSE
    ),
}
EACH: dict[str, Does] = {**ON_A_BOOKING, **ON_A_DATE}


@pytest.fixture
def small(made: Made) -> Course:
    return course(made)


def seen(small: Course, by: Actor | None = None, at: Any = NOW) -> Participants:
    with small.made.database.read() as db:
        return participants(db, small.date_id, by or small.trainer, at)


def row_of(small: Course, booking_id: int) -> BookingRow:
    with small.made.database.read() as db:
        return db.scalars(select(BookingRow).where(BookingRow.id == booking_id)).one()


# who may


@pytest.mark.parametrize("does", EACH.values(), ids=EACH)
def test_other_trainers_dates_do_not_exist_and_teachers_may_nothing(small: Course, does: Does) -> None:
    teacher = small.made.person()
    booking = small.seat(teacher)
    before = dump(small.made.database)
    for by, refused in ((small.others_trainer, (NoSuchBooking, NoSuchDate)), (teacher, NotAllowed)):
        with small.made.database.write.begin() as db, pytest.raises(refused):
            does(db, small, booking, by)
    assert dump(small.made.database) == before


@pytest.mark.parametrize("does", ON_A_DATE.values(), ids=ON_A_DATE)
def test_trainer_team_and_operator_may(small: Course, does: Does) -> None:
    booking = small.seat(small.made.person())
    for by in (small.trainer, small.team, OPERATOR):
        with small.made.database.write.begin() as db:
            does(db, small, booking, by)


@pytest.mark.parametrize("does", ON_A_BOOKING.values(), ids=ON_A_BOOKING)
@pytest.mark.parametrize("number", [0, -1, 4711, HUGE])
def test_numbers_that_are_none(small: Course, does: Does, number: int) -> None:
    with small.made.database.write.begin() as db, pytest.raises(NoSuchBooking):
        does(db, small, number, small.trainer)


@pytest.mark.parametrize("number", [0, -1, 4711, HUGE])
def test_dates_that_are_none(small: Course, number: int) -> None:
    with small.made.database.read() as db:
        with pytest.raises(NoSuchDate):
            participants(db, number, small.trainer, NOW)
        with pytest.raises(NoSuchBooking):
            own_seat(db, number, small.trainer)


def test_who_was_a_trainer_once_runs_nothing(small: Course) -> None:
    with small.made.database.write.begin() as db:
        db.get_one(PersonRow, small.trainer.id).role = Role.TEACHER
    once = small.made.person(role=Role.TEACHER)
    with small.made.database.read() as db, pytest.raises(NotAllowed):
        participants(db, small.date_id, once, NOW)


@pytest.mark.parametrize("does", ON_A_BOOKING.values(), ids=ON_A_BOOKING)
def test_a_person_who_was_deleted_meanwhile(small: Course, does: Does) -> None:
    person = small.made.person()
    booking = small.seat(person)
    with small.made.database.write.begin() as db:
        db.execute(delete(PersonRow).where(PersonRow.id == person.id))
    with small.made.database.write.begin() as db, pytest.raises(NoSuchBooking):
        does(db, small, booking, small.trainer)
    assert seen(small).rows == ()


# who comes


def test_seats_by_name_then_offers_then_the_list(small: Course) -> None:
    made = small.made
    zoe, adam, lia, max_ = (made.person(name=name) for name in ("Zoe", "Ädam", "Lia", "Max"))
    for person in (zoe, adam):
        small.seat(person)
    for person in (max_, lia):
        small.place(person)
    told = [(row.name, row.state, row.place) for row in seen(small).rows]
    assert told == [
        ("Ädam", BookingState.BOOKED, None),
        ("Zoe", BookingState.BOOKED, None),
        ("Max", BookingState.WAITING, 1),
        ("Lia", BookingState.WAITING, 2),
    ]
    with made.database.write.begin() as db:
        cancel(db, small.date_id, adam, NOW, HOUSE)
    assert [(row.name, row.state) for row in seen(small).rows][1] == ("Max", BookingState.OFFERED)


def test_what_is_told_of_somebody(small: Course) -> None:
    school = small.made.school("GS Salbke")
    person = small.made.person(school, name="Lia Licht")
    booking = small.seat(person)
    (row,) = seen(small).rows
    assert (row.booking_id, row.person_id, row.name, row.email, row.school) == (
        booking,
        person.id,
        "Lia Licht",
        person.email,
        "GS Salbke",
    )
    with small.made.database.read() as db:
        assert own_seat(db, small.date_id, person) == booking


# attendance


def test_attendance_is_noted_and_taken_back(small: Course) -> None:
    booking = small.seat(small.made.person())
    for attended in (True, False, None):
        small.noted(booking, attended)
        assert row_of(small, booking).attended is attended
    with small.made.database.read() as db:
        told = select(BookingEventRow.what).order_by(BookingEventRow.id)
        assert list(db.scalars(told))[1:] == ["attended", "absent", "not_marked"]
        assert db.scalars(select(BookingEventRow.by_id)).all()[-1] == small.trainer.id


def test_attendance_is_not_noted_long_before(small: Course) -> None:
    booking = small.seat(small.made.person())
    with pytest.raises(NotOverYet):
        small.noted(booking, at=STARTS - EARLY - timedelta(seconds=1))
    small.noted(booking, at=STARTS - EARLY)


def test_the_first_check_in_counts(small: Course) -> None:
    booking = small.seat(small.made.person())
    for at in (STARTS, STARTS + timedelta(minutes=5)):
        with small.made.database.write.begin() as db:
            check_in(db, booking, small.trainer, at)
    assert (row_of(small, booking).attended, row_of(small, booking).checked_in_at) == (True, STARTS)
    small.noted(booking, False)
    assert row_of(small, booking).checked_in_at is None


def test_who_has_no_seat_does_not_attend(small: Course) -> None:
    people = [small.made.person() for _ in range(3)]
    for person in people[:2]:
        small.seat(person)
    waits = small.place(people[2])
    with pytest.raises(NoSuchBooking):
        small.noted(waits)
    with small.made.database.read() as db, pytest.raises(NoSuchBooking):
        arrival(db, waits, small.trainer, STARTS)


def test_whose_code_it_is(small: Course) -> None:
    booking = small.seat(small.made.person(name="Lia Licht"))
    with small.made.database.read() as db:
        date, row = arrival(db, booking, small.trainer, NOW)
    assert (date.id, row.name) == (small.date_id, "Lia Licht")


# the list


def full(small: Course) -> tuple[int, int]:
    """Two seats taken, two people waiting: their bookings."""
    for _ in range(2):
        small.seat(small.made.person())
    return small.place(small.made.person()), small.place(small.made.person())


def test_a_priority_moves_and_its_reason_is_kept(small: Course) -> None:
    first, second = full(small)
    with small.made.database.write.begin() as db:
        set_priority(db, second, 1, " Vertretung\nfür  Lia ", small.team, NOW, HOUSE)
    assert [row.booking_id for row in seen(small).in_state(BookingState.WAITING)] == [second, first]
    with small.made.database.read() as db:
        event = db.scalars(select(BookingEventRow).where(BookingEventRow.what == "priority")).one()
        assert (event.reason, event.by_id) == ("Vertretung für Lia", small.team.id)
        entry = latest(db, action=Action.PRIORITY_SET)[0]
    assert (entry.person_id, entry.about) == (small.team.id, f"booking {second}: 0 to 1")


def test_no_priority_without_a_reason_or_beyond_measure(small: Course) -> None:
    first, _ = full(small)
    tries = (
        (1, "  ", TextMissing),
        (1, "x" * (LONGEST_REASON + 1), TextTooLong),
        (101, "Grund", NumberWrong),
    )
    for priority, reason, refused in tries:
        with small.made.database.write.begin() as db, pytest.raises(refused):
            set_priority(db, first, priority, reason, small.trainer, NOW, HOUSE)
    assert row_of(small, first).priority == 0


def test_only_who_waits_has_a_priority(small: Course) -> None:
    seat = small.seat(small.made.person())
    with small.made.database.write.begin() as db, pytest.raises(NoSuchBooking):
        set_priority(db, seat, 1, "Grund", small.trainer, NOW, HOUSE)


# removing


def test_who_is_removed_is_told_why_and_the_next_one_gets_the_seat(small: Course) -> None:
    person = small.made.person()
    booking = small.seat(person)
    small.seat(small.made.person())
    waits = small.place(small.made.person())
    with small.made.database.write.begin() as db:
        remove_participant(db, booking, "Die Schule hat abgesagt.", small.trainer, NOW, HOUSE)
    assert (row_of(small, booking).state, row_of(small, booking).gone_as) == ("gone", "removed")
    assert row_of(small, waits).state == BookingState.OFFERED
    with small.made.database.read() as db:
        mails = select(MailRow.message).where(MailRow.recipient == person.email).order_by(MailRow.id)
        assert "Die Schule hat abgesagt." in list(db.scalars(mails))[-1]
        assert latest(db, action=Action.PARTICIPANT_REMOVED)[0].person_id == small.trainer.id


def test_nobody_is_removed_without_reason_twice_or_once_it_has_begun(small: Course) -> None:
    booking = small.seat(small.made.person())
    for reason, at, refused in ((" ", NOW, TextMissing), ("Grund", STARTS, HasBegun)):
        with small.made.database.write.begin() as db, pytest.raises(refused):
            remove_participant(db, booking, reason, small.trainer, at, HOUSE)
    assert row_of(small, booking).state == "booked"
    with small.made.database.write.begin() as db:
        remove_participant(db, booking, "Grund", small.trainer, NOW, HOUSE)
    with small.made.database.write.begin() as db, pytest.raises(NoSuchBooking):
        remove_participant(db, booking, "Grund", small.trainer, NOW, HOUSE)


def test_of_who_is_removed_after_check_in_nothing_is_left(small: Course) -> None:
    booking = small.seat(small.made.person())
    small.noted(booking, at=STARTS - EARLY)
    with small.made.database.write.begin() as db:
        remove_participant(db, booking, "Grund", small.trainer, STARTS - EARLY, HOUSE)
    assert row_of(small, booking).attended is None


# writing to all


def test_a_message_goes_to_those_with_a_seat(small: Course) -> None:
    made = small.made
    here, off, waits = made.person(), made.person(), made.person()
    for person in (here, off):
        small.seat(person)
    small.place(waits)
    with made.database.write.begin() as db:
        db.get_one(PersonRow, off.id).active = False
    before = mails_to(small)
    with made.database.write.begin() as db:
        subject, text = "Treffpunkt\r\nBcc: alle@example.org", "Wir sind oben.\n\nBis dann"
        assert message_all(db, small.date_id, subject, text, small.trainer, NOW, HOUSE) == 1
    (mail,) = mails_to(small)[len(before) :]
    assert mail.recipient == here.email
    assert mail.subject.startswith("Treffpunkt Bcc: alle@example.org")
    assert "\nBcc:" not in mail.message.partition("\n\n")[0]
    assert "Timo Turm" in mail.message
    assert "Wir sind oben." in mail.message
    with made.database.read() as db:
        assert latest(db, action=Action.MESSAGE_SENT)[0].about == f"date {small.date_id}: 1 people"


@pytest.mark.parametrize(
    ("subject", "text", "refused"),
    [
        ("", "Text", TextMissing),
        ("Betreff", " \n ", TextMissing),
        ("x" * 201, "Text", TextTooLong),
        ("Betreff", "x" * 4001, TextTooLong),
    ],
)
def test_a_message_says_something_and_not_too_much(
    small: Course, subject: str, text: str, refused: type[Exception]
) -> None:
    small.seat(small.made.person())
    before = mails_to(small)
    with small.made.database.write.begin() as db, pytest.raises(refused):
        message_all(db, small.date_id, subject, text, small.trainer, NOW, HOUSE)
    assert len(mails_to(small)) == len(before)


def mails_to(small: Course) -> list[MailRow]:
    with small.made.database.read() as db:
        return list(db.scalars(select(MailRow).order_by(MailRow.id)))


def test_on_both_databases(anywhere: Made) -> None:
    both = course(anywhere)
    first, second = full(both)
    with anywhere.database.write.begin() as db:
        set_priority(db, second, 2, "Grund", both.team, NOW, HOUSE)
        check_in(db, seen(both).rows[0].booking_id, both.trainer, ENDS)
    told = [row.booking_id for row in seen(both, at=NOW + DAY).in_state(BookingState.WAITING)]
    assert told == [second, first]
