"""Who may use a machine of the FabLab by themselves, and until when."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from core.local_time import HERE
from core.people.person import Person, demand
from core.people.roles import Right
from trainings.facts import BookingState, Resource
from trainings.reading import all_resources
from trainings.seats.tables import AuthorisationRow, BookingRow
from trainings.tables import DateRow

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Authorisation:
    resource: Resource
    since: datetime
    until: datetime


def authorisations_of(db: Session, person: Person, now: datetime) -> list[Authorisation]:
    """The machines that the person may use by themselves now, by name; each once, with its latest end.
    Raises NotAllowed."""
    demand(person, Right.BOOK_TRAININGS)
    wanted = (
        select(
            AuthorisationRow.resource_id, func.min(AuthorisationRow.since), func.max(AuthorisationRow.until)
        )
        .join(BookingRow, BookingRow.id == AuthorisationRow.booking_id)
        .where(AuthorisationRow.person_id == person.id, _counts(now))
        .group_by(AuthorisationRow.resource_id)
    )
    machines = all_resources(db)
    found = [Authorisation(machines[number], since, until) for number, since, until in db.execute(wanted)]
    return sorted(found, key=lambda each: each.resource.name)


def authorised_until(
    db: Session, resource_id: int, people: Collection[int], now: datetime
) -> Mapping[int, datetime]:
    """Until when these people may use the machine by themselves, by their numbers; only those who may now."""
    wanted = (
        select(AuthorisationRow.person_id, func.max(AuthorisationRow.until))
        .join(BookingRow, BookingRow.id == AuthorisationRow.booking_id)
        .where(
            AuthorisationRow.resource_id == resource_id,
            AuthorisationRow.person_id.in_(people),
            _counts(now),
        )
        .group_by(AuthorisationRow.person_id)
    )
    return {person_id: until for person_id, until in db.execute(wanted)}


def grant(db: Session, booking: BookingRow, date: DateRow) -> None:
    """Who has attended may use the machine of the training from its end on; nothing where it has none."""
    machine, months = date.training.authorises_id, date.training.authorises_months
    if machine is None or months is None:
        return
    revoke(db, booking)
    db.add(
        AuthorisationRow(
            person_id=booking.person_id,
            resource_id=machine,
            booking_id=booking.id,
            since=date.ends_at,
            until=months_later(date.ends_at, months),
        )
    )
    db.flush()


def revoke(db: Session, booking: BookingRow) -> None:
    """What came of this booking; other dates that the person has attended still count."""
    db.execute(delete(AuthorisationRow).where(AuthorisationRow.booking_id == booking.id))


def months_later(moment: datetime, months: int) -> datetime:
    """The same time of day in the city so many months later, at the latest on the month's last day."""
    here = moment.astimezone(HERE)
    years, month = divmod(here.month - 1 + months, MONTHS)
    year = here.year + years
    day = min(here.day, monthrange(year, month + 1)[1])
    return here.replace(year=year, month=month + 1, day=day)


def _counts(now: datetime) -> ColumnElement[bool]:
    attended = (BookingRow.state == BookingState.BOOKED.value) & BookingRow.attended.is_(True)
    return attended & (AuthorisationRow.since <= now) & (AuthorisationRow.until > now)
