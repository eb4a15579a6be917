"""What the trainer of a date does: sees who comes and who waits, checks in, writes to all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.house import House
from core.people.actor import Actor
from core.people.names import fold
from core.people.person import Person, demand
from core.people.roles import Right
from core.people.tables import PersonRow, SchoolRow
from trainings.courses.access import booking_run, booking_seen, date_run, number_of
from trainings.courses.authorisations import authorised_until, grant, revoke
from trainings.facts import BookingState, GoneAs, TrainingDate
from trainings.mails.letters import Letter, write_letter
from trainings.planning.kept_texts import LONGEST_LINE, LONGEST_TEXT, needed_line, needed_text
from trainings.reading import as_date
from trainings.refusals import HasBegun, NoSuchBooking, NotOverYet, NumberWrong
from trainings.seats.holding import bookings_of, leave_seat, note, settle, waiting
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow

EARLY = timedelta(hours=2)  # some come before the door is open
LONGEST_SUBJECT, LONGEST_MESSAGE, LONGEST_REASON = LONGEST_LINE, LONGEST_TEXT, 1000
HIGHEST_PRIORITY = 100
ORDER = {BookingState.BOOKED: 0, BookingState.OFFERED: 1, BookingState.WAITING: 2}


@dataclass(frozen=True, slots=True)
class Participant:
    """Who has a seat, an offer or a place in the list. `place` is that in the list, from 1; `attended` is
    None until somebody has said. `authorised_until` is for the machine that the training is about."""

    booking_id: int
    person_id: int
    name: str
    email: str
    school: str
    state: BookingState
    place: int | None = None
    attended: bool | None = None
    checked_in_at: datetime | None = None
    short_notice: bool = False
    priority: int = 0
    authorised_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Participants:
    """First those with a seat by name, then those who have been offered one, then the list in its order."""

    date: TrainingDate
    rows: tuple[Participant, ...]

    def in_state(self, state: BookingState) -> tuple[Participant, ...]:
        return tuple(row for row in self.rows if row.state is state)


def participants(db: Session, date_id: int, by: Actor, now: datetime) -> Participants:
    """Raises NotAllowed and NoSuchDate."""
    row = date_run(db, date_id, by)
    bookings = [booking for booking in bookings_of(db, row.id) if booking.state != BookingState.GONE]
    people, schools = _people(db, row.id), _schools(db, row.id)
    machine = row.training.authorises_id
    until = authorised_until(db, machine, people, now) if machine else {}
    listed = [booking.id for booking in waiting(bookings)]
    found = [
        Participant(
            booking_id=booking.id,
            person_id=booking.person_id,
            name=people[booking.person_id].name,
            email=people[booking.person_id].email,
            school=schools.get(booking.school_id or 0, ""),
            state=BookingState(booking.state),
            place=listed.index(booking.id) + 1 if booking.id in listed else None,
            attended=booking.attended,
            checked_in_at=booking.checked_in_at,
            short_notice=booking.short_notice,
            priority=booking.priority,
            authorised_until=until.get(booking.person_id),
        )
        for booking in bookings
    ]
    return Participants(as_date(db, row), tuple(sorted(found, key=_in_order)))


def arrival(db: Session, booking_id: int, by: Actor, now: datetime) -> tuple[TrainingDate, Participant]:
    """Whose booking it is and for what. Raises NotAllowed and NoSuchBooking, also where it is no seat."""
    booking = booking_seen(db, booking_id, by)
    everyone = participants(db, booking.date_id, by, now)
    for each in everyone.in_state(BookingState.BOOKED):
        if each.booking_id == booking.id:
            return everyone.date, each
    raise NoSuchBooking


def own_seat(db: Session, date_id: int, person: Person) -> int:
    """The number of the person's booked seat. Raises NotAllowed and NoSuchBooking."""
    demand(person, Right.BOOK_TRAININGS)
    if not 0 < date_id <= LARGEST:
        raise NoSuchBooking
    own = (BookingRow.date_id == date_id) & (BookingRow.person_id == person.id)
    booked = BookingRow.state == BookingState.BOOKED.value
    found = db.scalar(select(BookingRow.id).where(own, booked))
    if found is None:
        raise NoSuchBooking
    return found


def mark(db: Session, booking_id: int, attended: bool | None, by: Actor, now: datetime) -> None:
    """Keeps whether somebody was there; None takes back what was said. Where the training authorises to use
    a machine, so does having been there. Raises NotAllowed, NoSuchBooking and NotOverYet."""
    booking, row = _with_seat(db, booking_id, by, now)
    if booking.attended != attended:
        _keep(db, booking, row, attended, by, now)


