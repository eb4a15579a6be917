"""What people say of a date they attended, without their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.actor import Actor
from core.people.person import Person, demand
from core.people.roles import Right
from trainings.courses.access import date_run
from trainings.facts import BookingState
from trainings.planning.kept_texts import kept_text
from trainings.refusals import AlreadyGiven, NoSuchDate, NotAttended, NotOverYet, NumberWrong, TextTooLong
from trainings.seats.holding import hold
from trainings.seats.tables import BookingRow, TrainingFeedbackRow

RATINGS = range(1, 6)
LONGEST_TEXT = 2000
ENOUGH = 3  # of fewer one could guess who said what


@dataclass(frozen=True, slots=True)
class Feedback:
    """`count` is how many have answered. What they said stays closed until there are enough: until then
    `average` is None, `ratings` (how many gave 1 to 5) and `texts` are empty."""

    count: int
    average: float | None
    ratings: Mapping[int, int]
    texts: tuple[str, ...]


def give_feedback(db: Session, date_id: int, rating: int, text: str, by: Person, now: datetime) -> None:
    """Once, after the end, by whoever was there, or had a seat where nobody has noted who was. Raises
    NotAllowed, NoSuchDate (also for who had no seat), NotOverYet, NotAttended, AlreadyGiven, NumberWrong and
    TextTooLong."""
    person, said = demand(by, Right.BOOK_TRAININGS), kept_text(text, "text")
    if rating not in RATINGS:
        raise NumberWrong("rating")
    if len(said) > LONGEST_TEXT:
        raise TextTooLong("text", LONGEST_TEXT)
    booking = _own_seat(db, date_id, person, now)
    # The day only, so that the moment does not tell which answer is whose.
    booking.feedback_at = datetime.combine(now.astimezone(UTC), time(), UTC)
    db.add(TrainingFeedbackRow(date_id=booking.date_id, rating=rating, text=said))
    db.flush()


def feedback_of(db: Session, date_id: int, by: Actor) -> Feedback:
    """What was said of a date, for whoever runs it; texts in the order of the alphabet, not of time. Raises
    NotAllowed and NoSuchDate."""
    row = date_run(db, date_id, by)
    given = db.scalars(select(TrainingFeedbackRow).where(TrainingFeedbackRow.date_id == row.id)).all()
    if len(given) < ENOUGH:
        return Feedback(len(given), None, {}, ())
    counts = Counter(each.rating for each in given)
    return Feedback(
        count=len(given),
        average=sum(each.rating for each in given) / len(given),
        ratings={rating: counts[rating] for rating in RATINGS},
        texts=tuple(sorted(each.text for each in given if each.text)),
    )


def _own_seat(db: Session, date_id: int, person: Person, now: datetime) -> BookingRow:
    if not 0 < date_id <= LARGEST:
        raise NoSuchDate
    row = hold(db, date_id)
    own = (BookingRow.date_id == row.id) & (BookingRow.person_id == person.id)
    fresh = {"populate_existing": True}
    booking = db.scalar(select(BookingRow).where(own).execution_options(**fresh))
    if booking is None or booking.state != BookingState.BOOKED:
        raise NoSuchDate
    if now < row.ends_at:
        raise NotOverYet
    if booking.attended is False:
        raise NotAttended
    if booking.feedback_at is not None:
        raise AlreadyGiven
    return booking
