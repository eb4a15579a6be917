"""What must always be true of dates, seats and lists; looked for in a whole database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from core.people.tables import PersonRow
from trainings.facts import BookingState, DateState, GoneAs, TrainingDate
from trainings.reading import dates_where
from trainings.seats.conditions import capped
from trainings.seats.holding import taken, waiting
from trainings.seats.tables import AuthorisationRow, BookingRow, CertificateRow
from trainings.tables import DateResourceRow, DateRow, ResourceRow, TrainingRow


@dataclass(frozen=True, slots=True)
class Fault:
    """`about` names the rows by number ("date 12", "booking 7"); nobody's name is in it."""

    what: str
    about: str

    def __str__(self) -> str:
        return f"{self.about}: {self.what}"


@dataclass(frozen=True, slots=True)
class Looked:
    """A date with all its bookings; `here` are people whose account is not switched off."""

    date: TrainingDate
    bookings: Sequence[BookingRow]
    here: frozenset[int]
    now: datetime


Rule = Callable[[Looked], Iterator[str]]


def faults(db: Session, now: datetime) -> list[Fault]:
    """All that is wrong at `now`; nothing is changed. Shortly after a moment at which time changes something
    by itself (an offer ends) the rounds may not have come by yet."""
    dates = sorted(dates_where(db, true()), key=lambda date: date.id)
    bookings = _by_date(db)
    here = frozenset(db.scalars(select(PersonRow.id).where(PersonRow.active)))
    found = [
        Fault(what, f"date {date.id}")
        for date in dates
        for rule in RULES
        for what in rule(Looked(date, bookings.get(date.id, ()), here, now))
    ]
    return [*found, *_taken_twice(db), *_certificates(db), *_authorisations(db)]


def _by_date(db: Session) -> dict[int, list[BookingRow]]:
    rows: dict[int, list[BookingRow]] = defaultdict(list)
    for row in db.scalars(select(BookingRow).order_by(BookingRow.id)):
        rows[row.date_id].append(row)
    return rows


def _more_than_seats(looked: Looked) -> Iterator[str]:
    held = taken(looked.bookings)
    if len(held) > looked.date.seats:
        yield f"{len(held)} people hold one of {looked.date.seats} seats"
    beyond = [row.seat for row in held if row.seat and row.seat > looked.date.seats]
    if beyond:
        yield f"seats that there are not: {', '.join(map(str, sorted(beyond)))}"


def _twice(looked: Looked) -> Iterator[str]:
    """The database forbids both; a copy made by hand may not."""
    seats = [row.seat for row in taken(looked.bookings)]
    people = [row.person_id for row in looked.bookings]
    if len(set(seats)) < len(seats):
        yield "a seat is held twice"
    if len(set(people)) < len(people):
        yield "a person is there twice"


def _free_while_waiting(looked: Looked) -> Iterator[str]:
    date, held = looked.date, taken(looked.bookings)
    if not _open(looked) or len(held) >= date.seats:
        return
    for row in waiting(looked.bookings):
        of_school = sum(other.school_id == row.school_id for other in held)
        if row.person_id in looked.here and not capped(date, row.school_id, of_school, looked.now):
            yield f"a seat is free while booking {row.id} waits"


def _out_of_order(looked: Looked) -> Iterator[str]:
    """Among people of the same priority nobody is offered a seat before whoever came to the list earlier."""
    if looked.date.school_cap is not None:
        return
    left = [row for row in waiting(looked.bookings) if row.person_id in looked.here]
    for row in looked.bookings:
        for other in left if row.state == BookingState.OFFERED else ():
            if other.priority == row.priority and _since(other) < _since(row):
                yield f"booking {row.id} was offered a seat before booking {other.id}"


def _since(row: BookingRow) -> datetime:
    return row.waiting_since or row.created_at


def _offers_end(looked: Looked) -> Iterator[str]:
    for row in looked.bookings:
        if row.state == BookingState.OFFERED and row.offer_ends_at:
            if row.offer_ends_at <= looked.now:
                yield f"the offer of booking {row.id} has ended and still keeps a seat"
            if row.offer_ends_at > looked.date.starts_at:
                yield f"the offer of booking {row.id} ends after the start"


