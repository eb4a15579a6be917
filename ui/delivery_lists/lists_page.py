"""Reading lists of deliveries in, and what is needed for it."""

from __future__ import annotations

from core.people.person import Person
from ui.prose import show_title
from ui.texts import Texts


def show_lists(person: Person, t: Texts) -> None:
    show_title(t.lists.page, "")
