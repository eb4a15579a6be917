"""There is always someone left who can give roles."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.people.roles import Role
from core.people.tables import PersonRow


class LastAdmin(Exception):
    """Nobody would be left who can manage people."""


@dataclass(frozen=True, slots=True)
class Admin:
    id: int
    demo: bool


def lock_admins(db: Session) -> Sequence[Admin]:
    """The active administrators, kept from being changed by others until the transaction ends.

    To be called before any other row of a person is locked: so two who change people wait for each other
    and never both for ever.
    """
    found = (
        select(PersonRow.id, PersonRow.demo)
        .where(PersonRow.role == Role.ADMIN.value, PersonRow.active)
        .order_by(PersonRow.id)
        .with_for_update(key_share=True)
    )
    return [Admin(number, demo) for number, demo in db.execute(found)]


def demand_admin_left(admins: Sequence[Admin], leaving: Set[int]) -> None:
    """Raises LastAdmin when all administrators leave; made-up ones do not stand in for real ones, because
    nobody can sign in as them once the demonstration is over."""
    going = [admin for admin in admins if admin.id in leaving]
    staying = [admin for admin in admins if admin.id not in leaving]
    real = any(not admin.demo for admin in going)
    if going and not any(not (real and admin.demo) for admin in staying):
        raise LastAdmin