def check_in(db: Session, booking_id: int, by: Actor, now: datetime) -> None:
    """Somebody has come: as `mark`, and keeps when; the first time counts."""
    booking, row = _with_seat(db, booking_id, by, now)
    if not booking.attended:
        _keep(db, booking, row, True, by, now)
    booking.checked_in_at = booking.checked_in_at or now
    db.flush()


def set_priority(
    db: Session, booking_id: int, priority: int, reason: str, by: Actor, now: datetime, house: House
) -> None:
    """Moves somebody in the waiting list: whoever has more is before all who have less. Raises NotAllowed,
    NoSuchBooking (also for who does not wait), NumberWrong, TextMissing and TextTooLong."""
    said = needed_line(reason, "reason", LONGEST_REASON)
    if abs(priority) > HIGHEST_PRIORITY:
        raise NumberWrong("priority")
    booking, row = booking_run(db, booking_id, by)
    settle(db, row, now, house)
    if booking.state != BookingState.WAITING:
        raise NoSuchBooking
    before, booking.priority = booking.priority, priority
    note(db, booking, "priority", now, said, number_of(by))
    about = f"booking {booking.id}: {before} to {priority}"
    record(db, number_of(by), Action.PRIORITY_SET, about, now)
    settle(db, row, now, house)


def remove_participant(
    db: Session, booking_id: int, reason: str, by: Actor, now: datetime, house: House
) -> None:
    """Takes somebody's seat, offer or place in the list, and tells them why; once the date has begun nobody
    is removed any more. Raises NotAllowed, NoSuchBooking, HasBegun, TextMissing and TextTooLong."""
    said = needed_line(reason, "reason", LONGEST_REASON)
    booking, row = booking_run(db, booking_id, by)
    settle(db, row, now, house)
    if booking.state == BookingState.GONE:
        raise NoSuchBooking
    if now >= row.starts_at:
        raise HasBegun(row.starts_at)
    leave_seat(db, booking, GoneAs.REMOVED, now, said, number_of(by))
    write_letter(db, Letter.REMOVED, booking, as_date(db, row), now, house, reason=said)
    record(db, number_of(by), Action.PARTICIPANT_REMOVED, f"booking {booking.id} of date {row.id}", now)
    settle(db, row, now, house)


def message_all(
    db: Session, date_id: int, subject: str, text: str, by: Actor, now: datetime, house: House
) -> int:
    """Writes to all who have booked a seat; returns to how many. Raises NotAllowed, NoSuchDate, TextMissing
    and TextTooLong."""
    heading = needed_line(subject, "subject")
    said = needed_text(text, "text")
    row = date_run(db, date_id, by)
    date = as_date(db, row)
    sender = by.name if isinstance(by, Person) else date.trainer
    here = [person_id for person_id, person in _people(db, row.id).items() if person.active]
    to = [
        booking
        for booking in bookings_of(db, row.id)
        if booking.state == BookingState.BOOKED and booking.person_id in here
    ]
    for booking in to:
        write_letter(
            db, Letter.MESSAGE, booking, date, now, house, subject=heading, text=said, sender_name=sender
        )
    record(db, number_of(by), Action.MESSAGE_SENT, f"date {row.id}: {len(to)} people", now)
    return len(to)


def _with_seat(db: Session, booking_id: int, by: Actor, now: datetime) -> tuple[BookingRow, DateRow]:
    booking, row = booking_run(db, booking_id, by)
    if booking.state != BookingState.BOOKED:
        raise NoSuchBooking
    if now < row.starts_at - EARLY:
        raise NotOverYet
    return booking, row


def _keep(
    db: Session, booking: BookingRow, row: DateRow, attended: bool | None, by: Actor, now: datetime
) -> None:
    booking.attended = attended
    if attended:
        grant(db, booking, row)
    else:
        booking.checked_in_at = None
        revoke(db, booking)
    what = {True: "attended", False: "absent", None: "not_marked"}[attended]
    note(db, booking, what, now, by_id=number_of(by))
    db.flush()


def _people(db: Session, date_id: int) -> dict[int, PersonRow]:
    come = select(BookingRow.person_id).where(BookingRow.date_id == date_id)
    return {row.id: row for row in db.scalars(select(PersonRow).where(PersonRow.id.in_(come)))}


def _schools(db: Session, date_id: int) -> dict[int, str]:
    come = select(BookingRow.school_id).where(BookingRow.date_id == date_id)
    names = select(SchoolRow.id, SchoolRow.name).where(SchoolRow.id.in_(come))
    return {number: name for number, name in db.execute(names)}


def _in_order(row: Participant) -> tuple[int, int, str, int]:
    return (ORDER[row.state], row.place or 0, fold(row.name), row.booking_id)
