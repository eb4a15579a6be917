"""All schools in one view, for the city's team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from core.people.actor import Actor, demand_of
from core.people.person import School
from core.people.roles import Right
from core.people.schools import all_schools
from deliveries.city.counted import IN_HAND, ON_THE_WAY, WANTED
from deliveries.facts import ReasonKind, Subproject
from deliveries.promises import Standing
from deliveries.stages import Stage
from deliveries.status.found import LineStatus, found
from deliveries.status.lines import in_order
from deliveries.tables import OrderLineRow


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the wanted pieces can be used."""

    usable: int
    wanted: int

    @property
    def percent(self) -> int:
        """100 only where all are usable."""
        return self.usable * 100 // self.wanted if self.wanted else 100


@dataclass(frozen=True, slots=True)
class CitySchool:
    """A school and the parts of the work for which something was ordered. `as_of` is the newest day of which
    something is known, None where nothing is."""

    school: School
    shares: Mapping[Subproject, Share]
    late: int
    blocked: int
    as_of: date | None


@dataclass(frozen=True, slots=True)
class CityStatus:
    """`schools` are all schools by name. `late` begins with the longest delay; `blocked` is by reason, in the
    order of the reasons, lines of which nobody has said why among the other reasons. A line can be both."""

    schools: tuple[CitySchool, ...]
    late: tuple[LineStatus, ...]
    blocked: Mapping[ReasonKind, tuple[LineStatus, ...]]


def city_status(db: Session, by: Actor, today: date) -> CityStatus:
    """Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    late, blocked = late_and_blocked(db, by, today)
    shares, days = _shares(db), _days(db)
    late_at, blocked_at = _by_school(late), _by_school(blocked)
    schools = tuple(
        CitySchool(
            school,
            shares.get(school.id, {}),
            late_at[school.id],
            blocked_at[school.id],
            days.get(school.id),
        )
        for school in all_schools(db)
    )
    return CityStatus(schools, late, by_reason(blocked))


def late_and_blocked(
    db: Session, by: Actor, today: date
) -> tuple[tuple[LineStatus, ...], tuple[LineStatus, ...]]:
    """The late lines of all schools that they may see, and the blocked ones; a line can be both. Only lines
    that may be late are read: whether they are is known to `deliveries.promises`. Raises NotAllowed."""
    may_be_late = (ON_THE_WAY > 0) & (OrderLineRow.promised_last < today)
    lines = in_order(found(db, by, today, or_(may_be_late, OrderLineRow.stage == Stage.BLOCKED)))
    late = tuple(status for status in lines if status.judgement.standing is Standing.LATE)
    return late, tuple(status for status in lines if _is_blocked(status))


def by_reason(lines: Iterable[LineStatus]) -> dict[ReasonKind, tuple[LineStatus, ...]]:
    """In the order of the reasons; only those that there are."""
    kinds: dict[ReasonKind, list[LineStatus]] = {kind: [] for kind in ReasonKind}
    for status in lines:
        kinds[status.line.reason_kind or ReasonKind.OTHER].append(status)
    return {kind: tuple(found) for kind, found in kinds.items() if found}


def _is_blocked(status: LineStatus) -> bool:
    return status.line.stage is Stage.BLOCKED and status.judgement.standing is not Standing.STOPPED


def _by_school(lines: Iterable[LineStatus]) -> Counter[int]:
    return Counter(status.line.school.id for status in lines)


def _shares(db: Session) -> dict[int, dict[Subproject, Share]]:
    line = OrderLineRow
    wanted = select(line.school_id, line.subproject, func.sum(IN_HAND), func.sum(WANTED)).where(WANTED > 0)
    sums = {
        (school_id, Subproject(part)): Share(int(usable), int(all_wanted))
        for school_id, part, usable, all_wanted in db.execute(
            wanted.group_by(line.school_id, line.subproject)
        )
    }
    schools: dict[int, dict[Subproject, Share]] = {}
    for (school_id, part), share in sorted(sums.items(), key=lambda item: list(Subproject).index(item[0][1])):
        schools.setdefault(school_id, {})[part] = share
    return schools


def _days(db: Session) -> dict[int, date]:
    newest = select(OrderLineRow.school_id, func.max(OrderLineRow.as_of)).group_by(OrderLineRow.school_id)
    return {school_id: day for school_id, day in db.execute(newest)}
