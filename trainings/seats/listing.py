"""Dates as one person sees them: what is free, how they stand to it, and what they could do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.person import Person, demand
from core.people.roles import Right
from trainings.facts import BookingState, DateState, GoneAs, Standing, TrainingDate
from trainings.reading import dates_where
from trainings.refusals import NoSuchDate, Refusal
from trainings.seats.booking import as_standing, invitations, school_of, seats_elsewhere
from trainings.seats.conditions import Look, why_not, why_not_wait
from trainings.seats.holding import HOLDS_A_SEAT
from trainings.seats.tables import BookingRow, CertificateRow
from trainings.tables import DateRow


@dataclass(frozen=True, slots=True)
class Offer:
    """A date for one person. `refusal` is why no seat can be booked, `wait_refusal` why nobody can go on the
    list; None where they can. Links are told to those who have a seat."""

    date: TrainingDate
    taken: int
    waiting: int
    standing: Standing | None
    refusal: Refusal | None
    wait_refusal: Refusal | None

    @property
    def free(self) -> int:
        return max(0, self.date.seats - self.taken)


@dataclass(frozen=True, slots=True)
class Mine:
    """What one person has to do with: seats, offers and places in lists that are still to come, and dates
    that are over or cancelled, the latest first."""

    offered: tuple[Offer, ...]
    booked: tuple[Offer, ...]
    waiting: tuple[Offer, ...]
    past: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class _Counts:
    taken: int
    waiting: int
    of_schools: Mapping[int | None, int]


NOBODY = _Counts(0, 0, {})


def coming(db: Session, person: Person, now: datetime) -> list[Offer]:
    """Planned dates that have not begun and are for the person, the next first. Raises NotAllowed."""
    demand(person, Right.BOOK_TRAININGS)
    planned = (DateRow.state == DateState.PLANNED.value) & (DateRow.starts_at > now)
    return _offers(db, planned & _for(person), person, now)


def offer(db: Session, date_id: int, person: Person, now: datetime) -> Offer:
    """One date, whatever became of it. Raises NotAllowed and NoSuchDate."""
    demand(person, Right.BOOK_TRAININGS)
    if date_id > LARGEST:
        raise NoSuchDate
    found = _offers(db, (DateRow.id == date_id) & _for(person), person, now)
    if not found:
        raise NoSuchDate
    return found[0]


def of_training(db: Session, training_id: int, person: Person, now: datetime) -> list[Offer]:
    """The coming dates of one training, the next first. Raises NotAllowed."""
    demand(person, Right.BOOK_TRAININGS)
    planned = (DateRow.state == DateState.PLANNED.value) & (DateRow.starts_at > now)
    return _offers(db, planned & _for(person) & (DateRow.training_id == training_id), person, now)


def mine(db: Session, person: Person, now: datetime) -> Mine:
    """Raises NotAllowed."""
    demand(person, Right.BOOK_TRAININGS)
    own = select(BookingRow.date_id).where(BookingRow.person_id == person.id)
    offers = _offers(db, DateRow.id.in_(own), person, now)
    ahead = [each for each in offers if _is_ahead(each, now)]
    past = [each for each in offers if not _is_ahead(each, now) and _was_there(each)]
    return Mine(
        offered=_in_state(ahead, BookingState.OFFERED),
        booked=_in_state(ahead, BookingState.BOOKED),
        waiting=_in_state(ahead, BookingState.WAITING),
        past=tuple(reversed(past)),
    )


def _for(person: Person) -> ColumnElement[bool]:
    """Dates for all, for the person's own schools, and those that the person holds; who plans sees all."""
    if Right.PLAN_TRAININGS in person.rights:
        return true()
    schools = [school.id for school in person.schools]
    own = or_(DateRow.school_id.is_(None), DateRow.school_id.in_(schools))
    holds = Right.HOLD_TRAININGS in person.rights
    return or_(own, DateRow.trainer_id == person.id) if holds else own


