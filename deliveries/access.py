"""Whose lines somebody may see: part of each query, never asked afterwards."""

from __future__ import annotations

from sqlalchemy import ColumnElement, true
from sqlalchemy.orm import Session

from core.people.actor import Actor, Operator
from core.people.person import School, demand, may
from core.people.roles import Right
from core.people.schools import as_school
from core.people.tables import SchoolRow
from deliveries.refusals import NoDeliveriesThere
from deliveries.tables import OrderLineRow


def own_schools(by: Actor) -> frozenset[int] | None:
    """The numbers of the schools whose deliveries they may see; None for those who look after all schools.
    Raises NotAllowed."""
    if isinstance(by, Operator) or may(by, Right.MANAGE_DELIVERIES):
        return None
    return frozenset(school.id for school in demand(by, Right.SEE_DELIVERIES).schools)


def seen_by(by: Actor) -> ColumnElement[bool]:
    """Holds for the order lines that they may see. Raises NotAllowed."""
    numbers = own_schools(by)
    return true() if numbers is None else OrderLineRow.school_id.in_(numbers)


def sees_funding(by: Actor) -> bool:
    return isinstance(by, Operator) or may(by, Right.SEE_FUNDING)


def school_seen(db: Session, school_id: int, by: Actor) -> School:
    """A school whose deliveries they may see. Raises NotAllowed and NoDeliveriesThere."""
    numbers = own_schools(by)
    row = db.get(SchoolRow, school_id) if numbers is None or school_id in numbers else None
    if row is None:
        raise NoDeliveriesThere
    return as_school(row)
