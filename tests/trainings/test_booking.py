"""Booking, waiting, offers, cancelling; each refusal with its fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from core.people.person import NotAllowed, Person
from core.people.roles import Role
from core.people.tables import PersonRow
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.courses.attendance import check_in
from trainings.invariants import faults
from trainings.refusals import (
    AlreadyBooked,
    AlreadyWaiting,
    Closed,
    DateCancelled,
    Full,
    HasBegun,
    HasOffer,
    NoSuchBooking,
    NoSuchDate,
    NotOpenYet,
    OfferExpired,
    OnlyForSchool,
    Overlaps,
    Refusal,
    SchoolFull,
    SeatsFree,
    SeriesBlocked,
    TooLate,
    YouHoldIt,
)
from trainings.seats.booking import accept, book, book_series, cancel, leave, refuse, wait
from trainings.seats.holding import hold, settle
from trainings.seats.listing import offer
from trainings.seats.tables import AuthorisationRow, BookingEventRow, BookingRow
from trainings.tables import ResourceRow
from trainings.wishes.tables import WishRow

Does = Callable[..., Any]
HOUR = timedelta(hours=1)


def do(made: Made, does: Does, date_id: int, person: Person, at: timedelta = timedelta(), **more: Any) -> Any:
    with made.database.write.begin() as db:
        return does(db, date_id, person, NOW + at, HOUSE, **more)


def refusal(made: Made, does: Does, date_id: int, person: Person, **more: Any) -> Refusal:
    """Why it is refused; nothing is different afterwards."""
    before = made.states(date_id)
    with pytest.raises(Refusal) as caught:
        do(made, does, date_id, person, **more)
    assert made.states(date_id) == before
    return caught.value


def test_a_seat_is_booked_once(made: Made) -> None:
    person, date_id = made.person(), made.date()
    do(made, book, date_id, person)
    assert made.seated(date_id) == [person.id]
    assert refusal(made, book, date_id, person) == AlreadyBooked()


def test_without_a_role_nothing_is_booked(made: Made) -> None:
    with pytest.raises(NotAllowed):
        do(made, book, made.date(), made.person(role=None))


def test_a_date_that_does_not_exist(made: Made) -> None:
    with pytest.raises(NoSuchDate):
        do(made, book, 4711, made.person())


def test_each_reason_why_not(made: Made) -> None:
    person, trainer = made.person(), made.person(role=Role.TRAINER)
    opens, closed = NOW + DAY, NOW - HOUR
    assert refusal(made, book, made.date(opens_at=opens), person) == NotOpenYet(opens)
    assert refusal(made, book, made.date(closes_at=closed), person) == Closed(closed)
    cancelled = made.date(state="cancelled", cancel_reason="Wasserschaden")
    assert refusal(made, book, cancelled, person) == DateCancelled("Wasserschaden")
    begun = made.date(starts_in=-HOUR)
    assert refusal(made, book, begun, person) == HasBegun(NOW - HOUR)
    assert refusal(made, book, made.date(trainer_id=trainer.id), trainer) == YouHoldIt()


def test_a_date_of_another_school_is_none(made: Made) -> None:
    own, other = made.school(), made.school()
    date_id = made.date(school_id=own.id)
    assert refusal(made, book, date_id, made.person(other)) == NoSuchDate()
    assert refusal(made, wait, date_id, made.person()) == NoSuchDate()
    do(made, book, date_id, made.person(other, own))


def test_who_wished_for_it_may_book_before_it_opens(made: Made) -> None:
    person, date_id = made.person(), made.date(opens_at=NOW + DAY)
    with made.database.write.begin() as db:
        db.add(WishRow(person_id=person.id, topic="3D", people=1, date_id=date_id, created_at=NOW))
    do(made, book, date_id, person)
    assert made.seated(date_id) == [person.id]


def test_an_overlap_is_pointed_out_and_can_be_booked_all_the_same(made: Made) -> None:
    person, first = made.person(), made.date(training_id=made.training(title="Löten"))
    do(made, book, first, person)
    second = made.date(starts_in=20 * DAY + HOUR)
    assert refusal(made, book, second, person) == Overlaps("Löten", NOW + 20 * DAY, first)
    do(made, book, second, person, despite_overlap=True)
    assert made.seated(second) == [person.id]


def test_dates_one_after_the_other_do_not_overlap(made: Made) -> None:
    person, first = made.person(), made.date()
    do(made, book, first, person)
    do(made, book, made.date(starts_in=20 * DAY + timedelta(minutes=90)), person)


def test_when_it_is_full_people_wait_in_order(made: Made) -> None:
    people, date_id = [made.person() for _ in range(4)], made.date(seats=1)
    do(made, book, date_id, people[0])
    assert refusal(made, book, date_id, people[1]) == Full(0)
    assert [do(made, wait, date_id, person) for person in people[1:]] == [1, 2, 3]
    assert refusal(made, wait, date_id, people[2]) == AlreadyWaiting(2)
    assert refusal(made, book, date_id, people[2]) == AlreadyWaiting(2)
    assert made.queue(date_id) == [person.id for person in people[1:]]


def test_nobody_waits_for_a_seat_that_is_free(made: Made) -> None:
    assert refusal(made, wait, made.date(), made.person()) == SeatsFree()


def test_a_seat_that_becomes_free_is_offered_to_the_next_and_kept_for_them(made: Made) -> None:
    first, second, third, fourth = (made.person() for _ in range(4))
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    do(made, wait, date_id, second)
    do(made, wait, date_id, third)
    do(made, cancel, date_id, first)
    assert made.states(date_id) == {
        first.id: "gone",
        second.id: "offered",
        third.id: "waiting",
    }
    # Twelve office hours from Monday at ten: eight on Monday, four on Tuesday.
    until = NOW + timedelta(hours=26)
    assert refusal(made, book, date_id, second) == HasOffer(until)
    assert refusal(made, book, date_id, fourth) == Full(1)
    do(made, accept, date_id, second)
    assert made.seated(date_id) == [second.id]
    assert made.queue(date_id) == [third.id]


def test_an_offer_that_is_refused_goes_to_the_next(made: Made) -> None:
    first, second, third = (made.person() for _ in range(3))
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    for person in (second, third):
        do(made, wait, date_id, person)
    do(made, cancel, date_id, first)
    do(made, refuse, date_id, second)
    assert made.states(date_id)[third.id] == "offered"
    assert refusal(made, accept, date_id, second) == NoSuchBooking()


def test_an_offer_that_nobody_answers_goes_to_the_next(made: Made) -> None:
    first, second, third = (made.person() for _ in range(3))
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    for person in (second, third):
        do(made, wait, date_id, person)
    do(made, cancel, date_id, first)
    late = timedelta(hours=26)
    assert refusal(made, accept, date_id, second, at=late) == OfferExpired(NOW + late)
    with made.database.write.begin() as db:
        settle(db, hold(db, date_id), NOW + late, HOUSE)
    assert made.states(date_id) == {first.id: "gone", second.id: "gone", third.id: "offered"}
    do(made, accept, date_id, third, at=late + HOUR)
    assert do(made, wait, date_id, second, at=late + HOUR) == 1


def test_who_said_so_gets_a_late_seat_straight_away(made: Made) -> None:
    first, second, third = (made.person() for _ in range(3))
    date_id = made.date(seats=1, starts_in=DAY)
    do(made, book, date_id, first)
    do(made, wait, date_id, second, short_notice=True)
    do(made, wait, date_id, third)
    do(made, cancel, date_id, first, word="krank")
    assert made.seated(date_id) == [second.id]
    do(made, cancel, date_id, second, word="auch krank")
    assert made.states(date_id)[third.id] == "offered"


def test_early_a_seat_is_offered_even_to_those_who_would_come_at_short_notice(made: Made) -> None:
    first, second = made.person(), made.person()
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    do(made, wait, date_id, second, short_notice=True)
    do(made, cancel, date_id, first)
    assert made.states(date_id)[second.id] == "offered"


def test_leaving_the_list_and_coming_back_means_waiting_anew(made: Made) -> None:
    first, second, third = (made.person() for _ in range(3))
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    for person in (second, third):
        do(made, wait, date_id, person)
    do(made, leave, date_id, second)
    assert do(made, wait, date_id, second, at=HOUR) == 2
    assert made.queue(date_id) == [third.id, second.id]


def test_after_the_deadline_only_with_a_word_and_never_once_it_has_begun(made: Made) -> None:
    person = made.person()
    date_id = made.date(starts_in=4 * DAY, cancel_until=NOW + DAY)
    do(made, book, date_id, person)
    assert refusal(made, cancel, date_id, person, at=2 * DAY) == TooLate(NOW + DAY)
    assert refusal(made, cancel, date_id, person, at=2 * DAY, word="  ") == TooLate(NOW + DAY)
    assert refusal(made, cancel, date_id, person, at=4 * DAY, word="x") == HasBegun(NOW + 4 * DAY)
    do(made, cancel, date_id, person, at=2 * DAY, word="Klassenfahrt")
    with made.database.read() as db:
        assert made.booking(db, date_id, person).gone_as == "cancelled_late"
        said = db.scalars(select(BookingEventRow.reason).order_by(BookingEventRow.id)).all()
    assert said == ["", "Klassenfahrt"]


def test_who_cancelled_may_book_again(made: Made) -> None:
    person, date_id = made.person(), made.date()
    number = do(made, book, date_id, person)
    do(made, cancel, date_id, person)
    assert do(made, book, date_id, person) == number
    assert made.seated(date_id) == [person.id]


def test_nobody_cancels_what_they_have_not_got(made: Made) -> None:
    person, date_id = made.person(), made.date()
    for does in (cancel, leave, accept, refuse):
        assert refusal(made, does, date_id, person) == NoSuchBooking()


def test_a_school_has_its_share_until_a_few_days_before(made: Made) -> None:
    school, other = made.school(), made.school()
    date_id = made.date(seats=3, school_cap=1, school_cap_days=5)
    do(made, book, date_id, made.person(school))
    second, guest = made.person(school), made.person(other)
    until = NOW + 15 * DAY
    assert refusal(made, book, date_id, second) == SchoolFull(1, until)
    assert do(made, wait, date_id, second) == 1
    do(made, book, date_id, guest)  # another school is not kept waiting
    assert made.states(date_id)[second.id] == "waiting"
    with pytest.raises(Full):  # the seat that is left belongs to the one who waits
        do(made, book, date_id, made.person(other), at=15 * DAY + HOUR)


def test_people_without_a_school_know_no_share(made: Made) -> None:
    date_id = made.date(seats=3, school_cap=1, school_cap_days=5)
    for person in (made.person(), made.person()):
        do(made, book, date_id, person)
    assert len(made.seated(date_id)) == 2


def test_a_series_is_booked_as_a_whole_or_not_at_all(made: Made) -> None:
    person, other = made.person(), made.person()
    training_id = made.training()
    dates = [
        made.date(seats=1, training_id=training_id, series="reihe", starts_in=(20 + 7 * week) * DAY)
        for week in range(3)
    ]
    do(made, book, dates[2], other)
    with pytest.raises(SeriesBlocked) as caught, made.database.write.begin() as db:
        book_series(db, "reihe", person, NOW, HOUSE)
    assert caught.value == SeriesBlocked(NOW + 34 * DAY, Full(0))
    assert not any(person.id in made.seated(date_id) for date_id in dates)
    do(made, cancel, dates[2], other)
    do(made, book, dates[0], person)
    with made.database.write.begin() as db:
        assert book_series(db, "reihe", person, NOW, HOUSE) == 2
    assert all(made.seated(date_id) == [person.id] for date_id in dates)
    with pytest.raises(AlreadyBooked), made.database.write.begin() as db:
        book_series(db, "reihe", person, NOW, HOUSE)
    with pytest.raises(NoSuchDate), made.database.write.begin() as db:
        book_series(db, "keine", person, NOW, HOUSE)


def test_whose_account_is_off_is_passed_over(made: Made) -> None:
    first, off, third = (made.person() for _ in range(3))
    date_id = made.date(seats=1)
    do(made, book, date_id, first)
    for person in (off, third):
        do(made, wait, date_id, person)
    with made.database.write.begin() as db:
        db.get_one(PersonRow, off.id).active = False
    do(made, cancel, date_id, first)
    assert made.states(date_id)[third.id] == "offered"


def test_the_database_itself_gives_no_seat_twice(anywhere: Made) -> None:
    first, second, date_id = anywhere.person(), anywhere.person(), anywhere.date()
    do(anywhere, book, date_id, first)
    with pytest.raises(IntegrityError), anywhere.database.write.begin() as db:
        db.add(BookingRow(date_id=date_id, person_id=second.id, state="booked", seat=1, created_at=NOW))


def test_numbers_that_no_database_holds_are_no_dates(anywhere: Made) -> None:
    person = anywhere.person()
    for number in (0, -1, 2**31, 2**63, 10**30):
        with pytest.raises(NoSuchDate), anywhere.database.write.begin() as db:
            book(db, number, person, NOW, HOUSE)
        with pytest.raises(NoSuchDate), anywhere.database.read() as db:
            offer(db, number, person, NOW)


def test_whoever_no_longer_holds_trainings_sees_no_date_of_a_foreign_school(made: Made) -> None:
    school, trainer, former = made.school(), made.person(role=Role.TRAINER), made.person()
    held, once_held = (made.date(school_id=school.id, trainer_id=who.id) for who in (trainer, former))
    with made.database.read() as db:
        assert offer(db, held, trainer, NOW).date.id == held
        with pytest.raises(NoSuchDate):
            offer(db, once_held, former, NOW)


def test_who_plans_hears_for_which_school_a_date_is(made: Made) -> None:
    school, planner = made.school("GS Salbke"), made.person(role=Role.TEAM)
    date_id = made.date(school_id=school.id)
    assert refusal(made, book, date_id, planner) == OnlyForSchool("GS Salbke")
    with made.database.read() as db:
        assert offer(db, date_id, planner, NOW).refusal == OnlyForSchool("GS Salbke")


def test_who_checks_in_early_and_then_cancels_is_authorised_for_nothing(made: Made) -> None:
    with made.database.write.begin() as db:
        db.add(ResourceRow(name="Drucker", kind="machine", place="", active=True))
    training_id = made.training(authorises_id=1, authorises_months=12)
    trainer, person = made.person(role=Role.TRAINER), made.person()
    date_id = made.date(training_id=training_id, starts_in=HOUR, trainer_id=trainer.id)
    number = do(made, book, date_id, person)
    with made.database.write.begin() as db:
        check_in(db, number, trainer, NOW)
    do(made, cancel, date_id, person, word="Doch krank")
    with made.database.read() as db:
        assert db.scalars(select(AuthorisationRow)).all() == []
        assert faults(db, NOW) == []
