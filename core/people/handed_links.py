"""Links to set a password that the administration hands on itself, where no mail does."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from core.audit import Action, record
from core.people import password_links
from core.people.actor import Actor, demand_of
from core.people.password_links import NewLink
from core.people.people import as_person, locked
from core.people.roles import Right


class Deactivated(Exception):
    """The person cannot sign in, so no link would help them."""


class MadeUp(Exception):
    """Somebody in a demonstration has no password: whoever tried it could have set one."""


def hand_link(db: Session, person_id: int, by: Actor, now: datetime) -> NewLink:
    """A link for the person, to be given to them and to nobody else.
    Raises NotAllowed, NoSuchPerson, Deactivated and MadeUp."""
    actor = demand_of(by, Right.MANAGE_PEOPLE)
    row = locked(db, person_id)
    if not row.active:
        raise Deactivated
    if row.demo:
        raise MadeUp
    record(db, actor, Action.PASSWORD_LINK_MADE, f"person {person_id}", now)
    return password_links.make(db, as_person(row), now)
