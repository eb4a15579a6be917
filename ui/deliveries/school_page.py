"""What was ordered for a school: what is here, what comes, what is late."""

from __future__ import annotations

from core.people.person import Person
from ui.prose import show_title
from ui.texts import Texts


def show_school(person: Person, t: Texts) -> None:
    show_title(t.deliveries.page, "")
