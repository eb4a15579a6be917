"""Who does something: a person who has signed in, or the operator at the command line."""

from __future__ import annotations

from dataclasses import dataclass

from core.people.person import Person, demand
from core.people.roles import Right


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever runs commands on the portal's own machine and could change the database by hand anyway.

    A type of its own: a page that hands on None because nobody has signed in is refused, not taken for the
    operator.
    """


OPERATOR = Operator()
Actor = Person | Operator


def demand_of(by: Actor, right: Right) -> int | None:
    """The number under which the audit log knows them, None for the operator. Raises NotAllowed."""
    return None if isinstance(by, Operator) else demand(by, right).id
