"""Wishes for trainings as the rest of the house sees them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from trainings.facts import TrainingDate

# How near in meaning the other texts are to a text, each at most 1; 0 where one means something else.
Near = Callable[[str, Sequence[str]], Sequence[float]]


class WishState(StrEnum):
    OPEN = "open"
    PLANNED = "planned"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class WishDraft:
    """What somebody wishes for: for how many people, and when it would suit them."""

    topic: str
    details: str = ""
    people: int = 1
    times: str = ""


@dataclass(frozen=True, slots=True)
class OtherWish:
    """Somebody else's wish as far as everybody may know it: who wishes is not told, only their school."""

    id: int
    topic: str
    people: int
    school: str


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """Somebody would like to go together; `wish` is theirs."""

    id: int
    wish: OtherWish


@dataclass(frozen=True, slots=True)
class Wish:
    """One's own wish. `together` are those it goes together with, `asked` those that have not answered yet,
    `requests` those to be answered. `answer` is what the team said, `date` what became of it."""

    id: int
    topic: str
    details: str
    people: int
    times: str
    state: WishState
    answer: str
    date: TrainingDate | None
    created_at: datetime
    together: tuple[OtherWish, ...] = ()
    asked: tuple[OtherWish, ...] = ()
    requests: tuple[JoinRequest, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamWish:
    """A wish as the team sees it."""

    id: int
    topic: str
    details: str
    people: int
    times: str
    person: str
    school_id: int | None
    school: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class WishGroup:
    """Open wishes that go together, the oldest first."""

    wishes: tuple[TeamWish, ...]

    @property
    def people(self) -> int:
        return sum(wish.people for wish in self.wishes)

    @property
    def schools(self) -> tuple[str, ...]:
        """Each once; wishes of no school are left out."""
        return tuple(dict.fromkeys(wish.school for wish in self.wishes if wish.school))

    @property
    def times(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(wish.times for wish in self.wishes if wish.times))