def _is_ahead(offer: Offer, now: datetime) -> bool:
    return offer.date.state is DateState.PLANNED and offer.date.ends_at > now


def _was_there(offer: Offer) -> bool:
    """Had a seat to the end, or the date was cancelled under them."""
    standing = offer.standing
    return standing is not None and (
        standing.state is BookingState.BOOKED or standing.gone_as is GoneAs.DATE_CANCELLED
    )


def _in_state(offers: Sequence[Offer], state: BookingState) -> tuple[Offer, ...]:
    return tuple(each for each in offers if each.standing and each.standing.state is state)


def _offers(db: Session, which: ColumnElement[bool], person: Person, now: datetime) -> list[Offer]:
    counts, standings = _counts(db, which), _standings(db, which, person.id)
    others, invited = seats_elsewhere(db, person.id, None), invitations(db, person.id)
    school_id, schools = school_of(person), frozenset(school.id for school in person.schools)
    return [
        _offer(
            date,
            count := counts.get(date.id, NOBODY),
            Look(
                date=date,
                now=now,
                person_id=person.id,
                school_id=school_id,
                school_ids=schools,
                standing=standings.get(date.id),
                taken=count.taken,
                waiting=count.waiting,
                of_school=count.of_schools.get(school_id, 0),
                others=[other for other in others if other[0] != date.id],
                invited=date.id in invited,
                sees_all=Right.PLAN_TRAININGS in person.rights,
            ),
        )
        for date in dates_where(db, which)
    ]


def _offer(date: TrainingDate, counts: _Counts, look: Look) -> Offer:
    has_seat = look.standing is not None and look.standing.state is BookingState.BOOKED
    told = date if has_seat or not date.link else replace(date, link="")
    return Offer(told, counts.taken, counts.waiting, look.standing, why_not(look), why_not_wait(look))


def _counts(db: Session, which: ColumnElement[bool]) -> dict[int, _Counts]:
    """How many hold seats and wait, for each date where there is anybody."""
    counted = (
        select(BookingRow.date_id, BookingRow.state, BookingRow.school_id, func.count())
        .join(DateRow, DateRow.id == BookingRow.date_id)
        .where(which, BookingRow.state != BookingState.GONE.value)
        .group_by(BookingRow.date_id, BookingRow.state, BookingRow.school_id)
    )
    taken: dict[int, Counter[int | None]] = defaultdict(Counter)
    waits: Counter[int] = Counter()
    for date_id, state, school_id, count in db.execute(counted):
        if state in HOLDS_A_SEAT:
            taken[date_id][school_id] += count
        else:
            waits[date_id] += count
    return {
        date_id: _Counts(taken[date_id].total(), waits[date_id], dict(taken[date_id]))
        for date_id in {*taken, *waits}
    }


def _standings(db: Session, which: ColumnElement[bool], person_id: int) -> dict[int, Standing]:
    own = (
        select(BookingRow, CertificateRow.code)
        .join(DateRow, DateRow.id == BookingRow.date_id)
        .outerjoin(CertificateRow, CertificateRow.booking_id == BookingRow.id)
        .where(which, BookingRow.person_id == person_id)
    )
    return {row.date_id: as_standing(row, _place(db, row), code) for row, code in db.execute(own)}


def _place(db: Session, row: BookingRow) -> int | None:
    """The place in the list, from 1; None for who does not wait."""
    if row.state != BookingState.WAITING:
        return None
    ahead = or_(
        BookingRow.priority > row.priority,
        (BookingRow.priority == row.priority)
        & or_(
            BookingRow.waiting_since < row.waiting_since,
            (BookingRow.waiting_since == row.waiting_since) & (BookingRow.id < row.id),
        ),
    )
    waits = (BookingRow.date_id == row.date_id) & (BookingRow.state == BookingState.WAITING.value)
    return 1 + (db.scalar(select(func.count()).select_from(BookingRow).where(waits, ahead)) or 0)
