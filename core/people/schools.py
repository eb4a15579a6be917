"""The city's schools."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.audit import Action, record
from core.people.actor import Actor, demand_of
from core.people.names import NameTooLong, clean, fold, kept_name
from core.people.person import School, SchoolKind
from core.people.roles import Right
from core.people.tables import SchoolRow, SiteRow

LONGEST_SHORT_NAME = 40


class NoSuchSchool(Exception):
    """There are no schools with these numbers."""

    def __init__(self, school_ids: Iterable[int]) -> None:
        self.school_ids = tuple(sorted(school_ids))
        super().__init__(f"no schools {self.school_ids}")


class SchoolTaken(Exception):
    """Another school has this name already, perhaps written a little differently."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """What can be said of a school."""

    name: str
    kind: SchoolKind | None = None
    short_name: str = ""
    sites: tuple[str, ...] = ()


def kept_facts(facts: SchoolFacts) -> SchoolFacts:
    """The facts as they are kept. Raises NameMissing and NameTooLong."""
    short_name, sites = kept_short_name(facts.short_name), kept_sites(facts.sites)
    return SchoolFacts(kept_name(facts.name), facts.kind, short_name, sites)


def kept_short_name(short_name: str) -> str:
    """May be empty. Raises NameTooLong."""
    kept = clean(short_name)
    if len(kept) > LONGEST_SHORT_NAME:
        raise NameTooLong(LONGEST_SHORT_NAME)
    return kept


def kept_sites(sites: Iterable[str]) -> tuple[str, ...]:
    """Each building once. Raises NameMissing and NameTooLong."""
    return tuple(dict.fromkeys(kept_name(site) for site in sites))


def as_school(row: SchoolRow) -> School:
    kind = SchoolKind(row.kind) if row.kind else None
    return School(row.id, row.name, row.short_name, kind, tuple(site.name for site in row.sites))


def all_schools(db: Session) -> list[School]:
    """All schools by name, umlauts where readers look for them."""
    return [as_school(row) for row in sorted(db.scalars(select(SchoolRow)), key=lambda row: row.folded)]


def find_school(db: Session, name_or_short_name: str) -> School | None:
    """The school that is called so; by its short name only where no second school shares it."""
    return school_called(all_schools(db), name_or_short_name)


def school_called(schools: Sequence[School], name_or_short_name: str) -> School | None:
    """As find_school, among schools that are known already."""
    sought = fold(name_or_short_name)
    by_name = [school for school in schools if fold(school.name) == sought]
    found = by_name or [school for school in schools if sought and fold(school.short_name) == sought]
    return found[0] if len(found) == 1 else None


def add_school(db: Session, facts: SchoolFacts, by: Actor, now: datetime) -> School:
    """Raises NotAllowed, NameMissing, NameTooLong and SchoolTaken."""
    actor = demand_of(by, Right.MANAGE_SCHOOLS)
    kept = kept_facts(facts)
    _demand_free(db, kept.name, but=None)
    row = new_row(kept)
    db.add(row)
    _flush(db, kept.name)
    record(db, actor, Action.SCHOOL_ADDED, f"school {row.id}", now)
    return as_school(row)


def change_school(db: Session, school_id: int, facts: SchoolFacts, by: Actor, now: datetime) -> School:
    """Raises NotAllowed, NoSuchSchool, NameMissing, NameTooLong and SchoolTaken."""
    actor = demand_of(by, Right.MANAGE_SCHOOLS)
    kept = kept_facts(facts)
    row = db.get(SchoolRow, school_id, with_for_update=True)
    if row is None:
        raise NoSuchSchool([school_id])
    _demand_free(db, kept.name, but=school_id)
    if write_facts(row, kept):
        _flush(db, kept.name)
        record(db, actor, Action.SCHOOL_CHANGED, f"school {school_id}", now)
    return as_school(row)


def new_row(kept: SchoolFacts) -> SchoolRow:
    row = SchoolRow()
    write_facts(row, kept)
    return row


def write_facts(row: SchoolRow, kept: SchoolFacts) -> bool:
    """Puts the facts into the row; whether anything is different now."""
    before = (row.name, row.short_name, row.kind, {site.name for site in row.sites})
    row.name, row.folded = kept.name, fold(kept.name)
    row.short_name, row.kind = kept.short_name, kept.kind.value if kept.kind else None
    if before[3] != set(kept.sites):
        # Buildings that stay keep their row: new rows are written before old ones go, and names are unique.
        known = {site.name: site for site in row.sites}
        row.sites = [known.get(name) or SiteRow(name=name) for name in kept.sites]
    return before != (row.name, row.short_name, row.kind, set(kept.sites))


def _demand_free(db: Session, name: str, but: int | None) -> None:
    holder = db.scalar(select(SchoolRow.id).where(SchoolRow.folded == fold(name)))
    if holder not in (None, but):
        raise SchoolTaken(name)


def _flush(db: Session, name: str) -> None:
    try:
        db.flush()
    except IntegrityError as error:  # someone else has just added it
        raise SchoolTaken(name) from error