def _cancelled_is_empty(looked: Looked) -> Iterator[str]:
    if looked.date.state is DateState.CANCELLED:
        for row in looked.bookings:
            if row.state != BookingState.GONE:
                yield f"cancelled, and booking {row.id} is {row.state}"


def _waits_after_the_start(looked: Looked) -> Iterator[str]:
    if looked.now >= looked.date.starts_at:
        for row in looked.bookings:
            if row.state == BookingState.WAITING:
                yield f"begun, and booking {row.id} is waiting"


def _state_is_whole(looked: Looked) -> Iterator[str]:
    for row in looked.bookings:
        seated = row.state in {BookingState.BOOKED, BookingState.OFFERED}
        if seated != (row.seat is not None):
            yield f"booking {row.id} is {row.state} with seat {row.seat}"
        if (row.state == BookingState.GONE) != (row.gone_as is not None):
            yield f"booking {row.id} is {row.state} and gone as {row.gone_as}"
        if row.gone_as is not None and row.gone_as not in set(GoneAs):
            yield f"booking {row.id} is gone as {row.gone_as}"
        if row.attended and row.state != BookingState.BOOKED:
            yield f"booking {row.id} attended without a seat"


def _held_by_participant(looked: Looked) -> Iterator[str]:
    for row in taken(looked.bookings):
        if row.person_id == looked.date.trainer_id:
            yield f"the trainer has a seat (booking {row.id})"


def _open(looked: Looked) -> bool:
    return looked.date.state is DateState.PLANNED and looked.now < looked.date.starts_at


def _taken_twice(db: Session) -> Iterator[Fault]:
    """Rooms, machines and trainers that are at two places at once."""
    planned = DateRow.state == DateState.PLANNED.value
    times = (DateRow.starts_at, DateRow.ends_at, DateRow.id)
    rooms = db.execute(
        select(DateResourceRow.resource_id, *times)
        .join(DateRow, DateRow.id == DateResourceRow.date_id)
        .where(planned)
    )
    trainers = db.execute(select(DateRow.trainer_id, *times).where(planned, DateRow.trainer_id.is_not(None)))
    yield from _overlaps("resource", rooms)
    yield from _overlaps("trainer", trainers)


def _overlaps(kind: str, spans: Iterable[tuple[int | None, datetime, datetime, int]]) -> Iterator[Fault]:
    """Of each thing the date that ends last so far is held against the one that starts next."""
    last: dict[int | None, tuple[datetime, int]] = {}
    for what, starts_at, ends_at, date_id in sorted(spans, key=lambda span: span[1]):
        until, other = last.get(what, (starts_at, 0))
        if starts_at < until:
            yield Fault(f"{kind} {what} is taken by date {other} as well", f"date {date_id}")
        last[what] = max((ends_at, date_id), (until, other))


def _certificates(db: Session) -> Iterator[Fault]:
    joined = select(CertificateRow, BookingRow).join(BookingRow, BookingRow.id == CertificateRow.booking_id)
    for certificate, booking in db.execute(joined):
        if not booking.attended or certificate.person_id != booking.person_id:
            yield Fault("issued to somebody who was not there", f"certificate {certificate.id}")


def _authorisations(db: Session) -> Iterator[Fault]:
    joined = (
        select(AuthorisationRow, BookingRow, TrainingRow.id)
        .join(BookingRow, BookingRow.id == AuthorisationRow.booking_id)
        .join(DateRow, DateRow.id == BookingRow.date_id)
        .join(TrainingRow, TrainingRow.id == DateRow.training_id)
        .join(ResourceRow, ResourceRow.id == AuthorisationRow.resource_id)
    )
    for given, booking, _ in db.execute(joined):
        if not booking.attended or given.person_id != booking.person_id:
            yield Fault("given to somebody who was not there", f"authorisation {given.id}")


RULES: tuple[Rule, ...] = (
    _more_than_seats,
    _twice,
    _free_while_waiting,
    _out_of_order,
    _offers_end,
    _cancelled_is_empty,
    _waits_after_the_start,
    _state_is_whole,
    _held_by_participant,
)
