"""Who may read an upload, as a person chooses it."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from core.people.roles import Role
from knowledge.audience import OPEN, Audience


class Readers(StrEnum):
    EVERYONE = "everyone"
    SIGNED_IN = "signed_in"
    CHOSEN = "chosen"


class NobodyChosen(Exception):
    """Only some may read it, but nobody said who."""


def audience_for(readers: Readers, roles: Collection[Role], schools: Collection[int]) -> Audience:
    """The chosen ones have one of the roles, where some are named, at one of the schools, where some are.
    Raises NobodyChosen: what is meant for a few never becomes open to all."""
    if readers is Readers.EVERYONE:
        return OPEN
    if readers is Readers.SIGNED_IN:
        return Audience(signed_in=True)
    if not (roles or schools):
        raise NobodyChosen
    return Audience(True, frozenset(roles), frozenset(schools))


def readers_of(audience: Audience) -> Readers:
    if audience.roles or audience.schools:
        return Readers.CHOSEN
    return Readers.SIGNED_IN if audience.signed_in else Readers.EVERYONE
