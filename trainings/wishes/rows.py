"""Wishes and joins in the database: which are open, and which go together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.tables import PersonRow, SchoolRow
from trainings.refusals import NoSuchWish
from trainings.wishes.facts import OtherWish, WishState
from trainings.wishes.tables import JoinRow, WishRow

OPEN = WishRow.state == WishState.OPEN.value


def open_wishes(db: Session, *, kept: bool = False) -> list[WishRow]:
    """All open wishes of people whose account is not switched off, the oldest first; `kept` from all others
    until the transaction ends."""
    active = select(PersonRow.id).where(PersonRow.active)
    wanted = select(WishRow).where(OPEN, WishRow.person_id.in_(active)).order_by(WishRow.id)
    if kept:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    return list(db.scalars(wanted))


def held_wishes(db: Session, numbers: Collection[int]) -> list[WishRow]:
    """The wishes, kept from all others in the order of their numbers. Raises NoSuchWish where one is not
    there."""
    wanted = sorted({number for number in numbers if 0 < number <= LARGEST})
    held = select(WishRow).where(WishRow.id.in_(wanted)).order_by(WishRow.id).with_for_update()
    rows = list(db.scalars(held.execution_options(populate_existing=True)))
    if len(rows) != len(set(numbers)):
        raise NoSuchWish
    return rows


def joins_of(db: Session, numbers: Collection[int]) -> list[JoinRow]:
    """What was asked of these wishes, and by them, in the order in which it was."""
    touched = or_(JoinRow.asking_id.in_(numbers), JoinRow.asked_id.in_(numbers))
    return list(db.scalars(select(JoinRow).where(touched).order_by(JoinRow.id)))


def joins_between(db: Session, one: int, other: int) -> list[JoinRow]:
    """What either has asked the other."""
    return list(db.scalars(select(JoinRow).where(or_(_asked(one, other), _asked(other, one)))))


def together(wishes: Iterable[int], joins: Iterable[JoinRow]) -> list[set[int]]:
    """The wishes in groups: those that were joined, also over others among them."""
    groups = {number: {number} for number in wishes}
    for join in joins:
        if join.accepted and join.asking_id in groups and join.asked_id in groups:
            joined = groups[join.asking_id] | groups[join.asked_id]
            groups.update(dict.fromkeys(joined, joined))
    return list({id(group): group for group in groups.values()}.values())


def group_of(wish_id: int, wishes: Iterable[int], joins: Iterable[JoinRow]) -> set[int]:
    return next((group for group in together(wishes, joins) if wish_id in group), {wish_id})


def school_names(db: Session, rows: Sequence[WishRow]) -> dict[int | None, str]:
    numbers = {row.school_id for row in rows if row.school_id}
    found = db.execute(select(SchoolRow.id, SchoolRow.name).where(SchoolRow.id.in_(numbers)))
    return {row.id: row.name for row in found}


def as_other(row: WishRow, schools: Mapping[int | None, str]) -> OtherWish:
    return OtherWish(row.id, row.topic, row.people, schools.get(row.school_id, ""))


def _asked(asking: int, asked: int) -> ColumnElement[bool]:
    return (JoinRow.asking_id == asking) & (JoinRow.asked_id == asked)
