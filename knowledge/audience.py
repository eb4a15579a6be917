"""Who may read a document."""

from __future__ import annotations

from dataclasses import dataclass

from core.people.person import Person
from core.people.roles import Right, Role


@dataclass(frozen=True, slots=True)
class Audience:
    """Open to everyone where nothing is set; otherwise the person needs an account with a role: one of
    `roles` where some are named, and at one of `schools` (their numbers) where some are named."""

    signed_in: bool = False
    roles: frozenset[Role] = frozenset()
    schools: frozenset[int] = frozenset()

    @property
    def open_to_all(self) -> bool:
        return not (self.signed_in or self.roles or self.schools)

    def admits(self, person: Person | None) -> bool:
        """A person whom nobody has given a role yet counts as someone who has not signed in."""
        if self.open_to_all:
            return True
        if person is None or person.role is None:
            return False
        return Right.READ_ALL_DOCUMENTS in person.rights or self._names(person)

    def _names(self, person: Person) -> bool:
        at_school = not self.schools or any(school.id in self.schools for school in person.schools)
        return at_school and (not self.roles or person.role in self.roles)


OPEN = Audience()
# Schools are numbered from 1, so nobody is at this one; who may read all documents still may.
NOBODY = Audience(signed_in=True, schools=frozenset({0}))
