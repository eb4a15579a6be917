"""The lists that came in, with what was said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from core.database import LARGEST
from core.people.actor import Actor, demand_of
from core.people.roles import Right
from core.people.tables import PersonRow
from deliveries.importing.taking import Way
from deliveries.refusals import NoSuchImport
from deliveries.tables import ImportRow


@dataclass(frozen=True, slots=True)
class PastImport:
    """`by` is a person's name, "" for the portal itself and for people who are gone; `report` as
    `report.kept_report` writes it."""

    id: int
    name: str
    way: Way
    as_of: date | None
    full: bool
    accepted: bool
    at: datetime
    by: str
    report: Mapping[str, Any]


def imports(db: Session, by: Actor, limit: int = 50) -> tuple[PastImport, ...]:
    """The newest first. Raises NotAllowed."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    newest = _imports().order_by(ImportRow.id.desc()).limit(limit)
    return tuple(_past(row, name) for row, name in db.execute(newest))


def past_import(db: Session, import_id: int, by: Actor) -> PastImport:
    """Raises NotAllowed and NoSuchImport."""
    demand_of(by, Right.MANAGE_DELIVERIES)
    known = 0 < import_id <= LARGEST
    found = db.execute(_imports().where(ImportRow.id == import_id)).one_or_none() if known else None
    if found is None:
        raise NoSuchImport
    return _past(*found)


def _imports() -> Select[ImportRow, str | None]:
    return select(ImportRow, PersonRow.name).outerjoin(PersonRow, PersonRow.id == ImportRow.by_id)


def _past(row: ImportRow, by: str | None) -> PastImport:
    return PastImport(
        id=row.id,
        name=row.name,
        way=Way(row.way),
        as_of=row.as_of,
        full=row.full,
        accepted=row.accepted,
        at=row.at,
        by=by or "",
        report=row.report,
    )
