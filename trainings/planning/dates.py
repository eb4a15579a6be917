"""Dates of trainings: plan, copy, change, cancel.

Whoever changes a date holds it first; rooms, machines and trainers are kept next. Nothing is held the other
way round, so that nobody waits in a circle.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.house import House
from core.people.actor import Actor, demand_of
from core.people.roles import Right
from core.people.schools import NoSuchSchool
from core.people.tables import PersonRow, SchoolRow
from trainings.facts import BookingState, DateState, TrainingDate
from trainings.mails.letters import Letter, write_letter
from trainings.planning.cancelling import cancel_date, cancel_held, held_for_change
from trainings.planning.clashes import demand_free, keep
from trainings.planning.date_drafts import DateDraft, draft_of, kept_draft, moved
from trainings.planning.overviews import Overview, planned_date, planned_dates
from trainings.planning.trainings import TRAINERS
from trainings.reading import as_date
from trainings.refusals import FewerSeatsThanTaken, NoSuchResource, NoSuchTraining, NoTrainer
from trainings.seats.holding import move_up, settle, taken, waiting
from trainings.seats.office_hours import reminder_due
from trainings.seats.tables import BookingRow
from trainings.tables import DateRow, ResourceRow, TrainingRow

__all__ = [
    "DateDraft",
    "Overview",
    "add_date",
    "add_series",
    "cancel_date",
    "cancel_held",
    "change_date",
    "copy_date",
    "draft_of",
    "planned_date",
    "planned_dates",
]

# How long whoever has a seat in a date that was changed may step back at least.
TO_STEP_BACK = timedelta(days=3)


def add_date(db: Session, draft: DateDraft, by: Actor, now: datetime) -> int:
    """Returns the number of the date. Raises NotAllowed, TimesWrong, NumberWrong, TextMissing, TextTooLong,
    LinkWrong, NoSuchTraining, NoTrainer, NoSuchSchool, NoSuchResource and Clash."""
    return _add(db, draft, demand_of(by, Right.PLAN_TRAININGS), now)


def add_series(db: Session, drafts: Sequence[DateDraft], by: Actor, now: datetime) -> list[int]:
    """Several dates that belong together, or none of them. Raises what add_date raises."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    trainers = {draft.trainer_id for draft in drafts if draft.trainer_id is not None}
    keep(db, {number for draft in drafts for number in draft.resource_ids}, trainers)
    series = uuid.uuid4().hex
    return [_add(db, draft, actor, now, series) for draft in drafts]


def copy_date(db: Session, date_id: int, starts_at: datetime, by: Actor, now: datetime) -> int:
    """The same again at another time; the date's own trainer may do it, too. Returns the number of the new
    date. Raises NoSuchDate and what add_date raises."""
    found = planned_date(db, date_id, by)
    actor = demand_of(by, Right.HOLD_TRAININGS)
    return _add(db, moved(draft_of(found.date), starts_at), actor, now)


def change_date(db: Session, date_id: int, draft: DateDraft, by: Actor, now: datetime, house: House) -> None:
    """Whoever has a seat learns what is different for them and may step back. Raises NoSuchDate,
    DateCancelled, HasBegun, FewerSeatsThanTaken and what add_date raises."""
    actor = demand_of(by, Right.PLAN_TRAININGS)
    row = held_for_change(db, date_id, now)
    bookings = settle(db, row, now, house)
    before = as_date(db, row)
    kept = kept_draft(draft, now, draft_of(before))
    if kept == draft_of(before):
        return
    resources = _demand_possible(db, kept, before)
    _fit_seats(db, bookings, row, kept)
    _write(db, row, kept, resources)
    if _is_news(before, as_date(db, row)):
        _tell(db, row, bookings, before, now, house)
    settle(db, row, now, house)
    record(db, actor, Action.DATE_CHANGED, f"date {date_id}", now)


def _add(db: Session, draft: DateDraft, actor: int | None, now: datetime, series: str | None = None) -> int:
    kept = kept_draft(draft, now)
    resources = _demand_possible(db, kept, None)
    row = DateRow(series=series, state=DateState.PLANNED.value, created_at=now)
    _write(db, row, kept, resources)
    record(db, actor, Action.DATE_ADDED, f"date {row.id}", now)
    return row.id


