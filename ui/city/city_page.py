"""The deliveries of all schools, milestones and proofs."""

from __future__ import annotations

from core.people.person import Person
from ui.prose import show_title
from ui.texts import Texts


def show_city(person: Person, t: Texts) -> None:
    show_title(t.city.page, "")
