"""How often codes on paper and on devices are scanned: by code and day, never by person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import Date, bindparam, delete, func, select, text
from sqlalchemy.orm import Session

from core.local_time import local_day
from core.people.actor import Actor, demand_of
from core.people.roles import Right
from knowledge.label_tables import ScanRow

# One statement, so that nobody's scan is lost between looking and writing; both databases read it alike.
ONE_MORE = text(
    "insert into scans (code, day, count) values (:code, :day, 1) "
    "on conflict (code, day) do update set count = scans.count + 1"
).bindparams(bindparam("day", type_=Date))


def count(db: Session, code: str, now: datetime) -> None:
    """One more scan of the code today."""
    db.execute(ONE_MORE, {"code": code, "day": local_day(now)})


def counts(db: Session, codes: Collection[str], by: Actor, since: date) -> Mapping[str, int]:
    """How often each of the codes was scanned since that day, without those that never were.
    Raises NotAllowed."""
    demand_of(by, Right.MANAGE_LIBRARY)
    summed = select(ScanRow.code, func.sum(ScanRow.count)).where(
        ScanRow.code.in_(codes), ScanRow.day >= since
    )
    return {code: int(total) for code, total in db.execute(summed.group_by(ScanRow.code))}


def tidy(db: Session, before: datetime) -> int:
    """Deletes what was counted before that day, and says how many lines."""
    old = delete(ScanRow).where(ScanRow.day < local_day(before))
    return len(db.scalars(old.returning(ScanRow.code)).all())
