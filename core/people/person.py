"""People and schools as the rest of the house sees them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from core.people.roles import OPENABLE, RIGHTS, WITHOUT_ROLE, Right, Role


class SchoolKind(StrEnum):
    """The kinds of school, by the short forms that everyone in the city uses."""

    GS = "GS"  # Grundschule
    GMS = "GmS"  # Gemeinschaftsschule
    SEK = "Sek"  # Sekundarschule
    GYM = "Gym"  # Gymnasium
    IGS = "IGS"  # Integrierte Gesamtschule
    FOES = "FÖS"  # Förderschule
    BBS = "BBS"  # Berufsbildende Schulen


@dataclass(frozen=True, slots=True)
class School:
    """`sites` names its buildings, where there are several; `kind` is None for schools of no usual kind."""

    id: int
    name: str
    short_name: str
    kind: SchoolKind | None
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with an account. `role` is None until somebody has given one; `school` is the one of `schools`
    that the person works for at the moment."""

    id: int
    name: str
    email: str
    role: Role | None
    schools: tuple[School, ...] = ()
    school: School | None = None

    @property
    def rights(self) -> frozenset[Right]:
        return RIGHTS[self.role] if self.role else WITHOUT_ROLE


class NotAllowed(Exception):
    """The person (or someone who has not signed in) has not got the right."""

    def __init__(self, right: Right) -> None:
        super().__init__(f"not allowed: {right}")
        self.right = right


def may(person: Person | None, right: Right, opened: Set[Right] = frozenset()) -> bool:
    """Whether the person may do it; without a person only what is `opened`, and never what is personal."""
    if right in opened & OPENABLE:
        return True
    return person is not None and right in person.rights


def demand(person: Person | None, right: Right) -> Person:
    """The person, who has the right. Raises NotAllowed."""
    if person is None or right not in person.rights:
        raise NotAllowed(right)
    return person
