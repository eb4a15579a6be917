"""What people say of a date: once, without their names, read by whoever runs it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import inspect, select

from core.people.actor import OPERATOR, Actor
from core.people.person import NotAllowed, Person
from tests.trainings.course_made import ENDS, Course, course
from tests.trainings.made import DAY, HOUSE, NOW, Made
from trainings.courses.feedback import ENOUGH, LONGEST_TEXT, Feedback, feedback_of, give_feedback
from trainings.refusals import AlreadyGiven, NoSuchDate, NotAttended, NotOverYet, NumberWrong, TextTooLong
from trainings.seats.booking import cancel
from trainings.seats.tables import BookingRow, TrainingFeedbackRow

LATER = ENDS + timedelta(hours=3, minutes=17)


@pytest.fixture
def small(made: Made) -> Course:
    return course(made, seats=9)


def give(
    small: Course,
    person: Person,
    rating: int = 5,
    text: str = "",
    at: datetime = LATER,
    date: int | None = None,
) -> None:
    with small.made.database.write.begin() as db:
        give_feedback(db, small.date_id if date is None else date, rating, text, person, at)


def seen(small: Course, by: Actor | None = None) -> Feedback:
    with small.made.database.read() as db:
        return feedback_of(db, small.date_id, by or small.trainer)


def came(small: Course, attended: bool | None = True) -> Person:
    person = small.made.person()
    small.noted(small.seat(person), attended)
    return person


def test_from_three_on_it_is_told(small: Course) -> None:
    for rating, text in ((5, "Zu schnell"), (4, " ")):
        give(small, came(small), rating, text)
    assert seen(small) == Feedback(2, None, {}, ())
    give(small, came(small), 3, "Alles gut")
    assert ENOUGH == 3
    told = seen(small)
    assert (told.count, told.average, told.texts) == (3, 4.0, ("Alles gut", "Zu schnell"))
    assert told.ratings == {1: 0, 2: 0, 3: 1, 4: 1, 5: 1}


def test_each_person_once(small: Course) -> None:
    person = came(small)
    give(small, person)
    with pytest.raises(AlreadyGiven):
        give(small, person)


def test_nothing_tells_who_said_it(small: Course) -> None:
    person = came(small)
    give(small, person)
    assert {column.key for column in inspect(TrainingFeedbackRow).columns} == {
        "id",
        "date_id",
        "rating",
        "text",
    }
    with small.made.database.read() as db:
        at = db.scalars(select(BookingRow.feedback_at)).one()
    assert at is not None
    assert at.date() == LATER.date()
    assert (at.hour, at.minute, at.second) == (0, 0, 0)


def test_where_nobody_noted_who_came_all_with_a_seat_may(small: Course) -> None:
    give(small, came(small, None))


def test_not_for_who_was_away_or_gave_the_seat_back_or_had_none(small: Course) -> None:
    gone = small.made.person()
    small.seat(gone)
    with small.made.database.write.begin() as db:
        cancel(db, small.date_id, gone, NOW, HOUSE)
    tries = ((came(small, False), NotAttended), (gone, NoSuchDate), (small.made.person(), NoSuchDate))
    for person, refused in tries:
        with pytest.raises(refused):
            give(small, person)
    assert seen(small).count == 0


def test_not_before_the_end_and_not_beyond_measure(small: Course) -> None:
    person = came(small)
    with pytest.raises(NotOverYet):
        give(small, person, at=ENDS - timedelta(seconds=1))
    for rating in (0, 6, -1):
        with pytest.raises(NumberWrong):
            give(small, person, rating)
    with pytest.raises(TextTooLong):
        give(small, person, text="x" * (LONGEST_TEXT + 1))
    for number in (0, 4711, 10**30):
        with pytest.raises(NoSuchDate):
            give(small, person, date=number)
    with pytest.raises(NotAllowed):
        give(small, small.made.person(role=None))


def test_only_whoever_runs_the_date_reads_it(small: Course) -> None:
    for by in (small.trainer, small.team, OPERATOR):
        assert seen(small, by).count == 0
    with pytest.raises(NoSuchDate):
        seen(small, small.others_trainer)
    with pytest.raises(NotAllowed):
        seen(small, small.made.person())


def test_on_both_databases(anywhere: Made) -> None:
    both = course(anywhere)
    give(both, came(both), at=ENDS + DAY)
    assert seen(both).count == 1
