"""What the city means to have reached by when, and at how many schools it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.names import clean
from core.people.person import School
from core.people.roles import Right
from core.people.schools import NoSuchSchool, all_schools
from deliveries.city.counted import IN_HAND, WANTED
from deliveries.facts import Period, Subproject
from deliveries.reading.periods import BadDate, read_period
from deliveries.refusals import DateUnreadable, NoSuchMilestone, WordMissing, WordTooLong
from deliveries.tables import MilestoneRow, MilestoneSchoolRow, OrderLineRow

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class MilestoneDraft:
    """`due` is as somebody types it ("05/2024"). Without schools it is for all that have lines in that part.
    `stated_share` is a share of schools in percent that was told as of `stated_on`."""

    title: str
    subproject: Subproject
    due: str
    schools: tuple[int, ...] = ()
    stated_share: int | None = None
    stated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """`schools` are those it is for (`for_all`: all that have lines in that part), `open_schools` those of
    them where not all wanted pieces can be used yet, `done` of `total` have reached it. `late` where the time
    is over and some have not."""

    id: int
    title: str
    subproject: Subproject
    due: Period
    schools: tuple[School, ...]
    open_schools: tuple[School, ...]
    for_all: bool
    done: int
    total: int
    late: bool
    stated_share: int | None
    stated_on: date | None

    @property
    def percent(self) -> int | None:
        """The share of schools that the order lines show; None where no school has any."""
        return self.done * 100 // self.total if self.total else None


def milestones(db: Session, by: Actor, today: date) -> tuple[Milestone, ...]:
    """By the day they are due. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    rows = db.scalars(select(MilestoneRow).order_by(MilestoneRow.due_last, MilestoneRow.id))
    schools, done, chosen = {school.id: school for school in all_schools(db)}, _done(db), _chosen(db)
    return tuple(_as_milestone(row, schools, done, chosen.get(row.id, set()), today) for row in rows)


def add_milestone(db: Session, draft: MilestoneDraft, by: Actor, now: datetime) -> int:
    """Its number. Raises NotAllowed, WordMissing, WordTooLong, DateUnreadable and NoSuchSchool."""
    actor = demand_of(by, Right.MANAGE_DELIVERIES)
    row = MilestoneRow()
    _write(db, row, draft)
    record(db, actor, Action.MILESTONE_ADDED, f"milestone {row.id}", now)
    return row.id


def change_milestone(db: Session, milestone_id: int, draft: MilestoneDraft, by: Actor, now: datetime) -> None:
    """Raises NotAllowed, NoSuchMilestone, WordMissing, WordTooLong, DateUnreadable and NoSuchSchool."""
    actor = demand_of(by, Right.MANAGE_DELIVERIES)
    _write(db, _held(db, milestone_id), draft)
    record(db, actor, Action.MILESTONE_CHANGED, f"milestone {milestone_id}", now)


def remove_milestone(db: Session, milestone_id: int, by: Actor, now: datetime) -> None:
    """Raises NotAllowed and NoSuchMilestone."""
    actor = demand_of(by, Right.MANAGE_DELIVERIES)
    db.delete(_held(db, milestone_id))
    record(db, actor, Action.MILESTONE_REMOVED, f"milestone {milestone_id}", now)


def _held(db: Session, milestone_id: int) -> MilestoneRow:
    known = 0 < milestone_id <= LARGEST
    row = db.get(MilestoneRow, milestone_id, with_for_update=True) if known else None
    if row is None:
        raise NoSuchMilestone
    return row


def _write(db: Session, row: MilestoneRow, draft: MilestoneDraft) -> None:
    due, schools = _due(draft.due), _known(db, draft.schools)
    row.title, row.subproject = _title(draft.title), draft.subproject.value
    row.due_first, row.due_last, row.due_written = due.first, due.last, due.written
    row.stated_share, row.stated_on = draft.stated_share, draft.stated_on
    if row.stated_share is not None and not 0 <= row.stated_share <= 100:
        raise WordMissing("stated_share")
    db.add(row)
    db.flush()
    db.execute(delete(MilestoneSchoolRow).where(MilestoneSchoolRow.milestone_id == row.id))
    db.add_all(MilestoneSchoolRow(milestone_id=row.id, school_id=number) for number in schools)
    db.flush()


def _title(written: str) -> str:
    title = clean(written)
    if not title:
        raise WordMissing("title")
    if len(title) > LONGEST_TITLE:
        raise WordTooLong("title", LONGEST_TITLE)
    return title


def _due(written: str) -> Period:
    try:
        period = read_period(written)
    except BadDate as error:
        raise DateUnreadable(written) from error
    if period is None:
        raise DateUnreadable(written)
    return period


def _known(db: Session, schools: Sequence[int]) -> list[int]:
    known = {school.id for school in all_schools(db)} if schools else set()
    if unknown := set(schools) - known:
        raise NoSuchSchool(unknown)
    return sorted(set(schools))


def _done(db: Session) -> dict[Subproject, dict[int, bool]]:
    """Of each part, the schools with lines there, and whether all wanted pieces can be used."""
    line = OrderLineRow
    sums = select(line.school_id, line.subproject, func.sum(WANTED - IN_HAND)).where(WANTED > 0)
    done: dict[Subproject, dict[int, bool]] = {part: {} for part in Subproject}
    for school_id, part, missing in db.execute(sums.group_by(line.school_id, line.subproject)):
        done[Subproject(part)][school_id] = missing == 0
    return done


def _chosen(db: Session) -> dict[int, set[int]]:
    chosen: dict[int, set[int]] = {}
    for row in db.scalars(select(MilestoneSchoolRow)):
        chosen.setdefault(row.milestone_id, set()).add(row.school_id)
    return chosen


def _as_milestone(
    row: MilestoneRow,
    schools: dict[int, School],
    done: dict[Subproject, dict[int, bool]],
    chosen: set[int],
    today: date,
) -> Milestone:
    reached = done[Subproject(row.subproject)]
    wanted = [school for school in schools.values() if school.id in (chosen or reached)]
    missing = tuple(school for school in wanted if not reached.get(school.id, False))
    unfinished = bool(missing) if wanted else (row.stated_share or 0) < 100
    return Milestone(
        id=row.id,
        title=row.title,
        subproject=Subproject(row.subproject),
        due=Period(row.due_last, row.due_first, row.due_written),
        schools=tuple(wanted),
        open_schools=missing,
        for_all=not chosen,
        done=len(wanted) - len(missing),
        total=len(wanted),
        late=unfinished and row.due_last < today,
        stated_share=row.stated_share,
        stated_on=row.stated_on,
    )