def _demand_possible(db: Session, kept: DateDraft, before: TrainingDate | None) -> list[ResourceRow]:
    """What the draft names is there, in use and free; what the date had before may stay. Returns the rooms
    and machines."""
    earlier = draft_of(before) if before else None
    _demand_training(db, kept.training_id, earlier.training_id if earlier else None)
    _demand_trainer(db, kept.trainer_id, earlier.trainer_id if earlier else None)
    if kept.school_id is not None and db.get(SchoolRow, kept.school_id) is None:
        raise NoSuchSchool([kept.school_id])
    demand_free(
        db,
        kept.starts_at,
        kept.ends_at,
        kept.resource_ids,
        kept.trainer_id,
        but=before.id if before else None,
    )
    return _resources(db, kept.resource_ids, earlier.resource_ids if earlier else ())


def _demand_training(db: Session, training_id: int, earlier: int | None) -> None:
    row = db.get(TrainingRow, training_id)
    if row is None or not (row.active or training_id == earlier):
        raise NoSuchTraining


def _demand_trainer(db: Session, trainer_id: int | None, earlier: int | None) -> None:
    if trainer_id in (None, earlier):
        return
    wanted = (PersonRow.id == trainer_id) & PersonRow.active & PersonRow.role.in_(TRAINERS)
    if db.scalar(select(PersonRow.id).where(wanted)) is None:
        raise NoTrainer


def _resources(db: Session, numbers: Sequence[int], earlier: Sequence[int]) -> list[ResourceRow]:
    wanted = select(ResourceRow).where(ResourceRow.id.in_(numbers)).order_by(ResourceRow.name)
    rows = [
        row
        for row in db.scalars(wanted.execution_options(populate_existing=True))
        if row.active or row.id in earlier
    ]
    if len(rows) < len(numbers):
        raise NoSuchResource
    return rows


def _fit_seats(db: Session, bookings: Sequence[BookingRow], row: DateRow, kept: DateDraft) -> None:
    held = len(taken(bookings))
    if kept.seats < held:
        raise FewerSeatsThanTaken(held)
    if kept.seats < row.seats:
        move_up(db, bookings)


def _write(db: Session, row: DateRow, kept: DateDraft, resources: list[ResourceRow]) -> None:
    if row.decide_at != kept.decide_at:
        row.decided_at = None  # its minimum is looked at anew
    row.training_id, row.trainer_id, row.school_id = kept.training_id, kept.trainer_id, kept.school_id
    row.starts_at, row.ends_at, row.opens_at = kept.starts_at, kept.ends_at, kept.opens_at
    row.closes_at, row.cancel_until, row.decide_at = kept.closes_at, kept.cancel_until, kept.decide_at
    row.kind, row.place, row.link = kept.kind.value, kept.place, kept.link
    row.seats, row.minimum = kept.seats, kept.minimum
    row.school_cap, row.school_cap_days = kept.school_cap, kept.school_cap_days
    row.resources = resources
    db.add(row)
    db.flush()
    db.refresh(row)


def _is_news(before: TrainingDate, after: TrainingDate) -> bool:
    """Whether somebody who comes must know of it."""

    def told(date: TrainingDate) -> tuple[object, ...]:
        where = (date.kind, date.place, date.link)
        return (date.training.id, date.starts_at, date.ends_at, *where, date.trainer_id)

    return told(before) != told(after)


def _tell(
    db: Session,
    row: DateRow,
    bookings: Sequence[BookingRow],
    before: TrainingDate,
    now: datetime,
    house: House,
) -> None:
    """Whoever has a seat, is offered one or waits for one hears what was and what is."""
    held = taken(bookings)
    if held:
        row.cancel_until = min(max(row.cancel_until, now + TO_STEP_BACK), row.starts_at)
    date = as_date(db, row)
    for booking in held:
        if booking.state == BookingState.BOOKED:
            booking.reminded_days = reminder_due(now, row.starts_at)
        else:
            booking.offer_ends_at = min(booking.offer_ends_at or row.starts_at, row.starts_at)
        write_letter(db, Letter.DATE_CHANGED, booking, date, now, house, before=before)
    for booking in waiting(bookings):
        write_letter(db, Letter.DATE_CHANGED, booking, date, now, house, before=before)
